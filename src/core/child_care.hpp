#pragma once

#include "core/calendar_index.hpp"
#include "core/care_facts.hpp"
#include "core/occupancy.hpp"
#include "core/request_days.hpp"

#include <algorithm>
#include <vector>

/// The care of one child, day by day: what its contracts give and what requests change.
namespace portal::core {

/// Calls `use` with each time that the contract's week gives on `date`, closed or not.
template <class Use>
void each_agreed_time(const PlacementContract& contract, const CalendarIndex& days, Date date, Use use) {
    const Weekday weekday = date.weekday();
    for (const CareMoment& moment : contract.week) {
        if (moment.weekday == weekday && days.applies(moment.days, date)) {
            use(moment.time);
        }
    }
}

/// Whether agreed care of a day is paid though the location is closed (`closure`; null where it is open): on public
/// holidays always, on closing days where the rules say so.
[[nodiscard]] bool is_paid_day(const CareFacts& facts, const PlacementContract& contract, const Closure* closure,
                               Date date);

/// Likewise with what the location's opening leaves of it that day; not called where nothing is left.
template <class Use>
void each_open_time(const PlacementContract& contract, const CareRules* rules, const CalendarIndex& days, Date date,
                    Use use) {
    if (days.closure(date, contract.location) != nullptr) {
        return;
    }
    const auto closes = rules != nullptr ? early_closing(rules->closures, date) : std::nullopt;
    each_agreed_time(contract, days, date, [&](TimeRange time) {
        if (closes && *closes < time.end) {
            time.end = *closes;
        }
        if (time.is_valid()) {
            use(time);
        }
    });
}

/// Calls `use` with each piece of a contracted block and the state that requests give it, from start to end.
/// `use(TimeRange, CareState, const ChangeRequest*)`
template <class Use>
void each_piece(const PlacementContract& contract, const RequestDays& requests, const CareSpan& block, Use use) {
    const ChangeRequest* illness = requests.illness_on(block.date);
    const CareState rest = illness != nullptr ? CareState::kSick : CareState::kContract;
    TimeOfDay at = block.time.start;
    for (const RequestDays::Entry& entry : requests.on(block.date)) {
        const ChangeRequest& request = *entry.request;
        if (!entry.given || request.location != contract.location || request.care_type != contract.care_type) {
            continue;
        }
        const TimeRange cut{std::max(at, entry.care.time.start), std::min(block.time.end, entry.care.time.end)};
        if (!cut.is_valid()) {
            continue;
        }
        if (at < cut.start) {
            use(TimeRange{at, cut.start}, rest, illness);
        }
        const bool approved = request.state == RequestState::kApproved;
        const CareState swapped = approved ? CareState::kGivenUp : CareState::kGivenUpRequested;
        use(cut, request.kind == RequestKind::kSwap ? swapped : CareState::kAbsent, entry.request);
        at = cut.end;
    }
    if (at < block.time.end) {
        use(TimeRange{at, block.time.end}, rest, illness);
    }
}

/// Calls `use` with each part of `time` that lies outside the ranges, which are in the order of their start.
template <class Use>
void each_part_outside(const std::vector<TimeRange>& ranges, TimeRange time, Use use) {
    TimeOfDay at = time.start;
    for (const TimeRange& range : ranges) {
        if (!range.overlaps(time)) {
            continue;
        }
        if (at < range.start) {
            use(TimeRange{at, range.start});
        }
        at = std::max(at, range.end);
    }
    if (at < time.end) {
        use(TimeRange{at, time.end});
    }
}

/// Appends all care of `child` in `range`.
void add_care(const Family& family, const RuleBook& rules, const CalendarIndex& days, const ChildId& child,
              const RequestDays& requests, DateRange range, std::vector<CareBlock>& blocks);

}  // namespace portal::core
