#include "app/overview.hpp"

#include "app/selectors.hpp"
#include "core/credit_ledger.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <iterator>

namespace portal::app {
namespace {

using core::CareState;
using core::RequestKind;
using core::RequestState;

/// Answers that are newer than what the parent has looked at, newest first.
template <class Answered>
[[nodiscard]] std::vector<const Answered*> unread_of(const State& state, const Remote<std::vector<Answered>>& all) {
    std::vector<const Answered*> unread;
    if (!all.value || !state.account) {
        return unread;
    }
    const auto& seen = state.account->decisions_seen_at;
    for (const Answered& each : *all.value) {
        if (was_answered(each) && (!seen || *seen < *each.decided_at)) {
            unread.push_back(&each);
        }
    }
    core::stable_sort(unread, [](const Answered* a, const Answered* b) { return *b->decided_at < *a->decided_at; });
    return unread;
}

[[nodiscard]] bool waits(const core::ChangeRequest& request) {
    return request.state == RequestState::kSubmitted || request.state == RequestState::kInReview;
}

}  // namespace

bool was_answered(const core::ChangeRequest& request) {
    if (!request.decided_at) {
        return false;
    }
    // The rules approve at once; only people reject, be it within the same second.
    const bool reported = request.kind == RequestKind::kAbsence || request.kind == RequestKind::kSick;
    const bool at_once = *request.decided_at == request.submitted_at;
    return request.state == RequestState::kRejected ||
           (request.state == RequestState::kApproved && !reported && !at_once);
}

bool was_answered(const core::RecordChange& change) {
    using Change = core::RecordChange;
    return change.decided_at && (change.state == Change::State::kApproved || change.state == Change::State::kRejected);
}

const api::Notice* current_notice(const State& state) {
    if (!state.notices.value) {
        return nullptr;
    }
    const auto& all = *state.notices.value;
    const auto found = std::find_if(all.begin(), all.end(), [&](const api::Notice& notice) {
        return notice.published_at <= state.now && (!notice.until || today(state) <= *notice.until);
    });
    return found == all.end() ? nullptr : &*found;
}

bool knows_day(const State& state, core::Date day) {
    return state.family.value && state.locations.value && occupancy_of(state, core::Month::of(day)) != nullptr;
}

std::vector<ChildDay> care_on(const State& state, core::Date day) {
    std::vector<ChildDay> care;
    if (!knows_day(state, day)) {
        return care;
    }
    const auto& blocks = occupancy_of(state, core::Month::of(day))->blocks;
    for (const core::Child& child : state.family.value->children) {
        ChildDay of{&child, {}};
        std::copy_if(blocks.begin(), blocks.end(), std::back_inserter(of.blocks),
                     [&](const core::CareBlock& block) { return block.date == day && block.child == child.id; });
        if (!of.blocks.empty()) {
            care.push_back(std::move(of));
        }
    }
    return care;
}

bool comes(const core::CareBlock& block) {
    return core::is_expected(block.state) && block.state != CareState::kExtraRequested &&
           block.state != CareState::kSwapRequested;
}

bool anybody_comes(const State& state, core::Date day) {
    const std::vector<ChildDay> care = care_on(state, day);
    return std::any_of(care.begin(), care.end(),
                       [](const ChildDay& of) { return std::any_of(of.blocks.begin(), of.blocks.end(), comes); });
}

std::optional<core::Date> next_care_day(const State& state) {
    for (core::Date day = today(state) + 1; knows_day(state, day); day = day + 1) {
        if (anybody_comes(state, day)) {
            return day;
        }
    }
    return std::nullopt;
}

std::vector<core::Date> shown_week(const State& state) {
    const core::Date monday = today(state).monday() + (state.next_week ? 7 : 0);
    std::vector<core::Date> days;
    for (core::Date day = monday; day <= monday + 6; day = day + 1) {
        if (!day.is_weekend() || !care_on(state, day).empty()) {
            days.push_back(day);
        }
    }
    return days;
}

core::Date sick_day(const State& state) {
    return anybody_comes(state, today(state)) ? today(state) : next_care_day(state).value_or(today(state));
}

std::vector<ExpiringCredit> expiring_credit(const State& state) {
    std::vector<ExpiringCredit> soon;
    if (!state.credit.value) {
        return soon;
    }
    const core::Date now = today(state);
    for (const core::CreditLedger& ledger : state.credit.value->ledgers) {
        const core::Child* child = find_child(state, ledger.child);
        for (const core::ExpiryStep& step : core::expiry_timeline(ledger, now)) {
            const bool near =
                step.use_before && now <= *step.use_before && *step.use_before - now <= kCreditExpiresSoon;
            if (child != nullptr && near && step.credit.amount > 0) {
                soon.push_back({child, step.credit, *step.use_before});
            }
        }
    }
    core::stable_sort(soon, [](const ExpiringCredit& a, const ExpiringCredit& b) { return a.last < b.last; });
    return soon;
}

std::vector<const core::ChangeRequest*> unread_decisions(const State& state) {
    return unread_of(state, state.requests);
}

std::vector<const core::RecordChange*> unread_changes(const State& state) {
    return unread_of(state, state.changes);
}

std::optional<core::Instant> newest_unread(const State& state) {
    const auto decisions = unread_decisions(state);
    const auto changes = unread_changes(state);
    std::optional<core::Instant> newest;
    if (!decisions.empty()) {
        newest = decisions.front()->decided_at;
    }
    if (!changes.empty() && (!newest || *newest < *changes.front()->decided_at)) {
        newest = changes.front()->decided_at;
    }
    return newest;
}

std::vector<const core::ChangeRequest*> open_requests(const State& state) {
    std::vector<const core::ChangeRequest*> open;
    if (!state.requests.value) {
        return open;
    }
    for (const core::ChangeRequest& request : *state.requests.value) {
        if (waits(request) && request.date >= today(state)) {
            open.push_back(&request);
        }
    }
    core::stable_sort(open,
                      [](const core::ChangeRequest* a, const core::ChangeRequest* b) { return a->date < b->date; });
    return open;
}

}  // namespace portal::app
