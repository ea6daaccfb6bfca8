#pragma once

#include "app/failure.hpp"
#include "app/outbox.hpp"
#include "app/state.hpp"
#include "core/records.hpp"
#include "core/wish.hpp"

#include <optional>
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
    core::RequestId amended;             ///< that is withdrawn or closed; empty for what is no amendment
    std::optional<core::Date> last_day;  ///< of illness; none: it is withdrawn
    std::string removed_contact;         ///< the person to call who is removed
    std::string ordered_child;           ///< whose persons to call get another order

    /// Whether it was written in a form, and can be written anew there.
    [[nodiscard]] bool has_form() const { return !wishes.empty() || !fields.empty(); }
};

[[nodiscard]] UnsentContent content_of(const OutboxEntry& entry);

/// When it was written, by the server's clock.
[[nodiscard]] core::Instant moment_written(const State& state, const OutboxEntry& entry);

/// What waits to be sent about a request, or was refused: that it is withdrawn, or that the child is well. Null for
/// nothing.
[[nodiscard]] const OutboxEntry* unsent_amendment(const State& state, const core::RequestId& request);

/// Where such an amendment is sent.
[[nodiscard]] std::string amendment_path(Amendment::Kind kind, const core::RequestId& request);

/// Why the server refused it, and what can be done.
[[nodiscard]] std::string refusal_text(const State& state, const OutboxEntry& entry, const UnsentContent& content);

}  // namespace portal::app
