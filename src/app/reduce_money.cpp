#include "api/money_codec.hpp"
#include "app/loading.hpp"
#include "app/route_records.hpp"
#include "core/digits.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::app::reducers {
namespace {

void load_invoices(State& state, Effects& effects) {
    load(state, effects, state.money.invoices, "/invoices", Purpose::Kind::kInvoices);
}

void load_invoice(State& state, Effects& effects, const std::string& id) {
    load(state, effects, state.money.details[core::InvoiceId{id}], "/invoices/" + path_part(id),
         Purpose::Kind::kInvoice, id);
}

void load_statements(State& state, Effects& effects) {
    load(state, effects, state.money.statements, "/annual-statements", Purpose::Kind::kStatements);
}

void load_statement(State& state, Effects& effects, const std::string& year) {
    load(state, effects, state.money.years[core::parse_digits(year).value_or(0)], "/annual-statements/" + year,
         Purpose::Kind::kStatement, year);
}

void load_contracts(State& state, Effects& effects) {
    load(state, effects, state.money.contracts, "/contracts", Purpose::Kind::kContracts);
}

constexpr std::size_t kInvoicesAhead = 12;

/// Each invoice and statement of the lists, the newest first.
[[nodiscard]] Ahead load_details_ahead(State& state, Effects& effects) {
    MoneyState& money = state.money;
    const auto& invoices = money.invoices.value ? money.invoices.value->invoices : std::vector<core::InvoiceHead>{};
    for (std::size_t i = 0; i < std::min(invoices.size(), kInvoicesAhead); ++i) {
        const std::string id = invoices[i].id.value;
        const Ahead ahead = ahead_of(money.details[core::InvoiceId{id}]);
        if (ahead == Ahead::kLoads) {
            load_invoice(state, effects, id);
        }
        if (ahead != Ahead::kKnown) {
            return ahead;
        }
    }
    for (const api::StatementEntry& entry : money.statements.value.value_or(std::vector<api::StatementEntry>{})) {
        const Ahead ahead = ahead_of(money.years[entry.year]);
        if (ahead == Ahead::kLoads) {
            load_statement(state, effects, std::to_string(entry.year));
        }
        if (ahead != Ahead::kKnown) {
            return ahead;
        }
    }
    return Ahead::kKnown;
}

}  // namespace

Ahead load_money_ahead(State& state, Effects& effects) {
    struct List {
        const RemoteStatus& status;
        void (*load)(State&, Effects&);
    };
    const MoneyState& money = state.money;
    for (const List& list : {List{money.invoices, load_invoices}, List{money.statements, load_statements},
                             List{money.contracts, load_contracts}}) {
        const Ahead ahead = ahead_of(list.status);
        if (ahead == Ahead::kLoads) {
            list.load(state, effects);
        }
        if (ahead != Ahead::kKnown) {
            return ahead;
        }
    }
    return load_details_ahead(state, effects);
}

void load_money(State& state, Effects& effects) {
    switch (state.route.screen) {
        case Screen::kOverview:
        case Screen::kInvoices:
            load_invoices(state, effects);
            break;
        case Screen::kInvoice:
            load_invoice(state, effects, state.route.id);
            break;
        case Screen::kStatements:
            load_statements(state, effects);
            break;
        case Screen::kStatement:
            load_statement(state, effects, state.route.id);
            break;
        case Screen::kContract:
            load_contracts(state, effects);
            break;
        default:
            break;
    }
}

void reload_failed_money(State& state, Effects& effects) {
    MoneyState& money = state.money;
    const Route& route = state.route;
    const bool of_route =
        (route.screen == Screen::kInvoice && money.details[core::InvoiceId{route.id}].failed()) ||
        (route.screen == Screen::kStatement && money.years[core::parse_digits(route.id).value_or(0)].failed()) ||
        (route.screen == Screen::kStatements && money.statements.failed()) ||
        (route.screen == Screen::kContract && money.contracts.failed());
    if (of_route) {
        load_money(state, effects);
    } else if (money.invoices.failed()) {
        load_invoices(state, effects);
    }
}

void money_answered(State& state, Effects& effects, const Answered& answer) {
    MoneyState& money = state.money;
    switch (answer.purpose.kind) {
        case Purpose::Kind::kInvoices:
            finish(state, effects, money.invoices, answer, api::decode_invoices);
            break;
        case Purpose::Kind::kInvoice:
            finish(state, effects, money.details[core::InvoiceId{answer.purpose.id}], answer, api::decode_invoice);
            break;
        case Purpose::Kind::kStatements:
            finish(state, effects, money.statements, answer, api::decode_statements);
            break;
        case Purpose::Kind::kStatement:
            finish(state, effects, money.years[core::parse_digits(answer.purpose.id).value_or(0)], answer,
                   api::decode_statement);
            break;
        case Purpose::Kind::kContracts:
            finish(state, effects, money.contracts, answer, api::decode_contract_details);
            break;
        default:
            break;
    }
}

}  // namespace portal::app::reducers
