#include "app/keeping.hpp"
#include "app/reduce_account.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"

#include <initializer_list>

namespace portal::app::reducers {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNext{100};
constexpr milliseconds kLater{60000};  // after a failure
constexpr std::int64_t kFresh = 12LL * 60 * 60;

[[nodiscard]] Purpose mark() {
    return {Purpose::Kind::kPrefetch, {}, {}, {}, "/everything"};
}

/// The months around this one, then all of the year.
[[nodiscard]] Ahead load_calendar_ahead(State& state, Effects& effects) {
    const core::Month now = core::Month::of(today(state));
    for (const int step : {0, 1, -1, 2, 3, -2}) {
        const core::Month month = now.plus(step);
        const Ahead ahead = ahead_of(state.months[month]);
        if (ahead == Ahead::kLoads) {
            load_month(state, effects, month);
        }
        if (ahead != Ahead::kKnown) {
            return ahead;
        }
    }
    const Ahead ahead = ahead_of(state.years[now.year]);
    if (ahead == Ahead::kLoads) {
        load_year(state, effects, now.year);
    }
    return ahead;
}

[[nodiscard]] Ahead load_records_ahead(State& state, Effects& effects) {
    const Ahead ahead = ahead_of(state.records);
    if (ahead == Ahead::kLoads) {
        load_records(state, effects);
    }
    return ahead;
}

[[nodiscard]] Ahead load_account_ahead(State& state, Effects& effects) {
    const Ahead ahead = ahead_of(state.account_page.sessions);
    if (ahead == Ahead::kLoads) {
        load_account_page(state, effects);
    }
    return ahead;
}

void load_next(State& state, Effects& effects) {
    for (const auto load : {load_records_ahead, load_calendar_ahead, load_money_ahead, load_account_ahead}) {
        const Ahead ahead = load(state, effects);
        if (ahead != Ahead::kKnown) {
            effects.push_back(Remind{Reminder::kIdle, ahead == Ahead::kLoads ? kNext : kLater});
            return;
        }
    }
    state.prefetch = Prefetch::kDone;
    Answered done;
    done.purpose = mark();
    keep_answer(state, effects, done);
}

}  // namespace

Ahead ahead_of(const RemoteStatus& remote) {
    if (remote.failure == Failure::kUnreachable || remote.failure == Failure::kTimedOut) {
        return Ahead::kFails;
    }
    return remote.phase == RemoteStatus::Phase::kIdle ? Ahead::kLoads : Ahead::kKnown;
}

void prefetch_more(State& state, Effects& effects) {
    if (state.session != Session::kSignedIn || state.from_memory) {
        return;
    }
    if (state.prefetch == Prefetch::kNot) {
        state.prefetch = Prefetch::kAsked;
        effects.push_back(Recall{state.account->guardian.value, mark()});
    } else if (state.prefetch == Prefetch::kLoads) {
        load_next(state, effects);
    }
}

void prefetch_recalled(State& state, Effects& effects, const Recalled& recalled) {
    if (state.prefetch != Prefetch::kAsked || state.account->guardian.value != recalled.account) {
        return;
    }
    const auto last = answer_of(recalled);
    const bool is_fresh = last && last->kept_at->seconds + kFresh > state.now.seconds;
    state.prefetch = is_fresh || recalled.fault == StorageFault::kUnavailable ? Prefetch::kDone : Prefetch::kLoads;
    effects.push_back(Remind{Reminder::kIdle, kNext});
}

}  // namespace portal::app::reducers
