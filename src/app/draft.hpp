#pragma once

#include "app/state.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What a parent typed and did not send yet, handed over from one version of the portal to the next.
namespace portal::app {

/// As a text that `read_draft` reads; empty when nothing was typed. Passwords are not in it.
[[nodiscard]] std::string write_draft(const State& state);

/// Nothing for an empty text. What it does not understand it leaves out.
[[nodiscard]] std::optional<Draft> read_draft(std::string_view text);

}  // namespace portal::app
