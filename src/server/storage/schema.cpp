#include "server/storage/schema.hpp"

#include "server/storage/schema_account.hpp"
#include "server/storage/schema_money.hpp"
#include "server/storage/schema_outbox.hpp"
#include "server/storage/schema_records.hpp"

// Dates, times and instants are ISO text, which sorts by itself and reads the same in every database; money is whole
// cents; weekdays are 1 (Monday) to 7; truth is 0 or 1.
namespace portal::server::storage {
namespace {

using Statements = std::vector<std::string_view>;

Statements organisation_tables() {
    return {
        R"(CREATE TABLE organisations (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            demo INTEGER NOT NULL))",
        R"(CREATE TABLE locations (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            position INTEGER NOT NULL))",
        R"(CREATE TABLE offers (
            location_id TEXT NOT NULL REFERENCES locations (id),
            care_type TEXT NOT NULL,
            lrk TEXT NOT NULL,
            offered INTEGER NOT NULL,
            free_times INTEGER NOT NULL,
            minimum_minutes INTEGER NOT NULL,
            step_minutes INTEGER NOT NULL,
            notice_unit TEXT NOT NULL,
            notice_amount INTEGER NOT NULL,
            notice_until TEXT,
            max_days_ahead INTEGER NOT NULL,
            hourly_rate_cents BIGINT,
            PRIMARY KEY (location_id, care_type)))",
        R"(CREATE TABLE opening_hours (
            location_id TEXT NOT NULL,
            care_type TEXT NOT NULL,
            position INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            start_time TEXT NOT NULL,
            end_time TEXT NOT NULL,
            days TEXT NOT NULL,
            PRIMARY KEY (location_id, care_type, position),
            FOREIGN KEY (location_id, care_type) REFERENCES offers (location_id, care_type)))",
        R"(CREATE TABLE slots (
            location_id TEXT NOT NULL,
            care_type TEXT NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            weekday INTEGER NOT NULL,
            start_time TEXT NOT NULL,
            end_time TEXT NOT NULL,
            days TEXT NOT NULL,
            PRIMARY KEY (location_id, care_type, position),
            FOREIGN KEY (location_id, care_type) REFERENCES offers (location_id, care_type)))",
        R"(CREATE TABLE closures (
            position INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            location_id TEXT REFERENCES locations (id)))",
        R"(CREATE TABLE school_holidays (
            position INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            first_day TEXT NOT NULL,
            last_day TEXT NOT NULL))",
    };
}

Statements family_tables() {
    return {
        "CREATE TABLE families (id TEXT PRIMARY KEY)",
        R"(CREATE TABLE guardians (
            id TEXT PRIMARY KEY,
            family_id TEXT NOT NULL REFERENCES families (id),
            position INTEGER NOT NULL,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            email TEXT NOT NULL,
            phone TEXT NOT NULL,
            pays INTEGER NOT NULL))",
        "CREATE INDEX guardians_of_family ON guardians (family_id)",
        R"(CREATE TABLE children (
            id TEXT PRIMARY KEY,
            family_id TEXT NOT NULL REFERENCES families (id),
            position INTEGER NOT NULL,
            first_name TEXT NOT NULL,
            last_name TEXT NOT NULL,
            birth_date TEXT NOT NULL))",
        "CREATE INDEX children_of_family ON children (family_id)",
        R"(CREATE TABLE contracts (
            id TEXT PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            child_id TEXT NOT NULL REFERENCES children (id),
            location_id TEXT NOT NULL,
            care_type TEXT NOT NULL,
            group_name TEXT NOT NULL,
            start_day TEXT NOT NULL,
            end_day TEXT,
            hourly_rate_cents BIGINT NOT NULL,
            FOREIGN KEY (location_id, care_type) REFERENCES offers (location_id, care_type)))",
        "CREATE INDEX contracts_of_child ON contracts (child_id)",
        R"(CREATE TABLE care_moments (
            contract_id TEXT NOT NULL REFERENCES contracts (id),
            position INTEGER NOT NULL,
            weekday INTEGER NOT NULL,
            start_time TEXT NOT NULL,
            end_time TEXT NOT NULL,
            days TEXT NOT NULL,
            PRIMARY KEY (contract_id, position)))",
    };
}

