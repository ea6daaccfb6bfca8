#include "app/age.hpp"

#include "core/digits.hpp"

#include <algorithm>
#include <initializer_list>

namespace portal::app {
namespace {

using Moment = std::optional<core::Instant>;

Moment oldest(std::initializer_list<const RemoteStatus*> remotes) {
    Moment moment;
    for (const RemoteStatus* remote : remotes) {
        if (remote != nullptr && remote->as_of) {
            moment = moment ? std::min(moment, remote->as_of) : remote->as_of;
        }
    }
    return moment;
}

template <class Key, class T>
const RemoteStatus* find(const std::map<Key, Remote<T>>& remotes, const Key& key) {
    const auto found = remotes.find(key);
    return found == remotes.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<core::Instant> shown_as_of(const State& state) {
    const Route& route = state.route;
    const MoneyState& money = state.money;
    switch (route.screen) {
        case Screen::kOverview:
            return oldest({&state.family, &state.requests, &state.credit, &state.notices, &money.invoices,
                           find(state.months, route.month)});
        case Screen::kChanges:
        case Screen::kPlanner:
            return oldest({&state.family, &state.requests, &state.credit,
                           route.whole_year ? find(state.years, route.month.year) : find(state.months, route.month)});
        case Screen::kFamily:
            return oldest({&state.family, &state.records});
        case Screen::kLog:
            return oldest({&state.requests, &state.changes});
        case Screen::kRequests:
            return oldest({&state.requests});
        case Screen::kCredit:
            return oldest({&state.credit, &state.family});
        case Screen::kInvoices:
            return oldest({&money.invoices});
        case Screen::kInvoice:
            return oldest({find(money.details, core::InvoiceId{route.id})});
        case Screen::kStatements:
            return oldest({&money.statements});
        case Screen::kStatement:
            return oldest({find(money.years, core::parse_digits(route.id).value_or(0))});
        case Screen::kContract:
            return oldest({&state.family, &money.contracts});
        case Screen::kAccount:
            return oldest({&state.account_page.sessions, &state.account_page.logins, &state.account_page.settings});
        case Screen::kWelcome:
        case Screen::kForgotten:
            break;
    }
    return std::nullopt;
}

}  // namespace portal::app
