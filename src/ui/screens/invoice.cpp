#include "app/calendar.hpp"
#include "app/money.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/amount_row.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::Invoice;
using core::InvoiceLine;
using core::LineKind;

/// By when and how an invoice was to be paid that is not open any more: an open one says it beside.
void settled_lines(Ui& ui, Column& column, const core::InvoiceHead& head) {
    const app::Language language = ui.state().language;
    const bool open = app::passes(app::invoice_state(ui.state(), head), app::InvoiceFilter::kOpen);
    if (open || head.kind == core::InvoiceKind::kCreditNote) {
        return;
    }
    quiet_line(ui, column, "due", ui.text(Text::invoice_was_due, {{"day", app::plain_date(language, head.due_on)}}));
    if (const auto& debit = head.direct_debit) {
        quiet_line(ui, column, "debit",
                   ui.text(Text::invoice_was_collected, {{"day", app::plain_date(language, debit->collected_on)},
                                                         {"iban", debit->iban},
                                                         {"mandate", debit->mandate}}));
    }
}

/// The amount, the state, and which invoice it is.
void head_card(Ui& ui, Column& column, const Invoice& invoice) {
    const app::Language language = ui.state().language;
    Card card(ui, column);
    Column& content = card.content();
    const std::string amount = app::money(language, invoice.head.total);
    const RowBadge state = badge_of(ui, invoice.head);
    const float room = badge_width(ui, state.icon, state.label);
    const TextStyle style = ui.theme().type(Type::kDisplay);
    const bool beside = ui.fonts().width(style, amount) + 16 + room <= content.width;
    const float top = content.y;
    Heading total;
    total.key = "total";
    total.text = amount;
    total.type = Type::kDisplay;
    heading(ui, content, total);
    const Point at = beside ? Point{content.x + content.width - room, top + (style.line - badge_height(ui)) / 2}
                            : Point{content.x, content.y + 4};
    badge(ui, at, state.tone, state.icon, state.label);
    ui.record(Role::kText, "state", {at.x, at.y, room, badge_height(ui)}).name = state.label;
    if (!beside) {
        content.y = at.y + badge_height(ui) + 8;
    }
    std::string about = invoice.head.kind == core::InvoiceKind::kCreditNote
                            ? invoice.head.number
                            : ui.text(Text::invoice_number, {{"number", invoice.head.number}});
    about.append(" · ").append(app::plain_date(language, invoice.head.issued_on));
    quiet_line(ui, content, "about", about);
    quiet_line(ui, content, "debtor",
               ui.text(Text::invoice_addressed, {{"name", invoice.head.addressee}, {"number", invoice.head.debtor}}));
    for (const std::string& note : invoice.head.credit_notes) {
        quiet_line(ui, content, "note-" + note, ui.text(Text::invoice_credited_by, {{"number", note}}));
    }
    if (invoice.head.credits) {
        quiet_line(ui, content, "credits", ui.text(Text::invoice_credits, {{"number", *invoice.head.credits}}));
    }
    settled_lines(ui, content, invoice.head);
}

std::string title_of(const Ui& ui, const InvoiceLine& line) {
    const app::Language language = ui.state().language;
    switch (line.kind) {
        case LineKind::kContract:
            return app::care_type(language, line.care_type) + " · " + line.location_name;
        case LineKind::kExtra:
            return line.dates.size() == 1
                       ? ui.text(Text::invoice_line_extra_on, {{"day", app::day_name(language, line.dates.front())}})
                       : std::string(ui.text(Text::invoice_line_extra));
        case LineKind::kSurplus:
            return std::string(ui.text(Text::invoice_line_surplus));
        case LineKind::kCorrection:
            break;
    }
    return line.description.empty() ? std::string(ui.text(Text::invoice_line_correction)) : line.description;
}

std::string weekdays_of(const Ui& ui, const InvoiceLine& line) {
    std::string text;
    const auto days = line.weekdays();
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days[i]) {
            text += (text.empty() ? "" : " ") + app::weekday_short(ui.state().language, static_cast<core::Weekday>(i));
        }
    }
    return text;
}

