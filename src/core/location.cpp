#include "core/location.hpp"

#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<ClosureKind, 2> kClosureKinds{
    {{ClosureKind::kHoliday, "holiday"}, {ClosureKind::kClosingDay, "closing-day"}}};

constexpr Names<SpecialDayKind, 2> kSpecialDayKinds{
    {{SpecialDayKind::kStudyDay, "study-day"}, {SpecialDayKind::kOuting, "outing"}}};

}  // namespace

std::string_view to_string(SpecialDayKind kind) {
    return name_of(kSpecialDayKinds, kind);
}

std::optional<SpecialDayKind> special_day_kind_from(std::string_view text) {
    return value_of(kSpecialDayKinds, text);
}

std::string_view to_string(ClosureKind kind) {
    return name_of(kClosureKinds, kind);
}

std::optional<ClosureKind> closure_kind_from(std::string_view text) {
    return value_of(kClosureKinds, text);
}

const Closure* CareCalendar::closure(Date date, const LocationId& location) const {
    const auto found = std::find_if(closures.begin(), closures.end(), [&](const Closure& closure) {
        return closure.date == date && (!closure.location || *closure.location == location);
    });
    return found == closures.end() ? nullptr : &*found;
}

const Closure* CareCalendar::closure_everywhere(Date date) const {
    const auto found = std::find_if(closures.begin(), closures.end(),
                                    [&](const Closure& closure) { return closure.date == date && !closure.location; });
    return found == closures.end() ? nullptr : &*found;
}

const SchoolHoliday* CareCalendar::school_holiday(Date date) const {
    const auto found = std::find_if(school_holidays.begin(), school_holidays.end(), [&](const SchoolHoliday& holiday) {
        return holiday.first <= date && date <= holiday.last;
    });
    return found == school_holidays.end() ? nullptr : &*found;
}

const SpecialDay* CareCalendar::special_day(Date date, const LocationId& location) const {
    const auto found = std::find_if(special_days.begin(), special_days.end(), [&](const SpecialDay& day) {
        return day.date == date && (!day.location || *day.location == location);
    });
    return found == special_days.end() ? nullptr : &*found;
}

bool CareCalendar::applies(DayKind kind, Date date) const {
    if (kind == DayKind::kEvery) {
        return true;
    }
    const bool holiday = school_holiday(date) != nullptr;
    return holiday == (kind == DayKind::kSchoolHoliday);
}

bool CareCalendar::is_working_day(Date date) const {
    if (date.is_weekend()) {
        return false;
    }
    return std::none_of(closures.begin(), closures.end(), [&](const Closure& closure) {
        return closure.date == date && closure.kind == ClosureKind::kHoliday && !closure.location;
    });
}

const CareOffer* find_offer(const Locations& locations, const LocationId& location, CareType type) {
    const auto found = std::find_if(locations.offers.begin(), locations.offers.end(), [&](const CareOffer& offer) {
        return offer.location == location && offer.care_type == type;
    });
    return found == locations.offers.end() ? nullptr : &*found;
}

}  // namespace portal::core
