#include "app/money.hpp"
#include "app/selectors.hpp"
#include "core/childcare_allowance.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/screens/statement_parts.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::AnnualStatement;
using core::StatementRow;
using core::StatementSum;

std::string hours_of(const Ui& ui, std::int64_t minutes) {
    return app::hours(ui.state().language, static_cast<int>(minutes));
}

std::string count_of(const Ui& ui, std::int64_t minutes) {
    return app::hour_count(ui.state().language, static_cast<int>(minutes));
}

std::string average_of(const Ui& ui, const StatementSum& sum) {
    const auto rate = core::average_rate(sum);
    return rate ? app::money(ui.state().language, *rate) : std::string();
}

void head_card(Ui& ui, Column& column, const AnnualStatement& statement) {
    Card card(ui, column);
    Column& content = card.content();
    const std::string cost = app::money(ui.state().language, statement.total.cost);
    Heading total;
    total.key = "total";
    total.text = cost;
    total.type = Type::kDisplay;
    heading(ui, content, total);
    content.space(4);
    const std::string state = statement.published_on
                                  ? ui.text(Text::statement_published,
                                            {{"day", app::plain_date(ui.state().language, *statement.published_on)}})
                                  : std::string(ui.text(Text::statement_provisional_until));
    fact_list(ui, content, "facts", ui.text(Text::statement_summary),
              {{"hours", std::string(ui.text(Text::statement_hours)), hours_of(ui, statement.total.minutes)},
               {"extra", std::string(ui.text(Text::statement_extra)),
                statement.total.extra_minutes == 0 ? std::string()
                                                   : hours_of(ui, statement.total.extra_minutes) + " · " +
                                                         app::money(ui.state().language, statement.total.extra_cost)},
               {"rate", std::string(ui.text(Text::statement_average)), average_of(ui, statement.total)},
               {"provider", std::string(ui.text(Text::statement_provider)), statement.provider},
               {"applicant", std::string(ui.text(Text::statement_applicant)), statement.applicant},
               {"born", std::string(ui.text(Text::family_born)),
                statement.applicant_birth_date ? app::plain_date(ui.state().language, *statement.applicant_birth_date)
                                               : std::string()},
               {"bsn", std::string(ui.text(Text::record_field_bsn)), statement.applicant_bsn},
               {"state", std::string(ui.text(Text::statement_state)), state}});
}

/// What the childcare allowance does not count: hours beyond 230 a month, and the part of a rate above the maximum.
void allowance_notes(Ui& ui, Column& column, const AnnualStatement& statement, const StatementRow& row) {
    const app::Language language = ui.state().language;
    const auto note = [&](std::string_view key, const std::string& text) {
        column.space(10);
        Banner banner;
        banner.key = key;
        banner.text = text;
        banner.kind = BannerKind::kInfo;
        ui::banner(ui, column, banner);
    };
    const auto most = core::most_allowance_rate(statement.year, row.care_type);
    const auto average = core::average_rate(row.total);
    if (most && average && *most < *average) {
        note("rate", ui.text(Text::statement_rate_limit, {{"rate", app::money(language, *most)}}));
    }
    std::string months;
    for (int month = 1; month <= 12; ++month) {
        if (core::minutes_of_month(statement, row.child, month) > core::kMostAllowanceMinutes) {
            months += (months.empty() ? "" : ", ") + app::month_alone(language, {statement.year, month});
        }
    }
    if (!months.empty()) {
        note("hours", ui.text(Text::statement_hours_limit, {{"child", row.child_name}, {"months", months}}));
    }
}

void month_table(Ui& ui, Column& column, const AnnualStatement& statement, const StatementRow& row) {
    const app::Language language = ui.state().language;
    const std::array<TableColumn, 4> columns{{{"month", ui.text(Text::statement_month), Align::kLeft},
                                              {"hours", ui.text(Text::statement_hours), Align::kRight},
                                              {"extra", ui.text(Text::statement_extra_part), Align::kRight},
                                              {"cost", ui.text(Text::statement_cost), Align::kRight}}};
    std::vector<std::string> keys;
    keys.reserve(row.months.size() + 1);  // rows point into it
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < row.months.size(); ++i) {
        const StatementSum& sum = row.months[i];
        if (sum == StatementSum{}) {
            continue;
        }
        keys.push_back("m" + std::to_string(i + 1));
        rows.push_back(
            {keys.back(),
             {app::month_alone(language, {statement.year, static_cast<int>(i) + 1}), count_of(ui, sum.minutes),
              sum.extra_minutes == 0 ? "–" : count_of(ui, sum.extra_minutes), app::money(language, sum.cost)}});
    }
    rows.push_back({"total",
                    {std::string(ui.text(Text::statement_total)), count_of(ui, row.total.minutes),
                     row.total.extra_minutes == 0 ? "–" : count_of(ui, row.total.extra_minutes),
                     app::money(language, row.total.cost)},
                    true});
    const std::string name = ui.text(Text::statement_months_of, {{"child", row.child_name}});
    Table made;
    made.key = "months";
    made.name = name;
    made.columns = columns;
    made.rows = rows;
    table(ui, column, made);
}

