#pragma once

#include "core/bookkeeping.hpp"
#include "core/evaluate.hpp"
#include "core/occupancy.hpp"

#include <string>
#include <utility>
#include <vector>

namespace portal::app::test {

inline core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

/// A wall-clock time in the Netherlands, "2026-11-24 12:00".
inline core::Instant local(const std::string& text) {
    return core::amsterdam::instant(core::Date::parse(text.substr(0, 10)).value(),
                                    core::TimeOfDay::parse(text.substr(11)).value());
}

inline constexpr core::TimeRange kMorning{{7, 30}, {13, 0}};
inline constexpr core::TimeRange kAfternoon{{13, 0}, {18, 30}};
inline constexpr core::TimeRange kWholeDay{{7, 30}, {18, 30}};
inline constexpr core::TimeRange kAfterSchool{{14, 0}, {18, 30}};

/// What the server holds. Noor (day care on Monday and Thursday, slots, one working day's notice until 12:00) and Sam
/// (after school on Monday, free times, 24 hours), each with rules of their own. At 9 o'clock on Monday 23 November
/// 2026.
struct World {
    core::ChildId noor{"noor"};
    core::ChildId sam{"sam"};
    core::LocationId kikkers{"kikkers"};
    core::LocationId reigers{"reigers"};
    core::Family family;
    core::Locations locations;
    core::RuleBook rules;
    std::vector<core::ChangeRequest> requests;
    std::vector<core::CreditLedger> ledgers;
    core::Instant now = local("2026-11-23 09:00");

    World() {
        family.children = {{noor, "Noor", "Visser", day("2024-03-02")}, {sam, "Sam", "Visser", day("2020-05-10")}};
        family.contracts = {day_care(), after_school()};
        locations.offers = {nursery(), school()};
        locations.calendar.closures = core::dutch_holidays(2026);
        locations.calendar.closures.push_back(
            {day("2026-12-04"), "Studiedag", core::ClosureKind::kClosingDay, kikkers});
        locations.calendar.school_holidays = {{"Kerstvakantie", day("2026-12-19"), day("2027-01-03")}};
        rules.versions = {made("kikkers-1", kikkers, core::CareType::kDayCare),
                          made("reigers-1", reigers, core::CareType::kOutOfSchoolCare)};
        noors().extra.notice = {core::Notice::Unit::kWorkingDays, 1, core::TimeOfDay{12, 0}};
        noors().swap.slots_only = false;
        sams().extra.notice = {core::Notice::Unit::kHours, 24, std::nullopt};
        sams().extra.free_times = true;
        ledgers = {{noor, day("2026-11-23"), {}}, {sam, day("2026-11-23"), {}}};
    }

    core::CareRules& noors() { return rules.versions[0]; }
    core::CareRules& sams() { return rules.versions[1]; }

    /// Credit of Noor's that her location lets her pay extra care with.
    void give_noor_credit(std::int64_t minutes) {
        noors().credit.enabled = true;
        noors().extra.by_credit = true;
        core::CreditBooking booking;
        booking.child = noor;
        booking.credit = {core::CreditUnit::kMinutes, minutes};
        booking.at = now;
        core::book(booking, ledgers[0]);
    }

    [[nodiscard]] core::ChangeRequest request(const char* id, const core::ChildId& child, const char* date,
                                              core::TimeRange time, core::RequestState state) const {
        core::ChangeRequest made;
        made.id = core::RequestId{id};
        made.child = child;
        made.location = child == noor ? kikkers : reigers;
        made.care_type = child == noor ? core::CareType::kDayCare : core::CareType::kOutOfSchoolCare;
        made.date = day(date);
        made.time = time;
        made.state = state;
        made.submitted_at = now;
        made.submitted_by = "Jasmijn Visser";
        made.rule_version = core::RuleVersionId{child == noor ? "kikkers-1" : "reigers-1"};
        return made;
    }

    /// What the server makes of a wish that it accepts.
    [[nodiscard]] core::ChangeRequest accepted(const char* id, const core::Wish& wish) const {
        const core::CareContext context({family, locations, rules}, requests, ledgers, now);
        core::ChangeRequest made = core::request_of(context, wish, core::evaluate(context, wish));
        made.id = core::RequestId{id};
        made.submitted_by = "Jasmijn Visser";
        return made;
    }

    [[nodiscard]] std::vector<core::CareBlock> blocks(core::Date first, core::Date last) const {
        return core::occupancy(family, locations.calendar, rules, requests, first, last);
    }

  private:
    [[nodiscard]] static core::CareRules made(const char* id, const core::LocationId& location, core::CareType type) {
        core::CareRules version;
        version.id = core::RuleVersionId{id};
        version.location = location;
        version.care_type = type;
        version.valid_from = day("2025-01-01");
        return version;
    }

    [[nodiscard]] core::PlacementContract day_care() const {
        core::PlacementContract contract;
        contract.id = core::ContractId{"c1"};
        contract.child = noor;
        contract.location = kikkers;
        contract.start = day("2025-01-06");
        contract.type = core::ContractTypeId{"52"};
        contract.hourly_rate = core::Money{1123};
        contract.week = {{core::Weekday::kMonday, kWholeDay, core::DayKind::kEvery},
                         {core::Weekday::kThursday, kWholeDay, core::DayKind::kEvery}};
        return contract;
    }

    [[nodiscard]] core::PlacementContract after_school() const {
        core::PlacementContract contract;
        contract.id = core::ContractId{"c2"};
        contract.child = sam;
        contract.location = reigers;
        contract.care_type = core::CareType::kOutOfSchoolCare;
        contract.start = day("2025-09-01");
        contract.end = day("2027-07-16");
        contract.type = core::ContractTypeId{"52"};
        contract.hourly_rate = core::Money{998};
        contract.week = {{core::Weekday::kMonday, kAfterSchool, core::DayKind::kSchoolDay},
                         {core::Weekday::kMonday, {{8, 0}, {18, 30}}, core::DayKind::kSchoolHoliday}};
        return contract;
    }

    [[nodiscard]] core::CareOffer nursery() const {
        core::CareOffer offer;
        offer.location = kikkers;
        offer.location_name = "De Kikkers";
        offer.lrk = "123456789";
        for (int i = 0; i < 5; ++i) {
            const auto weekday = static_cast<core::Weekday>(i);
            offer.opening_hours.push_back({weekday, kWholeDay, core::DayKind::kEvery});
            offer.slots.push_back({"Middag", weekday, kAfternoon, core::DayKind::kEvery});
            offer.slots.push_back({"Ochtend", weekday, kMorning, core::DayKind::kEvery});
        }
        return offer;
    }

    [[nodiscard]] core::CareOffer school() const {
        core::CareOffer offer;
        offer.location = reigers;
        offer.location_name = "De Reigers";
        offer.lrk = "987654321";
        offer.care_type = core::CareType::kOutOfSchoolCare;
        for (int i = 0; i < 5; ++i) {
            const auto weekday = static_cast<core::Weekday>(i);
            offer.opening_hours.push_back({weekday, kAfterSchool, core::DayKind::kSchoolDay});
            offer.opening_hours.push_back({weekday, {{8, 0}, {18, 30}}, core::DayKind::kSchoolHoliday});
        }
        return offer;
    }
};

}  // namespace portal::app::test
