#pragma once

#include "app/effect.hpp"
#include "app/outbox_action.hpp"
#include "app/ports.hpp"

#include <functional>

namespace portal::app {

/// Carries out what the outbox wants of the device.
void perform(const Ports& ports, const OutboxDuty& duty, const std::function<void(OutboxAction)>& dispatch);

/// Some time between half of `at_most` and all of it, by a random token.
[[nodiscard]] std::chrono::milliseconds jittered(std::chrono::milliseconds at_most, const std::string& token);

}  // namespace portal::app
