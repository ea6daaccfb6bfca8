#pragma once

#include "api/dto.hpp"
#include "core/care_event.hpp"
#include "core/family.hpp"
#include "core/location.hpp"
#include "core/record_change.hpp"
#include "core/request.hpp"
#include "core/rule_book.hpp"

#include <map>
#include <string>
#include <vector>

namespace portal::server {

/// A wish of the demo whose day is found when it is known which days are free.
struct DemoWish {
    core::RequestKind kind = core::RequestKind::kExtra;
    core::ChildId child;
    core::Date from;   ///< the first day tried; from a past one the search goes back, else forward
    std::string slot;  ///< extra and swap: which part of the day is wanted
    core::Payment payment = core::Payment::kInvoice;
    core::AbsenceReason absence = core::AbsenceReason::kOther;
    int days = 1;         ///< sick: how many, the weekend included
    int days_before = 0;  ///< how long before the day it was asked; 0: in the morning of that day
    core::GuardianId by;
    core::RequestState state = core::RequestState::kSubmitted;  ///< where a planner answers
    std::string reason;
};

/// Weeks without care that a family chose of a contract of fewer than 52.
struct DemoFreeWeeks {
    core::ContractId contract;
    int years_ago = 0;
    int weeks = 0;
    core::GuardianId by;
};

struct DemoFamily {
    core::FamilyId id;
    core::Family family;
    std::vector<std::string> passwords;  ///< of the guardians, in their order; empty for who has no login yet
    std::vector<core::GuardianId> invited;
    std::vector<DemoWish> wishes;
    std::vector<DemoFreeWeeks> free_weeks;
    std::vector<core::CreditBooking> bookings;
    std::vector<core::Record> records;        ///< what is known of them besides what `family` has
    std::vector<core::RecordChange> changes;  ///< of records, the oldest first; without ids
};

struct DemoData {
    std::string organisation;
    core::Locations locations;
    core::RuleBook rules;
    std::map<core::RequestKind, std::string> rule_texts;
    std::vector<api::Notice> notices;
    std::vector<DemoFamily> families;
};

/// Reads assets/demo for the day given. Throws std::runtime_error with the place that is wrong.
[[nodiscard]] DemoData read_demo_data(core::Date today);

}  // namespace portal::server