Statements account_tables() {
    return {
        R"(CREATE TABLE accounts (
            id TEXT PRIMARY KEY,
            guardian_id TEXT NOT NULL UNIQUE REFERENCES guardians (id),
            email TEXT NOT NULL UNIQUE,
            password_hash TEXT NOT NULL))",
        R"(CREATE TABLE sessions (
            token_hash TEXT PRIMARY KEY,
            account_id TEXT NOT NULL REFERENCES accounts (id),
            created_at TEXT NOT NULL,
            used_at TEXT NOT NULL,
            expires_at TEXT NOT NULL))",
        "CREATE INDEX sessions_by_expiry ON sessions (expires_at)",
    };
}

Statements request_tables() {
    return {
        R"(CREATE TABLE change_requests (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            child_id TEXT NOT NULL REFERENCES children (id),
            location_id TEXT NOT NULL,
            care_type TEXT NOT NULL,
            day TEXT NOT NULL,
            start_time TEXT NOT NULL,
            end_time TEXT NOT NULL,
            state TEXT NOT NULL,
            price_cents BIGINT NOT NULL,
            submitted_at TEXT NOT NULL,
            submitted_by TEXT NOT NULL,
            rule_text TEXT NOT NULL,
            decided_at TEXT,
            decision_reason TEXT NOT NULL,
            FOREIGN KEY (location_id, care_type) REFERENCES offers (location_id, care_type)))",
        "CREATE INDEX change_requests_of_child ON change_requests (child_id, day)",
        R"(CREATE TABLE idempotency_keys (
            account_id TEXT NOT NULL REFERENCES accounts (id),
            idempotency_key TEXT NOT NULL,
            body_hash TEXT NOT NULL,
            status INTEGER NOT NULL,
            location TEXT NOT NULL,
            answer TEXT NOT NULL,
            created_at TEXT NOT NULL,
            PRIMARY KEY (account_id, idempotency_key)))",
        "CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)",
        R"(CREATE TABLE refused_accesses (
            id TEXT PRIMARY KEY,
            at TEXT NOT NULL,
            account_id TEXT NOT NULL REFERENCES accounts (id),
            route TEXT NOT NULL,
            what TEXT NOT NULL,
            asked_id TEXT NOT NULL,
            request_id TEXT NOT NULL))",
    };
}

Statements first_step() {
    Statements all;
    for (const Statements& some : {organisation_tables(), family_tables(), account_tables(), request_tables()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

/// Every kind of change, what was decided about it and whether that has been seen, and what is told to all.
Statements columns_of_changes() {
    return {
        "ALTER TABLE change_requests ADD COLUMN given_day TEXT",
        "ALTER TABLE change_requests ADD COLUMN given_start TEXT",
        "ALTER TABLE change_requests ADD COLUMN given_end TEXT",
        "ALTER TABLE change_requests ADD COLUMN last_day TEXT",
        "ALTER TABLE change_requests ADD COLUMN reason TEXT NOT NULL DEFAULT 'other'",
        "ALTER TABLE change_requests ADD COLUMN payment TEXT NOT NULL DEFAULT 'invoice'",
        "ALTER TABLE change_requests ADD COLUMN credit_unit TEXT NOT NULL DEFAULT 'minutes'",
        "ALTER TABLE change_requests ADD COLUMN credit_used BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE change_requests ADD COLUMN rule_version TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE change_requests ADD COLUMN withdrawn_at TEXT",
        "ALTER TABLE change_requests ADD COLUMN expired_at TEXT",
        "ALTER TABLE change_requests ADD COLUMN recovered_at TEXT",
        "ALTER TABLE accounts ADD COLUMN decisions_seen_at TEXT",
        R"(CREATE TABLE notices (
            id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            text TEXT NOT NULL,
            published_at TEXT NOT NULL,
            until_day TEXT))",
        "ALTER TABLE contracts ADD COLUMN contract_type TEXT NOT NULL DEFAULT 'standard'",
        "ALTER TABLE contracts ADD COLUMN weeks_per_year INTEGER NOT NULL DEFAULT 52",
    };
}

/// Credit is bookkeeping: rows of these tables are added and never changed.
Statements credit_tables() {
    return {
        R"(CREATE TABLE credit_ledgers (
            child_id TEXT PRIMARY KEY REFERENCES children (id),
            accounted_until TEXT NOT NULL))",
        R"(CREATE TABLE credit_entries (
            child_id TEXT NOT NULL REFERENCES credit_ledgers (child_id),
            number INTEGER NOT NULL,
            kind TEXT NOT NULL,
            day TEXT NOT NULL,
            unit TEXT NOT NULL,
            request_id TEXT,
            earned_for TEXT,
            usable_from TEXT,
            use_before TEXT,
            note TEXT NOT NULL,
            PRIMARY KEY (child_id, number)))",
        R"(CREATE TABLE credit_postings (
            child_id TEXT NOT NULL,
            entry_number INTEGER NOT NULL,
            position INTEGER NOT NULL,
            account TEXT NOT NULL,
            lot INTEGER NOT NULL,
            amount BIGINT NOT NULL,
            PRIMARY KEY (child_id, entry_number, position),
            FOREIGN KEY (child_id, entry_number) REFERENCES credit_entries (child_id, number)))",
        R"(CREATE TABLE credit_bookings (
            id TEXT PRIMARY KEY,
            child_id TEXT NOT NULL REFERENCES children (id),
            unit TEXT NOT NULL,
            amount BIGINT NOT NULL,
            purchased INTEGER NOT NULL,
            use_before TEXT,
            note TEXT NOT NULL,
            at TEXT NOT NULL))", "CREATE INDEX credit_bookings_of_child ON credit_bookings (child_id)",
    };
}

