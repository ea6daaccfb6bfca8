#include "server/storage/schema_account.hpp"

namespace portal::server::storage {

std::vector<std::string_view> account_step() {
    return {
        "ALTER TABLE accounts ADD COLUMN language TEXT NOT NULL DEFAULT 'nl'",
        "ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE sessions ADD COLUMN operating_system TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX sessions_of_account ON sessions (account_id)",
        R"(CREATE TABLE account_links (
            token_hash TEXT PRIMARY KEY,
            purpose TEXT NOT NULL,
            guardian_id TEXT NOT NULL REFERENCES guardians (id),
            email TEXT NOT NULL,
            created_at TEXT NOT NULL,
            expires_at TEXT NOT NULL,
            used_at TEXT))",
        "CREATE INDEX account_links_of_guardian ON account_links (guardian_id)",
        R"(CREATE TABLE mails (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            recipient TEXT NOT NULL,
            guardian_id TEXT,
            language TEXT NOT NULL,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            html TEXT NOT NULL,
            created_at TEXT NOT NULL,
            next_attempt_at TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            failed_at TEXT,
            failure TEXT NOT NULL))",
        "CREATE INDEX mails_by_next_attempt ON mails (next_attempt_at)",
    };
}

std::vector<std::string_view> answers_step() {
    return {
        "ALTER TABLE accounts ADD COLUMN mail_decisions INTEGER NOT NULL DEFAULT 1",
        // A change request or a change of a record, neither of which has an account of its own.
        R"(CREATE TABLE asked_by (
            asked_id TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES accounts (id)))",
    };
}

}  // namespace portal::server::storage
