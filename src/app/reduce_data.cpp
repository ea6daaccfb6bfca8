#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "api/rules_codec.hpp"
#include "app/keeping.hpp"
#include "app/loading.hpp"
#include "app/overview.hpp"
#include "app/reduce_account.hpp"
#include "app/reducers.hpp"

#include <utility>

namespace portal::app::reducers {
namespace {

constexpr int kUnauthorized = 401;

void load_locations(State& state, Effects& effects) {
    load(state, effects, state.locations, "/locations", Purpose::Kind::kLocations);
}

void load_rules(State& state, Effects& effects) {
    load(state, effects, state.rules, "/rules", Purpose::Kind::kRules);
}

void load_months(State& state, Effects& effects) {
    if (!state.months[state.route.month].loading()) {
        load_month(state, effects, state.route.month);
    }
    for (const int step : {1, -1}) {
        const core::Month neighbour = state.route.month.plus(step);
        if (state.months[neighbour].phase == Remote<api::Occupancy>::Phase::kIdle) {
            load_month(state, effects, neighbour);
        }
    }
}

void reload_failed_calendar(State& state, Effects& effects) {
    const int year = state.route.month.year;
    if (state.route.whole_year) {
        if (state.years[year].failed()) {
            load_year(state, effects, year);
        }
        return;
    }
    for (const int step : {0, 1, -1}) {
        const core::Month month = state.route.month.plus(step);
        if (state.months[month].failed()) {
            load_month(state, effects, month);
        }
    }
}

}  // namespace

void load_month(State& state, Effects& effects, core::Month month) {
    const std::string path =
        "/occupancy?from=" + month.grid_begin().to_string() + "&to=" + month.grid_end().to_string();
    Remote<api::Occupancy>& remote = state.months[month];
    fetch(state, effects, remote, remote.value.has_value(), {Purpose::Kind::kOccupancy, month, {}, {}, path});
}

void load_year(State& state, Effects& effects, int year) {
    const core::Month january{year, 1};
    const std::string path =
        "/occupancy?from=" + january.first().to_string() + "&to=" + january.plus(11).last().to_string();
    Remote<api::Occupancy>& remote = state.years[year];
    fetch(state, effects, remote, remote.value.has_value(), {Purpose::Kind::kYear, january, {}, {}, path});
}

void load_family(State& state, Effects& effects) {
    load(state, effects, state.family, "/family", Purpose::Kind::kFamily);
}

void load_records(State& state, Effects& effects) {
    load(state, effects, state.records, kRecordsPath, Purpose::Kind::kRecords);
}

void load_requests(State& state, Effects& effects) {
    load(state, effects, state.requests, "/change-requests", Purpose::Kind::kRequests);
}

void load_changes(State& state, Effects& effects) {
    load(state, effects, state.changes, "/changes", Purpose::Kind::kChanges);
}

void load_credit(State& state, Effects& effects) {
    load(state, effects, state.credit, "/credit", Purpose::Kind::kCredit);
}

void load_notices(State& state, Effects& effects) {
    load(state, effects, state.notices, "/notices", Purpose::Kind::kNotices);
}

void see_decisions(State& state, Effects& effects) {
    const bool shown = state.route.screen == Screen::kLog || state.route.screen == Screen::kRequests;
    const std::optional<core::Instant> newest = newest_unread(state);
    // Both lists are shown together; until both are there, what is newest is not known.
    const bool known =
        state.requests.value && !state.requests.loading() && state.changes.value && !state.changes.loading();
    if (!shown || !newest || !known) {
        return;
    }
    // Not "now": an answer that was given meanwhile has not been shown.
    const core::Instant until = *newest;
    send(state, effects, Method::kPut, "/session/decisions-seen", {Purpose::Kind::kDecisionsSeen, {}, until},
         api::encode_decisions_seen(until));
}

void decisions_seen(State& state, const Answered& answer) {
    const bool stored = failure_of(answer.response) == Failure::kNone && answer.response.status < 300;
    if (stored && state.account) {
        state.account->decisions_seen_at = answer.purpose.until;
    }
}

void load_calendar(State& state, Effects& effects) {
    if (!state.route.whole_year) {
        load_months(state, effects);
    } else if (!state.years[state.route.month.year].loading()) {
        load_year(state, effects, state.route.month.year);
    }
}

void load_everything(State& state, Effects& effects) {
    load_family(state, effects);
    load_locations(state, effects);
    load_rules(state, effects);
    load_calendar(state, effects);
    load_requests(state, effects);
    load_changes(state, effects);
    load_credit(state, effects);
    load_notices(state, effects);
    load_money(state, effects);
    if (state.route.screen == Screen::kFamily || state.route.screen == Screen::kContract) {
        load_records(state, effects);
    }
}

void reload_failed(State& state, Effects& effects) {
    reload_failed_account(state, effects);
    if (state.session == Session::kUnknown || state.from_memory) {
        ask_session(state, effects);
        return;
    }
    if (state.session != Session::kSignedIn) {
        return;
    }
    if (state.family.failed()) {
        load_family(state, effects);
    }
    if (state.locations.failed()) {
        load_locations(state, effects);
    }
    if (state.rules.failed()) {
        load_rules(state, effects);
    }
    if (state.requests.failed()) {
        load_requests(state, effects);
    }
    if (state.changes.failed()) {
        load_changes(state, effects);
    }
    if (state.credit.failed()) {
        load_credit(state, effects);
    }
    if (state.notices.failed()) {
        load_notices(state, effects);
    }
    reload_failed_money(state, effects);
    if (state.records.failed()) {
        load_records(state, effects);
    }
    reload_failed_calendar(state, effects);
}

void data_answered(State& state, Effects& effects, const Answered& answer) {
    if (state.session != Session::kSignedIn) {
        return;
    }
    if (answer.response.transport == Transport::kAnswered && answer.response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    switch (answer.purpose.kind) {
        case Purpose::Kind::kFamily:
            finish(state, effects, state.family, answer, api::decode_family);
            break;
        case Purpose::Kind::kLocations:
            finish(state, effects, state.locations, answer, api::decode_locations);
            break;
        case Purpose::Kind::kOccupancy:
            finish(state, effects, state.months[answer.purpose.month], answer, api::decode_occupancy);
            break;
        case Purpose::Kind::kYear:
            finish(state, effects, state.years[answer.purpose.month.year], answer, api::decode_occupancy);
            break;
        case Purpose::Kind::kRequests:
            finish(state, effects, state.requests, answer, api::decode_change_requests);
            break;
        case Purpose::Kind::kChanges:
            finish(state, effects, state.changes, answer, api::decode_record_changes);
            break;
        case Purpose::Kind::kRules:
            finish(state, effects, state.rules, answer, api::decode_rule_book);
            break;
        case Purpose::Kind::kCredit:
            finish(state, effects, state.credit, answer, api::decode_credit);
            break;
        case Purpose::Kind::kRecords:
            finish(state, effects, state.records, answer, api::decode_family_records);
            break;
        case Purpose::Kind::kNotices:
            finish(state, effects, state.notices, answer, api::decode_notices);
            break;
        case Purpose::Kind::kDecisionsSeen:
            decisions_seen(state, answer);
            break;
        default:
            money_answered(state, effects, answer);
            break;
    }
}

}  // namespace portal::app::reducers
