#pragma once

#include "core/id.hpp"
#include "core/records.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// One thing that happened to a record, as Logboek tells it: kept for good.
struct RecordChange {
    enum class Action : std::uint8_t { kChanged, kAdded, kRemoved, kOrdered };
    enum class State : std::uint8_t {
        kDone,
        kWaiting,
        kApproved,
        kRejected,
        kWithdrawn,  ///< a parent asked for something else before it was answered
    };

    std::string id;
    Instant at;
    std::string by;  ///< the guardian's name
    RecordKind record = RecordKind::kGuardian;
    std::string record_id;
    std::string subject;  ///< whom the record is about, by the name of then
    Action action = Action::kChanged;
    std::string field;  ///< kChanged
    std::string old_value;
    std::string new_value;
    State state = State::kDone;
    std::optional<Instant> decided_at{};
    std::string reason{};  ///< why it was rejected
    ChildId child{};       ///< whose record, or whose contact's; empty for guardians
};

[[nodiscard]] std::string_view to_string(RecordChange::Action action);
[[nodiscard]] std::optional<RecordChange::Action> change_action_from(std::string_view text);
[[nodiscard]] std::string_view to_string(RecordChange::State state);
[[nodiscard]] std::optional<RecordChange::State> change_state_from(std::string_view text);

}  // namespace portal::core
