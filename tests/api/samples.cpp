#include "api/samples.hpp"

namespace portal::api::samples {

using core::DayKind;
using core::TimeOfDay;
using core::Weekday;

core::Date day(const char* text) {
    return core::Date::parse(text).value();
}

core::Instant moment(const char* text) {
    return core::Instant::parse(text).value();
}

core::Family family() {
    core::Family family;
    family.children = {{core::ChildId{"noor"}, "Noor", "Visser", day("2024-03-23")},
                       {core::ChildId{"youssef"}, "Yoüssef 🐸", "El Amrani", day("2025-01-02")}};
    family.guardians = {{core::GuardianId{"jasmijn"}, "Jasmijn", "Visser-de Boer", "jasmijn@example.nl", "06 1", true},
                        {core::GuardianId{"thomas"}, "Thomas", "Visser", "", "", false}};
    core::PlacementContract contract;
    contract.id = core::ContractId{"contract-1"};
    contract.number = "K-1042";
    contract.child = core::ChildId{"noor"};
    contract.location = core::LocationId{"kikkers"};
    contract.care_type = core::CareType::kOutOfSchoolCare;
    contract.group = "Kikkervisjes";
    contract.start = day("2025-09-01");
    contract.end = day("2028-03-22");
    contract.hourly_rate = {1095};
    contract.week = {{Weekday::kMonday, {TimeOfDay{7, 30}, TimeOfDay{18, 30}}, DayKind::kEvery},
                     {Weekday::kSunday, {TimeOfDay{14, 0}, TimeOfDay{24, 0}}, DayKind::kSchoolHoliday}};
    family.contracts = {contract};
    contract.end.reset();
    contract.week.clear();
    family.contracts.push_back(contract);
    return family;
}

core::Locations locations() {
    core::CareOffer offer;
    offer.location = core::LocationId{"reigers"};
    offer.location_name = "BSO De Reigers";
    offer.care_type = core::CareType::kOutOfSchoolCare;
    offer.lrk = "241690583";
    offer.opening_hours = {{Weekday::kWednesday, {TimeOfDay{12, 15}, TimeOfDay{18, 30}}, DayKind::kSchoolDay}};
    offer.slots = {{"Na school", Weekday::kWednesday, {TimeOfDay{12, 15}, TimeOfDay{18, 30}}, DayKind::kSchoolDay}};
    offer.extra_care = {
        true, true, 90, 5, {core::Notice::Unit::kWorkingDays, 2, TimeOfDay{12, 0}}, 60, core::Money{965}};
    core::CareOffer plain = offer;
    plain.extra_care = {false, false, 60, 15, {core::Notice::Unit::kHours, 24, std::nullopt}, 90, std::nullopt};
    core::Locations locations;
    locations.offers = {offer, plain};
    locations.calendar.closures = {
        {day("2026-12-25"), "Eerste Kerstdag", core::ClosureKind::kHoliday, std::nullopt},
        {day("2026-12-04"), "Studiedag team", core::ClosureKind::kClosingDay, core::LocationId{"reigers"}}};
    locations.calendar.school_holidays = {{"Kerstvakantie", day("2026-12-19"), day("2027-01-03")}};
    return locations;
}

core::CareBlock block() {
    core::CareBlock block;
    block.child = core::ChildId{"noor"};
    block.date = day("2026-11-25");
    block.time = {TimeOfDay{7, 30}, TimeOfDay{13, 0}};
    block.state = core::CareState::kExtraApproved;
    block.location = core::LocationId{"kikkers"};
    block.care_type = core::CareType::kDayCare;
    block.request = core::RequestId{"request-1"};
    return block;
}

core::ChangeRequest open_request() {
    core::ChangeRequest request;
    request.id = core::RequestId{"request-1"};
    request.child = core::ChildId{"noor"};
    request.location = core::LocationId{"kikkers"};
    request.care_type = core::CareType::kOutOfSchoolCare;
    request.date = day("2026-11-25");
    request.time = {TimeOfDay{7, 30}, TimeOfDay{13, 0}};
    request.price = {6023};
    request.submitted_at = moment("2026-11-18T18:42:00Z");
    request.submitted_by = "Jasmijn Visser-de Boer";
    request.rule_text = "Geen restitutie.\nNiet ruilbaar.";
    return request;
}

core::ChangeRequest decided_request() {
    core::ChangeRequest request = open_request();
    request.state = core::RequestState::kRejected;
    request.decided_at = moment("2026-11-19T09:15:00Z");
    request.decision_reason = "De groep is vol.";
    return request;
}

}  // namespace portal::api::samples
