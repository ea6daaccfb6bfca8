#include "server/storage/contract_details.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

void load_terms(soci::session& sql, core::ContractDetails& details) {
    core::ContractTerms terms;
    soci::statement rows =
        (sql.prepare << "SELECT name, url FROM contract_terms WHERE contract_id = :id ORDER BY position",
         soci::use(details.contract.value), soci::into(terms.name), soci::into(terms.url));
    rows.execute();
    while (rows.fetch()) {
        details.terms.push_back(terms);
    }
}

}  // namespace

std::vector<core::ContractDetails> load_contract_details(Transaction& transaction, const core::FamilyId& family) {
    soci::session& sql = sql_of(transaction);
    core::ContractDetails one;
    Nullable<std::string> signed_on;
    int direct_debit = 0;
    std::vector<core::ContractDetails> details;
    {
        soci::statement rows =
            (sql.prepare << "SELECT d.contract_id, d.signed_on, d.signed_by, d.notice_months, d.payment_days,"
                            " d.direct_debit, d.cancellation FROM contract_details d"
                            " JOIN contracts c ON c.id = d.contract_id JOIN children k ON k.id = c.child_id"
                            " WHERE k.family_id = :family ORDER BY d.contract_id",
             soci::use(family.value), soci::into(one.contract.value), soci::into(signed_on.value, signed_on.indicator),
             soci::into(one.signed_by), soci::into(one.notice_months), soci::into(one.payment_days),
             soci::into(direct_debit), soci::into(one.cancellation));
        rows.execute();
        while (rows.fetch()) {
            one.signed_on = signed_on.has_value() ? std::optional{to_date(signed_on.value)} : std::nullopt;
            one.direct_debit = direct_debit != 0;
            details.push_back(one);
        }
    }
    for (core::ContractDetails& each : details) {
        load_terms(sql, each);
    }
    return details;
}

void insert_contract_details(Transaction& transaction, const core::ContractDetails& details) {
    soci::session& sql = sql_of(transaction);
    Nullable<std::string> signed_on = nullable_text(details.signed_on);
    const int direct_debit = details.direct_debit ? 1 : 0;
    sql << "INSERT INTO contract_details (contract_id, signed_on, signed_by, notice_months, payment_days,"
           " direct_debit, cancellation) VALUES (:id, :on, :by, :notice, :payment, :debit, :cancellation)",
        soci::use(details.contract.value), soci::use(signed_on.value, signed_on.indicator),
        soci::use(details.signed_by), soci::use(details.notice_months), soci::use(details.payment_days),
        soci::use(direct_debit), soci::use(details.cancellation);
    int position = 0;
    for (const core::ContractTerms& terms : details.terms) {
        sql << "INSERT INTO contract_terms (contract_id, position, name, url) VALUES (:id, :position, :name, :url)",
            soci::use(details.contract.value), soci::use(position), soci::use(terms.name), soci::use(terms.url);
        ++position;
    }
}

void save_contract_details(Transaction& transaction, const core::ContractDetails& details) {
    soci::session& sql = sql_of(transaction);
    sql << "DELETE FROM contract_terms WHERE contract_id = :id", soci::use(details.contract.value);
    sql << "DELETE FROM contract_details WHERE contract_id = :id", soci::use(details.contract.value);
    insert_contract_details(transaction, details);
}

}  // namespace portal::server::storage
