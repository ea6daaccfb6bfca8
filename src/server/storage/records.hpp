#pragma once

#include "core/id.hpp"
#include "core/records.hpp"
#include "server/storage/database.hpp"

#include <string>
#include <vector>

namespace portal::server::storage {

/// Everything that is known about a family's people, with what waits for the organisation. Citizen numbers are masked.
[[nodiscard]] core::FamilyRecords load_family_records(Transaction& transaction, const core::FamilyId& family);

/// Keeps a value in the one form of its field; of a consent it begins on `today`. An e-mail address of a guardian is
/// that of the account, too.
void write_field(Transaction& transaction, const core::Record& record, const std::string& field,
                 const std::string& value, core::Date today);

/// Makes the version of a record another.
void touch_record(Transaction& transaction, const core::Record& record);

/// Adds a contact without values, as the last one to call.
void insert_contact(Transaction& transaction, const core::Record& contact);
/// Its values go; that it was there stays known.
void remove_contact(Transaction& transaction, const std::string& id, core::Instant at);
/// Whether it was a contact of this family, and is none any more.
[[nodiscard]] bool was_removed(Transaction& transaction, const core::FamilyId& family, const std::string& contact);
/// The first is to be called first.
void order_contacts(Transaction& transaction, const std::vector<std::string>& contacts);

[[nodiscard]] core::FieldRights load_field_rights(Transaction& transaction);
void set_field_right(Transaction& transaction, core::RecordKind kind, const std::string& field, core::FieldRight right);

/// Whether an account of another guardian signs in with this address.
[[nodiscard]] bool is_email_taken(Transaction& transaction, const std::string& email, const std::string& guardian);

}  // namespace portal::server::storage
