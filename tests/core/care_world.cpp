#include "core/care_world.hpp"

namespace portal::core::test {
namespace {

[[nodiscard]] CareRules rules(const char* id, const LocationId& location, CareType type) {
    CareRules made;
    made.id = RuleVersionId{id};
    made.location = location;
    made.care_type = type;
    made.valid_from = date_of("2025-01-01");
    return made;
}

[[nodiscard]] PlacementContract day_care(const CareWorld& world) {
    PlacementContract contract;
    contract.id = ContractId{"c1"};
    contract.child = world.noor;
    contract.location = world.kikkers;
    contract.start = date_of("2025-01-06");
    contract.hourly_rate = Money{1123};
    contract.week = {{Weekday::kMonday, kFullDay, DayKind::kEvery}, {Weekday::kThursday, kFullDay, DayKind::kEvery}};
    return contract;
}

[[nodiscard]] PlacementContract after_school(const CareWorld& world) {
    PlacementContract contract;
    contract.id = ContractId{"c2"};
    contract.child = world.sam;
    contract.location = world.reigers;
    contract.care_type = CareType::kOutOfSchoolCare;
    contract.start = date_of("2025-09-01");
    contract.end = date_of("2027-07-16");
    contract.hourly_rate = Money{998};
    contract.week = {{Weekday::kMonday, kAfterSchool, DayKind::kSchoolDay},
                     {Weekday::kMonday, kHolidayDay, DayKind::kSchoolHoliday}};
    return contract;
}

[[nodiscard]] CareOffer nursery(const LocationId& location) {
    CareOffer offer;
    offer.location = location;
    offer.location_name = "De Kikkers";
    for (int i = 0; i < 5; ++i) {
        const auto weekday = static_cast<Weekday>(i);
        offer.opening_hours.push_back({weekday, kFullDay, DayKind::kEvery});
        offer.slots.push_back({"Hele dag", weekday, kFullDay, DayKind::kEvery});
        offer.slots.push_back({"Ochtend", weekday, kMorningPart, DayKind::kEvery});
        offer.slots.push_back({"Middag", weekday, kAfternoonPart, DayKind::kEvery});
    }
    return offer;
}

[[nodiscard]] CareOffer school(const LocationId& location) {
    CareOffer offer;
    offer.location = location;
    offer.location_name = "De Reigers";
    offer.care_type = CareType::kOutOfSchoolCare;
    for (int i = 0; i < 5; ++i) {
        const auto weekday = static_cast<Weekday>(i);
        offer.opening_hours.push_back({weekday, kAfterSchool, DayKind::kSchoolDay});
        offer.opening_hours.push_back({weekday, kHolidayDay, DayKind::kSchoolHoliday});
        offer.slots.push_back({"Na school", weekday, kAfterSchool, DayKind::kSchoolDay});
        offer.slots.push_back({"Hele dag", weekday, kHolidayDay, DayKind::kSchoolHoliday});
    }
    return offer;
}

}  // namespace

CareWorld::CareWorld() {
    family.children = {{noor, "Noor", "Visser", date_of("2024-03-02")}, {sam, "Sam", "Visser", date_of("2020-05-10")}};
    family.contracts = {day_care(*this), after_school(*this)};
    locations.offers = {nursery(kikkers), school(reigers)};
    for (const int year : {2025, 2026, 2027}) {
        for (const Closure& holiday : dutch_holidays(year)) {
            locations.calendar.closures.push_back(holiday);
        }
    }
    locations.calendar.closures.push_back({date_of("2026-12-04"), "Studiedag team", ClosureKind::kClosingDay, kikkers});
    locations.calendar.school_holidays = {{"Kerstvakantie", date_of("2026-12-19"), date_of("2027-01-03")}};
    book.versions = {rules("kikkers-1", kikkers, CareType::kDayCare),
                     rules("reigers-1", reigers, CareType::kOutOfSchoolCare)};
    book.versions[1].extra.free_times = true;
    book.versions[1].swap.slots_only = false;
    ledgers = {{noor, date_of("2026-11-23"), {}}, {sam, date_of("2026-11-23"), {}}};
}

}  // namespace portal::core::test
