#pragma once

#include "core/date.hpp"
#include "core/family.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/time_of_day.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

enum class RequestState : std::uint8_t { kSubmitted, kApproved, kRejected };

[[nodiscard]] std::string_view to_string(RequestState state);
[[nodiscard]] std::optional<RequestState> request_state_from(std::string_view text);

/// A wijziging that a parent asked for, as the organisation keeps it.
struct ChangeRequest {
    RequestId id;
    ChildId child;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    Date date;
    TimeRange time;
    RequestState state = RequestState::kSubmitted;
    Money price;
    Instant submitted_at;      ///< by the server's clock
    std::string submitted_by;  ///< guardian's name
    std::string rule_text;     ///< what the parent was told beside the button
    std::optional<Instant> decided_at;
    std::string decision_reason;
};

}  // namespace portal::core