/// Rules become versions that requests can be judged by ever after; what an offer had for itself becomes the first.
Statements rule_tables() {
    Statements all{
        R"(CREATE TABLE rule_versions (
            id TEXT PRIMARY KEY,
            location_id TEXT NOT NULL,
            care_type TEXT NOT NULL,
            contract_type TEXT,
            valid_from TEXT NOT NULL,
            body TEXT NOT NULL,
            FOREIGN KEY (location_id, care_type) REFERENCES offers (location_id, care_type)))",
        R"(CREATE TABLE special_days (
            position INTEGER PRIMARY KEY,
            day TEXT NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            location_id TEXT REFERENCES locations (id)))",
        R"(INSERT INTO rule_versions (id, location_id, care_type, valid_from, body)
            SELECT location_id || '-' || care_type || '-first', location_id, care_type, '2000-01-01',
                '{"id":"' || location_id || '-' || care_type || '-first","locationId":"' || location_id ||
                '","careType":"' || care_type || '","validFrom":"2000-01-01","extra":{"offered":' ||
                CASE offered WHEN 1 THEN 'true' ELSE 'false' END || ',"freeTimes":' ||
                CASE free_times WHEN 1 THEN 'true' ELSE 'false' END || ',"minimumMinutes":' || minimum_minutes ||
                ',"stepMinutes":' || step_minutes || ',"notice":{"unit":"' || notice_unit || '","amount":' ||
                notice_amount || CASE WHEN notice_until IS NULL THEN '' ELSE ',"until":"' || notice_until || '"' END ||
                '},"maxAhead":{"unit":"days","amount":' || max_days_ahead || '}' ||
                CASE WHEN hourly_rate_cents IS NULL THEN ''
                    ELSE ',"hourlyRate":{"cents":' || hourly_rate_cents || ',"currency":"EUR"}' END ||
                '},"swap":{"offered":false},"absence":{"offered":false}}' FROM offers)",
    };
    for (const char* column :
         {"ALTER TABLE offers DROP COLUMN offered", "ALTER TABLE offers DROP COLUMN free_times",
          "ALTER TABLE offers DROP COLUMN minimum_minutes", "ALTER TABLE offers DROP COLUMN step_minutes",
          "ALTER TABLE offers DROP COLUMN notice_unit", "ALTER TABLE offers DROP COLUMN notice_amount",
          "ALTER TABLE offers DROP COLUMN notice_until", "ALTER TABLE offers DROP COLUMN max_days_ahead",
          "ALTER TABLE offers DROP COLUMN hourly_rate_cents"}) {
        all.emplace_back(column);
    }
    return all;
}

/// How far a contract has come is said by itself: care is only what has been signed. A withdrawal that arrives late is
/// judged by when it was written.
Statements stage_step() {
    return {
        "ALTER TABLE change_requests ADD COLUMN withdrawal_written_at TEXT",
        "ALTER TABLE contracts ADD COLUMN stage TEXT NOT NULL DEFAULT 'signed'",
        "UPDATE contracts SET stage = (SELECT d.stage FROM contract_details d WHERE d.contract_id = contracts.id)"
        " WHERE id IN (SELECT contract_id FROM contract_details)",
        "ALTER TABLE contract_details DROP COLUMN stage",
    };
}

Statements second_step() {
    Statements all;
    for (const Statements& some : {columns_of_changes(), credit_tables(), rule_tables()}) {
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

}  // namespace

const std::vector<std::vector<std::string_view>>& schema_steps() {
    static const std::vector<Statements> steps{first_step(),   second_step(), account_step(), records_step(),
                                               money_tables(), outbox_step(), answers_step(), stage_step()};
    return steps;
}

}  // namespace portal::server::storage
