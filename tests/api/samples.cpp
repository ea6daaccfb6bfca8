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
    contract.type = core::ContractTypeId{"40-weken"};
    contract.weeks_per_year = 40;
    contract.group = "Kikkervisjes";
    contract.stage = core::ContractStage::kToSign;
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
    core::Locations locations;
    locations.offers = {offer};
    locations.calendar.closures = {
        {day("2026-12-25"), "Eerste Kerstdag", core::ClosureKind::kHoliday, std::nullopt},
        {day("2026-12-04"), "Studiedag team", core::ClosureKind::kClosingDay, core::LocationId{"reigers"}}};
    locations.calendar.school_holidays = {{"Kerstvakantie", day("2026-12-19"), day("2027-01-03")}};
    locations.calendar.special_days = {
        {day("2026-12-16"), "Studiedag school", core::SpecialDayKind::kStudyDay, core::LocationId{"reigers"}},
        {day("2026-06-10"), "Schoolreis", core::SpecialDayKind::kOuting, std::nullopt}};
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
    request.payment = core::Payment::kCreditAndInvoice;
    request.credit_used = {core::CreditUnit::kDayParts, 1};
    request.rule_version = core::RuleVersionId{"reigers-2025"};
    return request;
}

core::ChangeRequest swap_request() {
    core::ChangeRequest request = open_request();
    request.kind = core::RequestKind::kSwap;
    request.payment = core::Payment::kInvoice;
    request.given = core::CareSpan{day("2026-11-24"), {TimeOfDay{7, 30}, TimeOfDay{24, 0}}};
    request.state = core::RequestState::kExpired;
    request.expired_at = moment("2026-11-25T23:00:00Z");
    return request;
}

core::ChangeRequest sick_request() {
    core::ChangeRequest request = open_request();
    request.kind = core::RequestKind::kSick;
    request.written_at = moment("2026-11-20T05:58:01Z");
    request.payment = core::Payment::kInvoice;
    request.time = {};
    request.last = day("2026-11-27");
    request.recovered_at = moment("2026-11-27T15:00:00Z");
    return request;
}

core::ChangeRequest absence_request() {
    core::ChangeRequest request = open_request();
    request.kind = core::RequestKind::kAbsence;
    request.payment = core::Payment::kInvoice;
    request.reason = core::AbsenceReason::kVacation;
    request.state = core::RequestState::kWithdrawn;
    request.withdrawn_at = moment("2026-11-20T15:00:00Z");
    request.withdrawal_written_at = moment("2026-11-20T14:00:00Z");
    return request;
}

CreditOverview credit() {
    core::CreditEntry earned;
    earned.number = 1;
    earned.kind = core::EntryKind::kEarned;
    earned.date = day("2026-11-01");
    earned.request = core::RequestId{"request-1"};
    earned.opens = core::LotTerms{day("2026-11-10"), day("2026-11-03"), day("2026-12-31")};
    earned.postings = {{core::LedgerAccount::kEarned, 0, -660}, {core::LedgerAccount::kBalance, 1, 660}};
    core::CreditEntry spent;
    spent.number = 2;
    spent.kind = core::EntryKind::kSpent;
    spent.date = day("2026-11-12");
    spent.postings = {{core::LedgerAccount::kBalance, 1, -330}, {core::LedgerAccount::kSpent, 0, 330}};
    spent.note = "Ochtend";
    return {{{core::ChildId{"noor"}, day("2026-11-23"), {earned, spent}}}};
}

core::ChangeRequest decided_request() {
    core::ChangeRequest request = open_request();
    request.state = core::RequestState::kRejected;
    request.decided_at = moment("2026-11-19T09:15:00Z");
    request.decision_reason = "De groep is vol.";
    return request;
}

}  // namespace portal::api::samples
