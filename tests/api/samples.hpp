#pragma once

#include "api/dto.hpp"

/// Values in which every field differs from its default.
namespace portal::api::samples {

[[nodiscard]] core::Date day(const char* text);
[[nodiscard]] core::Instant moment(const char* text);
[[nodiscard]] core::Family family();
[[nodiscard]] core::Locations locations();
[[nodiscard]] core::CareBlock block();
[[nodiscard]] core::ChangeRequest decided_request();
[[nodiscard]] core::ChangeRequest open_request();
[[nodiscard]] core::ChangeRequest swap_request();
[[nodiscard]] core::ChangeRequest sick_request();
[[nodiscard]] core::ChangeRequest absence_request();
[[nodiscard]] CreditOverview credit();

}  // namespace portal::api::samples
