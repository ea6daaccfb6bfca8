#include "app/money.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/amount_row.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using app::InvoiceFilter;
using core::InvoiceHead;
using core::InvoiceState;

void filter(Ui& ui, InvoiceFilter wanted, std::optional<int> year) {
    ui.emit(app::InvoicesFiltered{wanted, year});
}

/// What is still to be paid, all together.
void sum_card(Ui& ui, Column& column) {
    core::Money sum;
    const std::vector<const InvoiceHead*> open = app::open_invoices(ui.state());
    for (const InvoiceHead* invoice : open) {
        sum = sum + core::open_amount(*invoice);
    }
    Card card(ui, column);
    Column& content = card.content();
    Heading amount;
    amount.key = "open";
    const std::string text = open.empty()
                                 ? std::string(ui.text(Text::invoices_all_paid))
                                 : ui.text(Text::invoices_to_pay, {{"amount", app::money(ui.state().language, sum)}});
    amount.text = text;
    heading(ui, content, amount);
    if (!open.empty()) {
        const InvoiceHead& first = *open.front();
        const bool late = app::invoice_state(ui.state(), first) == InvoiceState::kOverdue;
        quiet_line(ui, content, "due",
                   ui.text(late ? Text::invoices_first_overdue : Text::invoices_first_due,
                           {{"day", app::plain_date(ui.state().language, first.due_on)}}));
    }
}

void state_chips(Ui& ui, Column& column) {
    struct Choice {
        InvoiceFilter filter;
        std::string_view key;
        Text label;
    };
    constexpr std::array<Choice, 4> kChoices{{{InvoiceFilter::kAll, "all", Text::invoices_filter_all},
                                              {InvoiceFilter::kOpen, "open", Text::invoices_filter_open},
                                              {InvoiceFilter::kOverdue, "overdue", Text::invoices_filter_overdue},
                                              {InvoiceFilter::kPaid, "paid", Text::invoices_filter_paid}}};
    const app::MoneyState& money = ui.state().money;
    const Group group(ui, Role::kGroup, "states", ui.text(Text::invoices_filter));
    ChipRow row(ui, column);
    for (const Choice& choice : kChoices) {
        const std::string label =
            ui.text(choice.label, {{"count", std::to_string(app::count_invoices(ui.state(), choice.filter))}});
        Chip chip;
        chip.key = choice.key;
        chip.label = label;
        chip.chosen = money.filter == choice.filter;
        if (row.add(chip)) {
            filter(ui, choice.filter, money.year);
        }
    }
}

void year_choice(Ui& ui, Column& column) {
    const app::MoneyState& money = ui.state().money;
    const std::vector<int>& years = money.invoices.value->years;
    if (years.size() < 2) {
        return;
    }
    std::vector<std::string> names{std::string(ui.text(Text::invoices_years_all))};
    names.reserve(years.size() + 1);
    for (const int year : years) {
        names.push_back(std::to_string(year));
    }
    std::vector<SelectOption> options;
    options.reserve(names.size());
    for (const std::string& name : names) {
        options.push_back({options.empty() ? std::string_view("all") : std::string_view(name), name});
    }
    const std::string chosen = money.year ? std::to_string(*money.year) : "all";
    Select choice;
    choice.key = "year";
    choice.name = ui.text(Text::invoices_year);
    choice.icon = icon::kCalendarDays;
    choice.chosen = chosen;
    choice.options = options;
    const Rect row = column.take(kTarget);
    const Rect rect{row.x, row.y, std::min(row.width, select_width(ui, choice)), row.height};
    if (const std::string* picked = select(ui, rect, choice)) {
        const auto year =
            std::find_if(years.begin(), years.end(), [&](int one) { return std::to_string(one) == *picked; });
        filter(ui, money.filter, year != years.end() ? std::optional(*year) : std::nullopt);
    }
    column.space(8);
}

std::vector<std::string> lines_of(const Ui& ui, const InvoiceHead& invoice, InvoiceState state) {
    const app::Language language = ui.state().language;
    const bool note = invoice.kind == core::InvoiceKind::kCreditNote;
    const std::string number = note ? invoice.number : ui.text(Text::invoice_number, {{"number", invoice.number}});
    if (state == InvoiceState::kPaid || state == InvoiceState::kCredited) {
        return {number};
    }
    if (note) {
        return {number, std::string(ui.text(Text::invoice_paid_back))};
    }
    const std::string when = invoice.direct_debit && state != InvoiceState::kOverdue
                                 ? ui.text(Text::invoice_collected_on,
                                           {{"day", app::plain_date(language, invoice.direct_debit->collected_on)}})
                                 : ui.text(Text::invoice_due_on, {{"day", app::plain_date(language, invoice.due_on)}});
    return {number, when};
}

