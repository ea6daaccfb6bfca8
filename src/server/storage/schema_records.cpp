#include "server/storage/schema_records.hpp"

namespace portal::server::storage {

std::vector<std::string_view> records_step() {
    return {
        "ALTER TABLE guardians ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE children ADD COLUMN version INTEGER NOT NULL DEFAULT 1",
        // Who was removed stays, without values of its own: changes tell of them, and removing twice is no mistake.
        R"(CREATE TABLE emergency_contacts (
            id TEXT PRIMARY KEY,
            child_id TEXT NOT NULL REFERENCES children (id),
            position INTEGER NOT NULL,
            version INTEGER NOT NULL DEFAULT 1,
            removed_at TEXT))",
        "CREATE INDEX emergency_contacts_of_child ON emergency_contacts (child_id)",
        // Names, mail, mobile and payer of guardians and names and birth of children have columns; all else is here.
        R"(CREATE TABLE record_values (
            record TEXT NOT NULL,
            record_id TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            since TEXT,
            PRIMARY KEY (record, record_id, field)))",
        R"(CREATE TABLE field_rights (
            record TEXT NOT NULL,
            field TEXT NOT NULL,
            field_right TEXT NOT NULL,
            PRIMARY KEY (record, field)))",
        R"(CREATE TABLE changes (
            id TEXT PRIMARY KEY,
            family_id TEXT NOT NULL REFERENCES families (id),
            position INTEGER NOT NULL,
            at TEXT NOT NULL,
            by_name TEXT NOT NULL,
            record TEXT NOT NULL,
            record_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            action TEXT NOT NULL,
            field TEXT NOT NULL,
            old_value TEXT NOT NULL,
            new_value TEXT NOT NULL,
            state TEXT NOT NULL,
            decided_at TEXT,
            reason TEXT NOT NULL,
            UNIQUE (family_id, position)))",
        "CREATE INDEX changes_by_state ON changes (state)",
    };
}

}  // namespace portal::server::storage
