#include "server/storage/invoices.hpp"

#include "api/money_codec.hpp"
#include "core/digits.hpp"
#include "server/auth/random.hpp"
#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace portal::server::storage {
namespace {

struct Row {
    std::string family;
    std::string id;
    std::string number;
    std::string kind;
    std::string month;
    std::string issued_on;
    std::string due_on;
    std::string debtor;
    std::string addressee;
    long long total = 0;
    long long settled = 0;
    long long paid = 0;
    Nullable<std::string> mandate;
    std::string payer_iban;
    Nullable<std::string> collected_on;
    Nullable<std::string> credits;
    std::string lines;
};

core::InvoiceHead head_of(const Row& row) {
    core::InvoiceHead head;
    head.id = core::InvoiceId{row.id};
    head.number = row.number;
    head.kind = read_column(row.kind, core::invoice_kind_from);
    head.month = read_column(row.month, core::Month::parse);
    head.issued_on = to_date(row.issued_on);
    head.due_on = to_date(row.due_on);
    head.debtor = row.debtor;
    head.addressee = row.addressee;
    head.total = {row.total};
    head.settled = {row.settled};
    head.paid = {row.paid};
    if (row.mandate.has_value() && row.collected_on.has_value()) {
        head.direct_debit = core::DirectDebit{row.mandate.value, row.payer_iban, to_date(row.collected_on.value)};
    }
    head.credits = row.credits.has_value() ? std::optional{row.credits.value} : std::nullopt;
    return head;
}

std::vector<core::InvoiceLine> lines_of(const Row& row) {
    auto decoded = api::decode_invoice_lines(row.lines);
    if (!decoded) {
        throw std::runtime_error("an invoice has lines that cannot be read");
    }
    return std::move(*decoded.value);
}

/// The rows that a condition on `i` with the parameters :family and :value leaves.
template <class Use>
void each_row(Transaction& transaction, const std::string& condition, const std::string& family,
              const std::string& value, Use use) {
    Row row;
    soci::statement rows =
        (sql_of(transaction).prepare
             << "SELECT i.family_id, i.id, i.number, i.kind, i.month, i.issued_on, i.due_on, i.debtor, i.addressee,"
                " i.total_cents, i.settled_cents, CAST((SELECT COALESCE(SUM(p.cents), 0) FROM"
                " invoice_payments p WHERE p.invoice_id = i.id) AS BIGINT), i.mandate, i.payer_iban, i.collected_on, "
                "i.credits, i.lines"
                " FROM invoices i WHERE (i.family_id = :family OR :any = '') AND " +
                    condition + " ORDER BY i.month DESC, i.number DESC",
         soci::use(family), soci::use(family), soci::use(value), soci::into(row.family), soci::into(row.id),
         soci::into(row.number), soci::into(row.kind), soci::into(row.month), soci::into(row.issued_on),
         soci::into(row.due_on), soci::into(row.debtor), soci::into(row.addressee), soci::into(row.total),
         soci::into(row.settled), soci::into(row.paid), soci::into(row.mandate.value, row.mandate.indicator),
         soci::into(row.payer_iban), soci::into(row.collected_on.value, row.collected_on.indicator),
         soci::into(row.credits.value, row.credits.indicator), soci::into(row.lines));
    rows.execute();
    while (rows.fetch()) {
        use(row);
    }
}

/// An invoice knows the credit notes on it, which are of the same family.
template <class Heads>
void link_credit_notes(Transaction& transaction, const core::FamilyId& family, Heads heads) {
    std::multimap<std::string, std::string> notes;
    each_row(transaction, "i.credits IS NOT NULL AND i.id <> :value", family.value, "",
             [&](const Row& row) { notes.emplace(row.credits.value, row.number); });
    heads([&](core::InvoiceHead& head) {
        const auto [first, last] = notes.equal_range(head.number);
        std::for_each(first, last, [&](const auto& note) { head.credit_notes.push_back(note.second); });
        std::sort(head.credit_notes.begin(), head.credit_notes.end());
    });
}

void load_payments(Transaction& transaction, core::Invoice& invoice) {
    std::string day;
    long long cents = 0;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT day, cents FROM invoice_payments WHERE invoice_id = :id"
                                        " ORDER BY day, id",
         soci::use(invoice.head.id.value), soci::into(day), soci::into(cents));
    rows.execute();
    while (rows.fetch()) {
        invoice.payments.push_back({to_date(day), {cents}});
    }
}

std::vector<core::Invoice> load(Transaction& transaction, const std::string& condition, const core::FamilyId& family,
                                const std::string& value) {
    std::vector<core::Invoice> invoices;
    each_row(transaction, condition, family.value, value, [&](const Row& row) {
        invoices.push_back({head_of(row), lines_of(row), {}});
    });
    for (core::Invoice& invoice : invoices) {
        load_payments(transaction, invoice);
    }
    link_credit_notes(transaction, family, [&](auto link) {
        for (core::Invoice& invoice : invoices) {
            link(invoice.head);
        }
    });
    return invoices;
}

