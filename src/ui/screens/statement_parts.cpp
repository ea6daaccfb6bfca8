#include "ui/screens/statement_parts.hpp"

#include "app/format.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/amount_row.hpp"
#include "ui/widgets/bar_chart.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::AnnualStatement;
using core::SumKind;

constexpr std::array<SumKind, 8> kKinds{SumKind::kContract, SumKind::kSurplus, SumKind::kExtra,   SumKind::kCredited,
                                        SumKind::kSwap,     SumKind::kGivenUp, SumKind::kAbsence, SumKind::kSickness};

Text name_of(SumKind kind) {
    switch (kind) {
        case SumKind::kContract:
            return Text::usage_contract;
        case SumKind::kSurplus:
            return Text::usage_surplus;
        case SumKind::kExtra:
            return Text::usage_extra;
        case SumKind::kCredited:
            return Text::usage_credited;
        case SumKind::kSwap:
            return Text::usage_swap;
        case SumKind::kGivenUp:
            return Text::usage_given_up;
        case SumKind::kAbsence:
            return Text::usage_absence;
        case SumKind::kSickness:
            return Text::usage_sickness;
    }
    return Text::usage_contract;
}

std::int64_t minutes_of(const AnnualStatement& statement, const core::ChildId& child, SumKind kind) {
    std::int64_t minutes = 0;
    for (const core::MonthSum& sum : statement.usage) {
        minutes += sum.child == child && sum.kind == kind ? sum.minutes : 0;
    }
    return minutes;
}

/// The children of the usage, each once.
std::vector<core::ChildId> children_of(const AnnualStatement& statement) {
    std::vector<core::ChildId> children;
    for (const core::MonthSum& sum : statement.usage) {
        if (std::find(children.begin(), children.end(), sum.child) == children.end()) {
            children.push_back(sum.child);
        }
    }
    return children;
}

void title(Ui& ui, Column& column, std::string_view key, Text text) {
    Heading made;
    made.key = key;
    made.text = ui.text(text);
    heading(ui, column, made);
    column.space(8);
}

/// A year's cost of one month, of all children.
core::StatementSum sum_of(const AnnualStatement& statement, std::size_t month) {
    core::StatementSum sum;
    for (const core::StatementRow& row : statement.rows) {
        core::add(sum, row.months[month]);
    }
    return sum;
}

}  // namespace

void cost_chart(Ui& ui, Column& column, const AnnualStatement& statement) {
    const app::Language language = ui.state().language;
    title(ui, column, "chart-title", Text::statement_by_month);
    Card card(ui, column);
    const Palette& colors = ui.colors();
    const std::array<ChartSeries, 2> series{
        {{"contract", ui.text(Text::usage_contract), {colors.accent, colors.accent_tint}, BarFill::kSolid},
         {"extra", ui.text(Text::usage_extra), colors.asked, BarFill::kHatched}}};
    std::vector<std::string> labels;
    std::vector<std::string> names;
    std::vector<ChartBar> bars;
    labels.reserve(12);
    names.reserve(12);
    for (std::size_t i = 0; i < 12; ++i) {
        const core::Month month{statement.year, static_cast<int>(i) + 1};
        const core::StatementSum sum = sum_of(statement, i);
        labels.push_back(app::month_short(language, month));
        names.push_back(app::month_name(language, month));
        const auto euros = [](core::Money amount) { return static_cast<float>(amount.cents) / 100; };
        const core::Money agreed{sum.cost.cents - sum.extra_cost.cents};
        bars.push_back({labels.back(),
                        labels.back(),
                        names.back(),
                        {std::max(0.0F, euros(agreed)), std::max(0.0F, euros(sum.extra_cost))}});
    }
    BarChart chart;
    chart.key = "costs";
    chart.name = ui.text(Text::statement_by_month);
    chart.series = series;
    chart.bars = bars;
    chart.say = [language](float euros) {
        return app::money(language, {static_cast<std::int64_t>(std::lround(euros * 100))});
    };
    bar_chart(ui, card.content(), chart);
}

void payments_part(Ui& ui, Column& column, const AnnualStatement& statement) {
    if (statement.invoices.empty()) {
        return;
    }
    const app::Language language = ui.state().language;
    title(ui, column, "payments-title", Text::statement_payments);
    Card card(ui, column);
    Column& content = card.content();
    quiet_line(ui, content, "paid",
               ui.text(Text::statement_paid, {{"paid", app::money(language, core::paid_of(statement))},
                                              {"cost", app::money(language, statement.total.cost)}}));
    const Group list(ui, Role::kList, "payments", ui.text(Text::statement_payments));
    for (const core::StatementInvoice& invoice : statement.invoices) {
        card.divider();
        app::Route route = ui.state().route;
        route.screen = app::Screen::kInvoice;
        route.id = invoice.id.value;
        const std::string href = app::to_path(route);
        const std::string amount = app::money(language, invoice.amount);
        std::vector<std::string> lines{app::plain_date(language, invoice.issued_on)};
        if (invoice.paid_on) {
            lines.push_back(ui.text(Text::invoice_paid_on, {{"day", app::plain_date(language, *invoice.paid_on)}}));
        }
        AmountRow row;
        row.key = invoice.id.value;
        row.title = invoice.number;
        row.lines = lines;
        row.amount = amount;
        row.icon = icon::kReceiptEuro;
        const Palette& colors = ui.colors();
        row.badge = invoice.paid_on   ? RowBadge{colors.approved, icon::kCheck, ui.text(Text::invoice_state_paid)}
                    : invoice.settled ? RowBadge{colors.closed, icon::kCheck, ui.text(Text::invoice_state_settled)}
                                      : RowBadge{colors.asked, icon::kClock, ui.text(Text::invoice_state_open)};
        row.href = href;
        if (amount_row(ui, content, row)) {
            ui.emit(app::Navigated{route});
        }
    }
}

void usage_part(Ui& ui, Column& column, const AnnualStatement& statement) {
    const std::vector<core::ChildId> children = children_of(statement);
    if (children.empty()) {
        return;
    }
    title(ui, column, "usage-title", Text::usage_title);
    Card card(ui, column);
    Column& content = card.content();
    Paragraph about;
    about.key = "usage-about";
    about.text = ui.text(Text::usage_about);
    about.type = Type::kSecondary;
    about.color = ui.colors().secondary;
    paragraph(ui, content, about);
    content.space(8);
    std::vector<TableColumn> columns{{"kind", ui.text(Text::usage_kind), Align::kLeft}};
    for (const core::ChildId& child : children) {
        columns.push_back({child.value, app::first_name(ui.state(), child), Align::kRight});
    }
    std::vector<TableRow> rows;
    for (const SumKind kind : kKinds) {
        std::vector<std::string> cells{std::string(ui.text(name_of(kind)))};
        bool any = false;
        for (const core::ChildId& child : children) {
            const std::int64_t minutes = minutes_of(statement, child, kind);
            any = any || minutes != 0;
            cells.push_back(minutes == 0 ? "–" : app::hours(ui.state().language, static_cast<int>(minutes)));
        }
        if (any) {
            rows.push_back({core::to_string(kind), std::move(cells)});
        }
    }
    Table usage;
    usage.key = "usage";
    usage.name = ui.text(Text::usage_title);
    usage.columns = columns;
    usage.rows = rows;
    table(ui, content, usage);
}

}  // namespace portal::ui
