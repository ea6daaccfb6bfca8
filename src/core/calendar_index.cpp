#include "core/calendar_index.hpp"

#include "core/stable_sort.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr std::uint8_t kWorkingDay = 1;
constexpr std::uint8_t kSchoolHoliday = 2;

/// Those of `all` within `range`, by date; of one day in their own order.
template <class T>
[[nodiscard]] std::vector<const T*> within(const std::vector<T>& all, DateRange range) {
    std::vector<const T*> found;
    for (const T& item : all) {
        if (range.contains(item.date)) {
            found.push_back(&item);
        }
    }
    stable_sort(found, [](const T* a, const T* b) { return a->date < b->date; });
    return found;
}

template <class T>
[[nodiscard]] const T* find_on(const std::vector<const T*>& sorted, Date date, const LocationId& location) {
    auto at =
        std::lower_bound(sorted.begin(), sorted.end(), date, [](const T* item, Date day) { return item->date < day; });
    for (; at != sorted.end() && (*at)->date == date; ++at) {
        if (!(*at)->location || *(*at)->location == location) {
            return *at;
        }
    }
    return nullptr;
}

/// Whether what is meant for `kind` of days holds: a study day has the hours of the school holidays.
[[nodiscard]] bool holds(DayKind kind, bool like_holiday) {
    return kind == DayKind::kEvery || like_holiday == (kind == DayKind::kSchoolHoliday);
}

[[nodiscard]] bool is_like_holiday(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                                   Date date) {
    if (days.is_school_holiday(date)) {
        return true;
    }
    const SpecialDay* special = days.special_day(date, offer.location);
    return special != nullptr && special->kind == SpecialDayKind::kStudyDay && rules.study_days.offered &&
           offer.care_type == CareType::kOutOfSchoolCare;
}

/// Calls `use` with each slot of the day and its time.
template <class Use>
void each_slot(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days, Date date, Use use) {
    if (days.closure(date, offer.location) != nullptr) {
        return;
    }
    const bool like_holiday = is_like_holiday(offer, rules, days, date);
    const TimeOfDay closes = early_closing(rules.closures, date).value_or(TimeOfDay{24, 0});
    for (const Slot& slot : offer.slots) {
        const TimeRange time{slot.time.start, std::min(slot.time.end, closes)};
        if (slot.weekday == date.weekday() && holds(slot.days, like_holiday) && time.is_valid()) {
            use(slot, time);
        }
    }
}

}  // namespace

CalendarIndex::CalendarIndex(const CareCalendar& calendar, DateRange range)
    : calendar_(calendar),
      range_(range),
      flags_(static_cast<std::size_t>(std::max(range.last - range.first + 1, 0))),
      closures_(within(calendar.closures, range)),
      special_(within(calendar.special_days, range)) {
    const int monday = static_cast<int>(range.first.weekday());
    for (std::size_t i = 0; i < flags_.size(); ++i) {
        const bool weekend = (static_cast<std::size_t>(monday) + i) % 7 >= 5;
        flags_[i] = weekend ? 0 : kWorkingDay;
    }
    for (const Closure* closure : closures_) {
        if (closure->kind == ClosureKind::kHoliday && !closure->location) {
            flags_[static_cast<std::size_t>(closure->date - range.first)] = 0;
        }
    }
    for (const SchoolHoliday& holiday : calendar.school_holidays) {
        const Date last = std::min(holiday.last, range.last);
        for (Date date = std::max(holiday.first, range.first); date <= last; date = date + 1) {
            flags_[static_cast<std::size_t>(date - range.first)] |= kSchoolHoliday;
        }
    }
}

std::uint8_t CalendarIndex::flags(Date date) const {
    return flags_[static_cast<std::size_t>(date - range_.first)];
}

bool CalendarIndex::is_working_day(Date date) const {
    return range_.contains(date) ? (flags(date) & kWorkingDay) != 0 : calendar_.is_working_day(date);
}

bool CalendarIndex::is_school_holiday(Date date) const {
    return range_.contains(date) ? (flags(date) & kSchoolHoliday) != 0 : calendar_.school_holiday(date) != nullptr;
}

bool CalendarIndex::applies(DayKind kind, Date date) const {
    return kind == DayKind::kEvery || is_school_holiday(date) == (kind == DayKind::kSchoolHoliday);
}

const Closure* CalendarIndex::closure(Date date, const LocationId& location) const {
    return range_.contains(date) ? find_on(closures_, date, location) : calendar_.closure(date, location);
}

const SpecialDay* CalendarIndex::special_day(Date date, const LocationId& location) const {
    return range_.contains(date) ? find_on(special_, date, location) : calendar_.special_day(date, location);
}

std::optional<TimeOfDay> early_closing(const ClosureRules& rules, Date date) {
    if (rules.early_closings.empty()) {
        return std::nullopt;
    }
    const int month = date.month();
    const int day = date.day();
    for (const EarlyClosing& closing : rules.early_closings) {
        if (closing.month == month && closing.day == day) {
            return closing.closes_at;
        }
    }
    return std::nullopt;
}

std::optional<TimeRange> opening_hours(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                                       Date date) {
    if (days.closure(date, offer.location) != nullptr) {
        return std::nullopt;
    }
    const bool like_holiday = is_like_holiday(offer, rules, days, date);
    for (const OpeningHours& hours : offer.opening_hours) {
        if (hours.weekday == date.weekday() && holds(hours.days, like_holiday)) {
            const TimeOfDay closes = early_closing(rules.closures, date).value_or(hours.time.end);
            const TimeRange open{hours.time.start, std::min(hours.time.end, closes)};
            return open.is_valid() ? std::optional{open} : std::nullopt;
        }
    }
    return std::nullopt;
}

std::vector<Slot> slots_on(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days, Date date) {
    std::vector<Slot> slots;
    each_slot(offer, rules, days, date, [&](const Slot& slot, TimeRange time) {
        slots.push_back(slot);
        slots.back().time = time;
    });
    stable_sort(slots, [](const Slot& a, const Slot& b) { return a.time.start < b.time.start; });
    return slots;
}

bool is_slot(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days, const CareSpan& care) {
    bool found = false;
    each_slot(offer, rules, days, care.date, [&](const Slot&, TimeRange time) { found = found || time == care.time; });
    return found;
}

std::optional<TimeRange> shortest_slot_around(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                                              const CareSpan& care) {
    std::optional<TimeRange> found;
    each_slot(offer, rules, days, care.date, [&](const Slot&, TimeRange time) {
        if (time.contains(care.time) && (!found || time.minutes() < found->minutes())) {
            found = time;
        }
    });
    return found;
}

std::optional<TimeOfDay> last_slot_start(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                                         Date date) {
    std::optional<TimeOfDay> last;
    each_slot(offer, rules, days, date, [&](const Slot&, TimeRange time) {
        if (!last || *last < time.start) {
            last = time.start;
        }
    });
    return last;
}

}  // namespace portal::core