std::vector<std::string> lines_of(const Ui& ui, const InvoiceLine& line) {
    const app::Language language = ui.state().language;
    std::vector<std::string> lines;
    if (line.minutes != 0) {
        lines.push_back(app::hours(language, static_cast<int>(line.minutes)) + " × " +
                        app::money(language, line.hourly_rate));
    }
    if (line.formula) {
        if (std::string formula = formula_of(ui, line.formula->monthly); !formula.empty()) {
            lines.push_back(std::move(formula));
        }
        if (!line.formula->is_whole_month()) {
            lines.push_back(
                ui.text(Text::invoice_part_of_month, {{"days", std::to_string(line.formula->days())},
                                                      {"all", std::to_string(line.formula->days_of_month())}}));
        }
    }
    std::string place = line.kind == LineKind::kContract ? weekdays_of(ui, line) : line.location_name;
    if (!line.lrk.empty()) {
        place.append(place.empty() ? "" : " · ").append(ui.text(Text::invoice_lrk, {{"number", line.lrk}}));
    }
    if (!line.contract_number.empty()) {
        place.append(place.empty() ? "" : " · ")
            .append(ui.text(Text::invoice_contract, {{"number", line.contract_number}}));
    }
    if (!place.empty()) {
        lines.push_back(std::move(place));
    }
    if (line.kind != LineKind::kCorrection && !line.description.empty()) {
        lines.push_back(line.description);
    }
    return lines;
}

void line_row(Ui& ui, Column& column, const Invoice& invoice, const InvoiceLine& line, std::size_t position) {
    const std::string key = "line-" + std::to_string(position);
    const std::string title =
        line.child_name.empty() ? title_of(ui, line) : line.child_name + " · " + title_of(ui, line);
    const std::vector<std::string> lines = lines_of(ui, line);
    const std::string amount = app::money(ui.state().language, line.amount);
    AmountRow row;
    row.key = key;
    row.title = title;
    row.lines = lines;
    row.amount = amount;
    row.child = app::child_index(ui.state(), line.child);
    row.child_name = line.child_name;
    amount_row(ui, column, row);
    if (line.dates.empty()) {
        return;
    }
    // From what is paid to the days that it is for.
    const Group item(ui, Role::kListItem, key + "-days");
    Button show;
    const std::string button_key = key + "-show";
    show.key = button_key;
    show.label = ui.text(Text::invoice_show_days);
    show.description = title;
    show.kind = ButtonKind::kQuiet;
    show.icon = icon::kCalendarDays;
    show.tight = true;
    constexpr float kTextX = 52 - kTightPadding;  // where the line's text is
    const Rect row_below = column.take(button_height(ui));
    const float width = std::min(row_below.width - kTextX, button_width(ui, show));
    if (button(ui, {row_below.x + kTextX, row_below.y, width, row_below.height}, show)) {
        ui.emit(app::DaysPointedAt{line.child, line.dates, invoice.head.number});
    }
    column.space(6);
}

/// The lines of one sort, with a heading; nothing where there are none.
template <class Belongs>
void lines_card(Ui& ui, Column& column, const Invoice& invoice, std::string_view key, Text name, Belongs belongs) {
    if (std::none_of(invoice.lines.begin(), invoice.lines.end(), belongs)) {
        return;
    }
    Heading title;
    title.key = key;
    title.text = ui.text(name);
    heading(ui, column, title);
    column.space(8);
    {
        Card card(ui, column);
        Column& content = card.content();
        content.space(-8);
        const Group list(ui, Role::kList, std::string(key) + "-list", ui.text(name));
        bool first = true;
        for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
            if (belongs(invoice.lines[i])) {
                if (!std::exchange(first, false)) {
                    card.divider();
                }
                line_row(ui, content, invoice, invoice.lines[i], i);
            }
        }
        content.space(-8);
    }
    column.space(20);
}

