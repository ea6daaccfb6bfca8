#pragma once

#include "core/family.hpp"
#include "core/rule_book.hpp"

#include <optional>
#include <string>
#include <vector>

namespace portal::core {

/// A part of a day that a location offers, with the name that parents know it by ("Ochtend").
struct Slot {
    std::string name;
    Weekday weekday = Weekday::kMonday;
    TimeRange time;
    DayKind days = DayKind::kEvery;
};

struct OpeningHours {
    Weekday weekday = Weekday::kMonday;
    TimeRange time;
    DayKind days = DayKind::kEvery;
};

/// What one location offers of one care type: one registration (LRK), its hours, its slots and its rules.
struct CareOffer {
    LocationId location;
    std::string location_name;
    CareType care_type = CareType::kDayCare;
    std::string lrk;  ///< number in the Landelijk Register Kinderopvang
    std::vector<OpeningHours> opening_hours;
    std::vector<Slot> slots;
};

enum class ClosureKind : std::uint8_t { kHoliday, kClosingDay };

[[nodiscard]] std::string_view to_string(ClosureKind kind);
[[nodiscard]] std::optional<ClosureKind> closure_kind_from(std::string_view text);

/// A day without care. Of all locations when `location` is absent.
struct Closure {
    Date date;
    std::string name;
    ClosureKind kind = ClosureKind::kHoliday;
    std::optional<LocationId> location;
};

struct SchoolHoliday {
    std::string name;
    Date first;
    Date last;
};

enum class SpecialDayKind : std::uint8_t {
    kStudyDay,  ///< the school is closed; out-of-school care has the hours of the school holidays
    kOuting,    ///< the group is out, or needs transport
};

[[nodiscard]] std::string_view to_string(SpecialDayKind kind);
[[nodiscard]] std::optional<SpecialDayKind> special_day_kind_from(std::string_view text);

/// A day with care, but not as usual. Of all locations when `location` is absent.
struct SpecialDay {
    Date date;
    std::string name;
    SpecialDayKind kind = SpecialDayKind::kStudyDay;
    std::optional<LocationId> location;
};

/// Everything about days that does not depend on a family.
struct CareCalendar {
    std::vector<Closure> closures;
    std::vector<SchoolHoliday> school_holidays;
    std::vector<SpecialDay> special_days;

    /// Why `location` is closed that day; nothing when it is not.
    [[nodiscard]] const Closure* closure(Date date, const LocationId& location) const;

    /// Whether everybody is closed that day (a public holiday or a closing day of all locations).
    [[nodiscard]] const Closure* closure_everywhere(Date date) const;

    [[nodiscard]] const SchoolHoliday* school_holiday(Date date) const;
    [[nodiscard]] const SpecialDay* special_day(Date date, const LocationId& location) const;
    [[nodiscard]] bool applies(DayKind kind, Date date) const;

    /// Monday to Friday and no public holiday: what 'two working days before' counts.
    [[nodiscard]] bool is_working_day(Date date) const;
};

struct Locations {
    std::vector<CareOffer> offers;
    CareCalendar calendar;
};

[[nodiscard]] const CareOffer* find_offer(const Locations& locations, const LocationId& location, CareType type);

/// New year's day, Easter Monday, King's day, Ascension day, Whit Monday, both Christmas days, and Liberation day in
/// the years ending in 0 or 5: the days on which Dutch childcare is usually closed. Names in Dutch, sorted.
/// https://www.rijksoverheid.nl/onderwerpen/schoolvakanties/vraag-en-antwoord/officiele-feestdagen
[[nodiscard]] std::vector<Closure> dutch_holidays(int year);

}  // namespace portal::core
