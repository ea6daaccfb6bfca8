#pragma once

#include "app/outbox.hpp"
#include "app/state.hpp"
#include "core/records.hpp"

#include <string>
#include <vector>

/// The persons to call for a child, with what waits to be sent about them.
namespace portal::app {

[[nodiscard]] std::string contact_path(const std::string& contact);
[[nodiscard]] std::string contact_order_path(const std::string& child);

/// The contact that an entry of the outbox removes; empty for other entries.
[[nodiscard]] std::string removed_contact(const OutboxEntry& entry);
/// The child whose contacts an entry of the outbox puts into another order; empty for other entries.
[[nodiscard]] std::string ordered_child(const OutboxEntry& entry);

/// Does with contacts what an entry of the outbox asks for: nothing where it is about something else.
void carry_out(const OutboxEntry& entry, std::vector<core::Record>& contacts);

/// The child's contacts as they are once everything is sent: in the order that was chosen last, and without those that
/// are to be removed. The records must be known.
[[nodiscard]] std::vector<core::Record> contacts_of(const State& state, const std::string& child);

}  // namespace portal::app
