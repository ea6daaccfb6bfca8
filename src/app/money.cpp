#include "app/money.hpp"

#include "app/route_records.hpp"
#include "app/selectors.hpp"
#include "core/digits.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>

namespace portal::app {
namespace {

const std::vector<core::InvoiceHead> kNone;

[[nodiscard]] const std::vector<core::InvoiceHead>& all_invoices(const State& state) {
    return state.money.invoices.value ? state.money.invoices.value->invoices : kNone;
}

[[nodiscard]] bool of_year(const State& state, const core::InvoiceHead& invoice) {
    return !state.money.year || invoice.month.year == *state.money.year;
}

}  // namespace

core::InvoiceState invoice_state(const State& state, const core::InvoiceHead& invoice) {
    return core::state_on(invoice, today(state));
}

bool passes(core::InvoiceState state, InvoiceFilter filter) {
    const bool overdue = state == core::InvoiceState::kOverdue;
    switch (filter) {
        case InvoiceFilter::kAll:
            return true;
        case InvoiceFilter::kOpen:
            return overdue || state == core::InvoiceState::kOpen;
        case InvoiceFilter::kOverdue:
            return overdue;
        case InvoiceFilter::kPaid:
            return state == core::InvoiceState::kPaid || state == core::InvoiceState::kCredited;
    }
    return true;
}

std::vector<const core::InvoiceHead*> shown_invoices(const State& state) {
    std::vector<const core::InvoiceHead*> shown;
    for (const core::InvoiceHead& invoice : all_invoices(state)) {
        if (of_year(state, invoice) && passes(invoice_state(state, invoice), state.money.filter)) {
            shown.push_back(&invoice);
        }
    }
    return shown;
}

std::vector<const core::InvoiceHead*> open_invoices(const State& state) {
    std::vector<const core::InvoiceHead*> open;
    for (const core::InvoiceHead& invoice : all_invoices(state)) {
        if (invoice.kind == core::InvoiceKind::kInvoice &&
            passes(invoice_state(state, invoice), InvoiceFilter::kOpen)) {
            open.push_back(&invoice);
        }
    }
    core::stable_sort(open,
                      [](const core::InvoiceHead* a, const core::InvoiceHead* b) { return a->due_on < b->due_on; });
    return open;
}

std::size_t count_invoices(const State& state, InvoiceFilter filter) {
    const std::vector<core::InvoiceHead>& all = all_invoices(state);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const core::InvoiceHead& invoice) {
        return of_year(state, invoice) && passes(invoice_state(state, invoice), filter);
    }));
}

const api::InvoiceDocument* shown_invoice(const State& state) {
    const auto known = state.money.details.find(core::InvoiceId{state.route.id});
    return known != state.money.details.end() && known->second.value ? &*known->second.value : nullptr;
}

const core::AnnualStatement* shown_statement(const State& state) {
    const auto known = state.money.years.find(core::parse_digits(state.route.id).value_or(0));
    return known != state.money.years.end() && known->second.value ? &*known->second.value : nullptr;
}

const core::PlacementContract* shown_contract(const State& state) {
    if (!state.family.value) {
        return nullptr;
    }
    const std::vector<core::PlacementContract>& all = state.family.value->contracts;
    const auto found = std::find_if(all.begin(), all.end(), [&](const core::PlacementContract& contract) {
        return contract.id.value == state.route.id;
    });
    return found != all.end() ? &*found : nullptr;
}

std::string document_path(const State& state, std::string_view of, std::string_view id, std::string_view format) {
    std::string path = "/";
    path.append(of).append("/").append(path_part(id)).append("/").append(format);
    return path.append(state.language == Language::en ? "?language=en" : "?language=nl");
}

}  // namespace portal::app
