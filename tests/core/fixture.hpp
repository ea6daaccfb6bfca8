#pragma once

#include "core/extra_care.hpp"

#include <string>
#include <utility>
#include <vector>

namespace portal::core::test {

inline Date day(const char* text) {
    return Date::parse(text).value();
}

/// A wall-clock time in the Netherlands, "2026-11-24 12:00".
inline Instant local(const std::string& text) {
    return amsterdam::instant(Date::parse(text.substr(0, 10)).value(), TimeOfDay::parse(text.substr(11)).value());
}

inline constexpr TimeRange kMorning{{7, 30}, {13, 0}};
inline constexpr TimeRange kAfternoon{{13, 0}, {18, 30}};
inline constexpr TimeRange kWholeDay{{7, 30}, {18, 30}};

/// Noor (day care, slots only, one working day's notice until 12:00) and Sam (after school, free times, 24 hours).
struct World {
    ChildId noor{"noor"};
    ChildId sam{"sam"};
    LocationId kikkers{"kikkers"};
    LocationId reigers{"reigers"};
    Family family;
    Locations locations;
    std::vector<ChangeRequest> requests;
    Instant now = local("2026-11-23 09:00");

    World() {
        family.children = {{noor, "Noor", "Visser", day("2024-03-02")}, {sam, "Sam", "Visser", day("2020-05-10")}};
        PlacementContract day_care;
        day_care.id = ContractId{"c1"};
        day_care.child = noor;
        day_care.location = kikkers;
        day_care.start = day("2025-01-06");
        day_care.hourly_rate = Money{1123};
        day_care.week = {{Weekday::kMonday, kWholeDay, DayKind::kEvery},
                         {Weekday::kThursday, kWholeDay, DayKind::kEvery}};
        PlacementContract after_school;
        after_school.id = ContractId{"c2"};
        after_school.child = sam;
        after_school.location = reigers;
        after_school.care_type = CareType::kOutOfSchoolCare;
        after_school.start = day("2025-09-01");
        after_school.end = day("2027-07-16");
        after_school.hourly_rate = Money{998};
        after_school.week = {{Weekday::kMonday, {{14, 0}, {18, 30}}, DayKind::kSchoolDay},
                             {Weekday::kMonday, {{8, 0}, {18, 30}}, DayKind::kSchoolHoliday}};
        family.contracts = {day_care, after_school};

        CareOffer nursery;
        nursery.location = kikkers;
        nursery.location_name = "De Kikkers";
        nursery.lrk = "123456789";
        nursery.extra_care.notice = {Notice::Unit::kWorkingDays, 1, TimeOfDay{12, 0}};
        CareOffer school;
        school.location = reigers;
        school.location_name = "De Reigers";
        school.lrk = "987654321";
        school.care_type = CareType::kOutOfSchoolCare;
        school.extra_care.free_times = true;
        school.extra_care.notice = {Notice::Unit::kHours, 24, std::nullopt};
        for (int i = 0; i < 5; ++i) {
            const auto weekday = static_cast<Weekday>(i);
            nursery.opening_hours.push_back({weekday, kWholeDay, DayKind::kEvery});
            nursery.slots.push_back({"Middag", weekday, kAfternoon, DayKind::kEvery});
            nursery.slots.push_back({"Ochtend", weekday, kMorning, DayKind::kEvery});
            school.opening_hours.push_back({weekday, {{14, 0}, {18, 30}}, DayKind::kSchoolDay});
            school.opening_hours.push_back({weekday, {{8, 0}, {18, 30}}, DayKind::kSchoolHoliday});
        }
        locations.offers = {nursery, school};
        locations.calendar.closures = dutch_holidays(2026);
        locations.calendar.closures.push_back({day("2026-12-04"), "Studiedag", ClosureKind::kClosingDay, kikkers});
        locations.calendar.school_holidays = {{"Kerstvakantie", day("2026-12-19"), day("2027-01-03")}};
    }

    [[nodiscard]] ChangeRequest request(const char* id, const ChildId& child, const char* date, TimeRange time,
                                        RequestState state) const {
        ChangeRequest made;
        made.id = RequestId{id};
        made.child = child;
        made.location = child == noor ? kikkers : reigers;
        made.care_type = child == noor ? CareType::kDayCare : CareType::kOutOfSchoolCare;
        made.date = day(date);
        made.time = time;
        made.state = state;
        return made;
    }

    [[nodiscard]] std::vector<CareBlock> blocks(Date first, Date last) const {
        return occupancy(family, locations.calendar, requests, first, last);
    }

    [[nodiscard]] Verdict verdict(const ChildId& child, const char* date, TimeRange time) const {
        const auto care = blocks(day(date), day(date));
        return evaluate({family, locations, care, now}, {child, day(date), time});
    }

    [[nodiscard]] Verdict day_verdict(const ChildId& child, const char* date) const {
        const auto care = blocks(day(date), day(date));
        return evaluate_day({family, locations, care, now}, child, day(date));
    }
};

}  // namespace portal::core::test
