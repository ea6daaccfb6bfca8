#pragma once

#include "core/family.hpp"
#include "core/location.hpp"
#include "core/request.hpp"

#include <string>
#include <vector>

namespace portal::server {

/// A wish of the demo whose day is found when it is known which days are free.
struct DemoWish {
    core::ChildId child;
    core::Date from;  ///< the first day tried; from a past one the search goes back, else forward
    std::string slot;
    int days_before = 0;  ///< how long before the day it was asked
    core::GuardianId by;
    core::RequestState state = core::RequestState::kSubmitted;
    std::string reason;
};

struct DemoFamily {
    core::FamilyId id;
    core::Family family;
    std::vector<std::string> passwords;  ///< of the guardians, in their order
    std::vector<DemoWish> wishes;
};

struct DemoData {
    std::string organisation;
    core::Locations locations;
    std::string rule_text;
    std::vector<DemoFamily> families;
};

/// Reads assets/demo for the day given. Throws std::runtime_error with the place that is wrong.
[[nodiscard]] DemoData read_demo_data(core::Date today);

}  // namespace portal::server