void row(Ui& ui, Column& column, const InvoiceHead& invoice) {
    const app::State& state = ui.state();
    app::Route route;
    route.screen = app::Screen::kInvoice;
    route.month = core::Month::of(app::today(state));
    route.id = invoice.id.value;
    const bool note = invoice.kind == core::InvoiceKind::kCreditNote;
    const std::string month = app::month_name(state.language, invoice.month);
    const std::string title = note ? ui.text(Text::invoice_title_credit, {{"month", month}}) : month;
    const std::string amount = app::money(state.language, invoice.total);
    const std::vector<std::string> lines = lines_of(ui, invoice, app::invoice_state(state, invoice));
    const std::string href = app::to_path(route);
    const std::string key = "invoice-" + invoice.id.value;
    AmountRow row;
    row.key = key;
    row.title = title;
    row.lines = lines;
    row.amount = amount;
    row.icon = note ? icon::kUndo2 : icon::kReceiptEuro;
    row.badge = badge_of(ui, invoice);
    row.href = href;
    if (amount_row(ui, column, row)) {
        ui.emit(app::Navigated{route});
    }
}

/// The invoices of one year, from `first` on. Returns the first of the next.
std::size_t year(Ui& ui, Column& column, const std::vector<const InvoiceHead*>& shown, std::size_t first) {
    const std::string name = std::to_string(shown[first]->month.year);
    const std::string key = "year-" + name;
    Heading title;
    title.key = key;
    title.text = name;
    heading(ui, column, title);
    column.space(8);
    std::size_t next = first;
    {
        Card card(ui, column);
        Column& content = card.content();
        content.space(-8);
        const Group list(ui, Role::kList, "invoices-" + name, name);
        for (; next < shown.size() && shown[next]->month.year == shown[first]->month.year; ++next) {
            if (next != first) {
                card.divider();
            }
            row(ui, content, *shown[next]);
        }
        content.space(-8);
    }
    column.space(20);
    return next;
}

void empty_notice(Ui& ui, Column& column, Text title, Text text) {
    Notice empty;
    empty.key = "empty";
    empty.icon = icon::kReceiptEuro;
    empty.title = ui.text(title);
    empty.text = ui.text(text);
    notice(ui, column, empty);
}

void content(Ui& ui, Column& column) {
    if (ui.state().money.invoices.value->invoices.empty()) {
        empty_notice(ui, column, Text::invoices_empty_title, Text::invoices_empty_text);
        return;
    }
    Beside columns(ui, column, 0.66F);
    sum_card(ui, columns.second());
    columns.second().space(16);
    year_choice(ui, columns.second());
    state_chips(ui, columns.second());
    columns.second().space(16);
    const std::vector<const InvoiceHead*> shown = app::shown_invoices(ui.state());
    if (shown.empty()) {
        empty_notice(ui, columns.first(), Text::invoices_none_title, Text::invoices_none_text);
    }
    for (std::size_t next = 0; next < shown.size();) {
        next = year(ui, columns.first(), shown, next);
    }
}

}  // namespace

RowBadge badge_of(const Ui& ui, const InvoiceHead& invoice) {
    const Palette& colors = ui.colors();
    const bool note = invoice.kind == core::InvoiceKind::kCreditNote;
    switch (app::invoice_state(ui.state(), invoice)) {
        case InvoiceState::kPaid:
            return {colors.approved, icon::kCheck,
                    ui.text(note ? Text::invoice_state_settled : Text::invoice_state_paid)};
        case InvoiceState::kOverdue:
            return {colors.error, icon::kTriangleAlert, ui.text(Text::invoice_state_overdue)};
        case InvoiceState::kCredited:
            return {colors.closed, icon::kCheck, ui.text(Text::invoice_state_settled)};
        case InvoiceState::kOpen:
            break;
    }
    return {colors.asked, icon::kClock, ui.text(Text::invoice_state_open)};
}

void invoices_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::app_invoices));
    const auto& invoices = ui.state().money.invoices;
    if (invoices.failed()) {
        load_failure(ui, column, invoices.failure, invoices.value.has_value());
    }
    if (invoices.value) {
        content(ui, column);
    } else if (!invoices.failed()) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