void insert_head(soci::session& sql, const core::FamilyId& family, const core::Invoice& invoice) {
    const core::InvoiceHead& head = invoice.head;
    const std::string kind{core::to_string(head.kind)};
    const std::string month = head.month.to_string();
    const std::string issued_on = head.issued_on.to_string();
    const std::string due_on = head.due_on.to_string();
    const long long total = head.total.cents;
    const long long settled = head.settled.cents;
    const bool by_debit = head.direct_debit.has_value();
    Nullable<std::string> mandate{by_debit ? std::optional{head.direct_debit->mandate} : std::nullopt};
    const std::string iban = by_debit ? head.direct_debit->iban : "";
    Nullable<std::string> collected{by_debit ? std::optional{head.direct_debit->collected_on.to_string()}
                                             : std::nullopt};
    Nullable<std::string> credits{head.credits};
    const std::string lines = api::encode(invoice.lines);
    sql << "INSERT INTO invoices (id, family_id, number, kind, month, issued_on, due_on, debtor, addressee,"
           " total_cents, settled_cents, mandate, payer_iban, collected_on, credits, lines) VALUES (:id, :family,"
           " :number, :kind, :month, :issued, :due, :debtor, :addressee, :total, :settled, :mandate, :iban,"
           " :collected, :credits, :lines)",
        soci::use(head.id.value), soci::use(family.value), soci::use(head.number), soci::use(kind), soci::use(month),
        soci::use(issued_on), soci::use(due_on), soci::use(head.debtor), soci::use(head.addressee), soci::use(total),
        soci::use(settled), soci::use(mandate.value, mandate.indicator), soci::use(iban),
        soci::use(collected.value, collected.indicator), soci::use(credits.value, credits.indicator), soci::use(lines);
}

}  // namespace

std::vector<core::InvoiceHead> list_invoices(Transaction& transaction, const core::FamilyId& family) {
    std::vector<core::InvoiceHead> heads;
    each_row(transaction, "i.id <> :value", family.value, "", [&](const Row& row) { heads.push_back(head_of(row)); });
    link_credit_notes(transaction, family, [&](auto link) { std::for_each(heads.begin(), heads.end(), link); });
    return heads;
}

std::vector<core::Invoice> load_invoices(Transaction& transaction, const core::FamilyId& family) {
    return load(transaction, "i.id <> :value", family, "");
}

std::optional<core::Invoice> find_invoice(Transaction& transaction, const core::FamilyId& family,
                                          const core::InvoiceId& id) {
    std::vector<core::Invoice> found = load(transaction, "i.id = :value", family, id.value);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::optional<OwnedInvoice> find_invoice_by_number(Transaction& transaction, const std::string& number) {
    std::optional<OwnedInvoice> found;
    each_row(transaction, "i.number = :value", "", number, [&](const Row& row) {
        found = OwnedInvoice{core::FamilyId{row.family}, head_of(row)};
    });
    return found;
}

void insert_invoice(Transaction& transaction, const core::FamilyId& family, const core::Invoice& invoice) {
    soci::session& sql = sql_of(transaction);
    insert_head(sql, family, invoice);
    for (const core::InvoicePayment& payment : invoice.payments) {
        insert_payment(transaction, invoice.head.id, payment);
    }
    if (invoice.head.credits) {
        const long long settled = -invoice.head.settled.cents;
        sql << "UPDATE invoices SET settled_cents = settled_cents + :settled WHERE number = :number",
            soci::use(settled), soci::use(*invoice.head.credits);
        return;  // what it takes back was billed and stays so
    }
    for (const core::InvoiceLine& line : invoice.lines) {
        if (line.request) {
            sql << "INSERT INTO billed_requests (request_id, invoice_id) VALUES (:request, :invoice)",
                soci::use(line.request->value), soci::use(invoice.head.id.value);
        }
    }
}

void insert_payment(Transaction& transaction, const core::InvoiceId& invoice, const core::InvoicePayment& payment) {
    const std::string id = random_id();
    const std::string day = payment.on.to_string();
    const long long cents = payment.amount.cents;
    sql_of(transaction) << "INSERT INTO invoice_payments (id, invoice_id, day, cents)"
                           " VALUES (:id, :invoice, :day, :cents)",
        soci::use(id), soci::use(invoice.value), soci::use(day), soci::use(cents);
}

void lock_billing(Transaction& transaction) {
    // Locks the row where several transactions may write; it changes nothing.
    sql_of(transaction) << "UPDATE organisations SET name = name";
}

int last_invoice_number(Transaction& transaction, int year) {
    const std::string prefix = std::to_string(year) + '-';
    const std::string pattern = prefix + '%';
    std::string number;
    soci::statement rows = (sql_of(transaction).prepare << "SELECT number FROM invoices WHERE number LIKE :pattern",
                            soci::use(pattern), soci::into(number));
    rows.execute();
    int last = 0;
    while (rows.fetch()) {
        last = std::max(last, core::parse_digits(std::string_view{number}.substr(prefix.size())).value_or(0));
    }
    return last;
}

std::set<core::RequestId> billed_requests(Transaction& transaction, const core::FamilyId& family) {
    std::string request;
    soci::statement rows = (sql_of(transaction).prepare
                                << "SELECT b.request_id FROM billed_requests b JOIN invoices i ON i.id = b.invoice_id"
                                   " WHERE i.family_id = :family",
                            soci::use(family.value), soci::into(request));
    rows.execute();
    std::set<core::RequestId> requests;
    while (rows.fetch()) {
        requests.insert(core::RequestId{request});
    }
    return requests;
}

bool is_billed(Transaction& transaction, const core::FamilyId& family, core::Month month) {
    const std::string text = month.to_string();
    int count = 0;
    sql_of(transaction) << "SELECT COUNT(*) FROM billed_months WHERE family_id = :family AND month = :month",
        soci::use(family.value), soci::use(text), soci::into(count);
    return count > 0;
}

void mark_billed(Transaction& transaction, const core::FamilyId& family, core::Month month,
                 const core::InvoiceId& invoice) {
    const std::string text = month.to_string();
    sql_of(transaction) << "INSERT INTO billed_months (family_id, month, invoice_id)"
                           " VALUES (:family, :month, :invoice)",
        soci::use(family.value), soci::use(text), soci::use(invoice.value);
}

}  // namespace portal::server::storage