void total_card(Ui& ui, Column& column, const Invoice& invoice) {
    const app::Language language = ui.state().language;
    Card card(ui, column);
    Column& content = card.content();
    std::vector<Fact> facts{
        {"total", std::string(ui.text(Text::invoice_total)), app::money(language, invoice.head.total)}};
    std::vector<std::string> keys;
    keys.reserve(invoice.payments.size());  // facts point into it
    for (const core::InvoicePayment& payment : invoice.payments) {
        keys.push_back("payment-" + std::to_string(keys.size()));
        const bool back = payment.amount.cents < 0;
        facts.push_back({keys.back(),
                         ui.text(back ? Text::invoice_paid_back_on : Text::invoice_paid_on,
                                 {{"day", app::plain_date(language, payment.on)}}),
                         app::money(language, payment.amount)});
    }
    if (invoice.head.settled.cents != 0) {
        facts.push_back(
            {"settled", std::string(ui.text(Text::invoice_settled)), app::money(language, invoice.head.settled)});
    }
    facts.push_back(
        {"open", std::string(ui.text(Text::invoice_open)), app::money(language, core::open_amount(invoice.head))});
    content.space(-8);
    fact_list(ui, content, "sums", ui.text(Text::invoice_total), facts);
    content.space(-8);
}

void content(Ui& ui, Column& column, const api::InvoiceDocument& document) {
    const Invoice& invoice = document.invoice;
    Beside columns(ui, column, 0.56F);
    head_card(ui, columns.first(), invoice);
    columns.first().space(12);
    payment_part(ui, columns.second(), document);
    columns.second().space(12);
    const auto is_extra = [](const InvoiceLine& line) { return line.kind == LineKind::kExtra; };
    lines_card(ui, columns.first(), invoice, "care", Text::invoice_lines,
               [&](const InvoiceLine& line) { return !is_extra(line); });
    lines_card(ui, columns.first(), invoice, "extra", Text::invoice_lines_extra, is_extra);
    total_card(ui, columns.first(), invoice);
    columns.first().space(16);
    const std::string file = app::document_path(ui.state(), "invoices", invoice.head.id.value);
    Button pdf;
    pdf.key = "pdf";
    pdf.label = ui.text(Text::common_download_pdf);
    pdf.kind = ButtonKind::kSecondary;
    pdf.icon = icon::kDownload;
    pdf.file = file;
    button(ui, columns.second(), pdf);
    columns.second().space(16);
}

}  // namespace

std::string formula_of(const Ui& ui, const core::MonthlyCost& cost) {
    const app::Language language = ui.state().language;
    std::string text;
    for (const core::WeekShare& part : cost.parts) {
        text.append(text.empty() ? "" : " + ")
            .append(ui.text(Text::contract_formula, {{"hours", app::hours(language, part.week_minutes)},
                                                     {"rate", app::money(language, cost.hourly_rate)},
                                                     {"weeks", app::weeks(language, part.weeks)}}));
    }
    if (text.empty()) {
        return text;
    }
    return cost.parts.size() > 1 ? "(" + text + ") " + std::string(ui.text(Text::contract_formula_month))
                                 : text + " " + std::string(ui.text(Text::contract_formula_month));
}

void invoice_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, screen_name(ui.state()),
              WayBack{ui.text(Text::invoices_back), route_to(ui, app::Screen::kInvoices)});
    const auto known = ui.state().money.details.find(core::InvoiceId{ui.state().route.id});
    const bool failed = known != ui.state().money.details.end() && known->second.failed();
    const api::InvoiceDocument* document = app::shown_invoice(ui.state());
    if (failed) {
        load_failure(ui, column, known->second.failure, document != nullptr);
    }
    if (document != nullptr) {
        content(ui, column, *document);
    } else if (!failed) {
        skeleton_cards(ui, column, 2);
    }
}

}  // namespace portal::ui