void row_card(Ui& ui, Column& column, const AnnualStatement& statement, const StatementRow& row, std::size_t position) {
    constexpr float kAvatar = 40;
    const app::Language language = ui.state().language;
    const std::string name = row.child_name + " · " + row.location_name;
    const Group region(ui, Role::kRegion, "row-" + std::to_string(position), name);
    Card card(ui, column);
    Column& content = card.content();
    const float top = content.y;
    Column text{content.x + kAvatar + 12, top, content.width - kAvatar - 12};
    Heading title;
    title.key = "name";
    title.text = name;
    heading(ui, text, title);
    quiet_line(ui, text, "care",
               app::care_type(language, row.care_type) + " · " + ui.text(Text::invoice_lrk, {{"number", row.lrk}}));
    child_avatar(ui, {content.x, top, kAvatar, kAvatar}, app::child_index(ui.state(), row.child), row.child_name);
    content.y = std::max(text.y, top + kAvatar) + 8;
    fact_list(ui, content, "facts", name,
              {{"born", std::string(ui.text(Text::family_born)),
                row.birth_date ? app::plain_date(language, *row.birth_date) : std::string()},
               {"period", std::string(ui.text(Text::family_term)),
                ui.text(Text::family_period, {{"start", app::plain_date(language, row.first)},
                                              {"end", app::plain_date(language, row.last)}})},
               {"rate", std::string(ui.text(Text::statement_average)), average_of(ui, row.total)},
               {"surplus", std::string(ui.text(Text::invoice_line_surplus)),
                row.surplus_minutes == 0
                    ? std::string()
                    : hours_of(ui, row.surplus_minutes) + " · " + app::money(language, row.surplus_cost)}});
    content.space(8);
    month_table(ui, content, statement, row);
    allowance_notes(ui, content, statement, row);
}

void downloads(Ui& ui, Column& column, const AnnualStatement& statement) {
    constexpr float kGap = 12;
    const std::string year = std::to_string(statement.year);
    const std::string pdf_file = app::document_path(ui.state(), "annual-statements", year);
    const std::string csv_file = app::document_path(ui.state(), "annual-statements", year, "csv");
    Button pdf;
    pdf.key = "pdf";
    pdf.label = ui.text(Text::common_download_pdf);
    pdf.kind = ButtonKind::kSecondary;
    pdf.icon = icon::kDownload;
    pdf.file = pdf_file;
    Button csv = pdf;
    csv.key = "csv";
    csv.label = ui.text(Text::common_download_csv);
    csv.file = csv_file;
    const float half = (column.width - kGap) / 2;
    const bool beside = std::max(button_width(ui, pdf), button_width(ui, csv)) <= half;
    const Rect row = column.take(button_height(ui));
    button(ui, {row.x, row.y, beside ? half : row.width, row.height}, pdf);
    Rect rest{row.x + half + kGap, row.y, half, row.height};
    if (!beside) {
        column.space(kGap);
        rest = column.take(button_height(ui));
    }
    button(ui, rest, csv);
}

void content(Ui& ui, Column& column, const AnnualStatement& statement) {
    {
        Beside columns(ui, column, 0.4F);
        head_card(ui, columns.first(), statement);
        columns.first().space(12);
        downloads(ui, columns.first(), statement);
        columns.first().space(20);
        cost_chart(ui, columns.second(), statement);
        columns.second().space(20);
    }
    {
        Beside columns(ui, column, 0.5F);
        for (std::size_t i = 0; i < statement.rows.size(); ++i) {
            Column& place = columns.second().y < columns.first().y ? columns.second() : columns.first();
            row_card(ui, place, statement, statement.rows[i], i);
            place.space(12);
        }
    }
    column.space(8);
    {
        Beside columns(ui, column, 0.5F);
        usage_part(ui, columns.first(), statement);
        columns.first().space(20);
        payments_part(ui, columns.second(), statement);
        columns.second().space(20);
    }
}

}  // namespace

void statement_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, screen_name(ui.state()),
              WayBack{ui.text(Text::statements_back), route_to(ui, app::Screen::kStatements)});
    const AnnualStatement* statement = app::shown_statement(ui.state());
    const auto& years = ui.state().money.years;
    const auto known = std::find_if(years.begin(), years.end(), [&](const auto& entry) {
        return std::to_string(entry.first) == ui.state().route.id;
    });
    const bool failed = known != years.end() && known->second.failed();
    if (failed) {
        load_failure(ui, column, known->second.failure, statement != nullptr);
    }
    if (statement != nullptr) {
        content(ui, column, *statement);
    } else if (!failed) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
