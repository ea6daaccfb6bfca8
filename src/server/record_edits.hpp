#pragma once

#include "core/id.hpp"
#include "core/record_change.hpp"
#include "core/records.hpp"
#include "server/storage/database.hpp"

#include <string>
#include <vector>

namespace portal::server {

/// Who changes records, and when.
struct Editor {
    core::FamilyId family;
    std::string name;
    core::Instant now;
    std::string account{};  ///< that is told the answer; empty for the organisation itself
};

/// Carries an edit out that core::plan_edit found right: what counts at once is stored, what waits is noted, and each
/// of it is written down for Logboek. The record's version becomes another.
void carry_out(storage::Transaction& transaction, const Editor& editor, const core::Record& record,
               const std::vector<core::FieldChange>& changes);

/// Adds a contact whose id is given, with what `changes` say of it.
void add_contact(storage::Transaction& transaction, const Editor& editor, const core::Record& contact,
                 const std::vector<core::FieldChange>& changes);

/// What waited for it goes with it.
void remove_contact(storage::Transaction& transaction, const Editor& editor, const core::Record& contact);

/// `contacts`: those of the child in their new order.
void order_contacts(storage::Transaction& transaction, const Editor& editor, const core::Record& child,
                    const std::vector<const core::Record*>& before, const std::vector<const core::Record*>& contacts);

/// The organisation's answer to a change that waits. Throws std::runtime_error with one sentence where there is none,
/// or where it cannot be granted any more.
void decide(storage::Transaction& transaction, const std::string& change, bool approved, const std::string& reason,
            core::Instant now);

}  // namespace portal::server
