#include "server/storage/schema_money.hpp"

namespace portal::server::storage {

std::vector<std::string_view> money_tables() {
    return {
        // The logo is a PNG in base64.
        R"(CREATE TABLE organisation_details (
            organisation_id TEXT PRIMARY KEY REFERENCES organisations (id),
            street TEXT NOT NULL,
            postal_code TEXT NOT NULL,
            city TEXT NOT NULL,
            phone TEXT NOT NULL,
            email TEXT NOT NULL,
            website TEXT NOT NULL,
            kvk TEXT NOT NULL,
            iban TEXT NOT NULL,
            bic TEXT NOT NULL,
            creditor_id TEXT NOT NULL,
            payment_days INTEGER NOT NULL,
            logo TEXT NOT NULL))",
        R"(CREATE TABLE contract_details (
            contract_id TEXT PRIMARY KEY REFERENCES contracts (id),
            stage TEXT NOT NULL,
            signed_on TEXT,
            signed_by TEXT NOT NULL,
            notice_months INTEGER NOT NULL,
            payment_days INTEGER NOT NULL,
            direct_debit INTEGER NOT NULL,
            cancellation TEXT NOT NULL))",
        R"(CREATE TABLE contract_terms (
            contract_id TEXT NOT NULL REFERENCES contract_details (contract_id),
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            url TEXT NOT NULL,
            PRIMARY KEY (contract_id, position)))",
        // Paid by direct debit where there is a mandate.
        R"(CREATE TABLE debtors (
            family_id TEXT PRIMARY KEY REFERENCES families (id),
            number TEXT NOT NULL UNIQUE,
            mandate TEXT NOT NULL,
            iban TEXT NOT NULL))",
        // An invoice never changes once it is sent: its lines are kept as the JSON of the API.
        R"(CREATE TABLE invoices (
            id TEXT PRIMARY KEY,
            family_id TEXT NOT NULL REFERENCES families (id),
            number TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            month TEXT NOT NULL,
            issued_on TEXT NOT NULL,
            due_on TEXT NOT NULL,
            debtor TEXT NOT NULL,
            addressee TEXT NOT NULL,
            total_cents BIGINT NOT NULL,
            settled_cents BIGINT NOT NULL,
            mandate TEXT,
            payer_iban TEXT NOT NULL,
            collected_on TEXT,
            credits TEXT REFERENCES invoices (number),
            lines TEXT NOT NULL))",
        "CREATE INDEX invoices_of_families ON invoices (family_id, month)",
        R"(CREATE TABLE invoice_payments (
            id TEXT PRIMARY KEY,
            invoice_id TEXT NOT NULL REFERENCES invoices (id),
            day TEXT NOT NULL,
            cents BIGINT NOT NULL))",
        "CREATE INDEX payments_of_invoices ON invoice_payments (invoice_id)",
        // No request is billed twice, and no month: not even by two offices at once.
        R"(CREATE TABLE billed_requests (
            request_id TEXT PRIMARY KEY REFERENCES change_requests (id),
            invoice_id TEXT NOT NULL REFERENCES invoices (id)))",
        R"(CREATE TABLE billed_months (
            family_id TEXT NOT NULL REFERENCES families (id),
            month TEXT NOT NULL,
            invoice_id TEXT NOT NULL REFERENCES invoices (id),
            PRIMARY KEY (family_id, month)))",
        R"(CREATE TABLE published_statements (
            family_id TEXT NOT NULL REFERENCES families (id),
            year INTEGER NOT NULL,
            published_on TEXT NOT NULL,
            PRIMARY KEY (family_id, year)))",
    };
}

}  // namespace portal::server::storage
