#pragma once

#include "app/failure.hpp"
#include "app/outbox.hpp"
#include "app/state.hpp"
#include "core/records.hpp"
#include "core/wish.hpp"

#include <string>
#include <vector>

namespace portal::app {

/// Why nobody knows what became of a change, or why it is to come later; kNone for one that was answered.
[[nodiscard]] Failure failure_of_change(const HttpResponse& response);

/// What of an entry's body there is to say.
struct UnsentContent {
    std::vector<core::Wish> wishes;
    core::RecordKind record = core::RecordKind::kGuardian;
    std::vector<core::FieldInput> fields;
};

[[nodiscard]] UnsentContent content_of(const OutboxEntry& entry);

/// Why the server refused it, and what can be done.
[[nodiscard]] std::string refusal_text(const State& state, const OutboxEntry& entry, const UnsentContent& content);

}  // namespace portal::app
