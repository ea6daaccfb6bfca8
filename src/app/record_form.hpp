#pragma once

#include "app/failure.hpp"
#include "app/outbox.hpp"
#include "core/records.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal::app {

/// A field that two people wrote at once.
struct FieldConflict {
    std::string field;
    std::string mine;                ///< as typed
    std::string theirs;              ///< what is wanted on the server now
    std::optional<bool> keeps_mine;  ///< the parent's choice
};

/// The form of a guardian, a child or a contact, and what becomes of sending it.
struct RecordForm {
    core::Record base;  ///< as it was when typing began; for a new contact without an id, with what is chosen at first
    std::map<std::string, std::string> typed;  ///< fields that were touched, as they stand in their boxes
    std::vector<core::FieldFault> faults;      ///< shown since the last attempt, while they last
    std::vector<FieldConflict> conflicts;
    std::vector<std::string> taken_over;  ///< fields that somebody else changed meanwhile, and this parent did not
    std::string idempotency_key;          ///< of exactly what was typed
    OutboxEntry entry;                    ///< what the outbox takes over where sending fails
    std::string replaces;                 ///< key of what waits in the outbox and is written anew here
    std::uint64_t request = 0;            ///< awaited; 0: none
    std::uint32_t attempts = 0;           ///< that led to nothing: focus goes to what is wrong after each
    Failure failure = Failure::kNone;
    bool rejected = false;  ///< a 4xx that says nothing about a field
    bool restored = false;  ///< what was typed here earlier stands here again

    [[nodiscard]] bool busy() const { return request != 0; }
    [[nodiscard]] bool is_new() const { return base.id.empty(); }
};

/// What is done with a contact in the list: it is moved or removed.
struct ContactTask {
    std::string id;
    bool asking = false;                  ///< the dialog that asks whether to remove it is open
    std::uint64_t request = 0;            ///< awaited; 0: none
    std::vector<core::Record> to_undo{};  ///< the contacts before they were moved
    OutboxEntry entry{};                  ///< what the outbox takes over where sending fails
    Failure failure = Failure::kNone;
    bool rejected = false;

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// What a box shows before anybody types: what is wanted, as people write it.
[[nodiscard]] std::string editable_text(const core::FieldSpec& spec, const std::string& value);

/// What stands in the box of a field now.
[[nodiscard]] std::string shown_text(const RecordForm& form, const core::FieldSpec& spec);

/// What the form would send: the fields that were touched, and what a new contact begins with.
[[nodiscard]] std::vector<core::FieldInput> inputs_of(const RecordForm& form);

/// Puts `current`, which somebody else made of the record meanwhile, under what was typed. Nothing that was typed is
/// lost: where both wrote in one field it becomes a conflict.
void rebase(RecordForm& form, core::Record current, core::Date today);

/// Whether a conflict still waits for a choice.
[[nodiscard]] bool has_open_conflict(const RecordForm& form);

}  // namespace portal::app
