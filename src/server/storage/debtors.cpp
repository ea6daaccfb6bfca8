#include "server/storage/debtors.hpp"

#include "server/storage/connection.hpp"

namespace portal::server::storage {

std::optional<Debtor> find_debtor(Transaction& transaction, const core::FamilyId& family) {
    soci::session& sql = sql_of(transaction);
    Debtor debtor;
    sql << "SELECT number, mandate, iban FROM debtors WHERE family_id = :family", soci::use(family.value),
        soci::into(debtor.number), soci::into(debtor.mandate), soci::into(debtor.iban);
    return sql.got_data() ? std::optional{debtor} : std::nullopt;
}

std::optional<core::FamilyId> find_family_of_debtor(Transaction& transaction, const std::string& number) {
    soci::session& sql = sql_of(transaction);
    core::FamilyId family;
    sql << "SELECT family_id FROM debtors WHERE number = :number", soci::use(number), soci::into(family.value);
    return sql.got_data() ? std::optional{family} : std::nullopt;
}

void insert_debtor(Transaction& transaction, const core::FamilyId& family, const Debtor& debtor) {
    sql_of(transaction) << "INSERT INTO debtors (family_id, number, mandate, iban)"
                           " VALUES (:family, :number, :mandate, :iban)",
        soci::use(family.value), soci::use(debtor.number), soci::use(debtor.mandate), soci::use(debtor.iban);
}

void save_debtor(Transaction& transaction, const core::FamilyId& family, const Debtor& debtor) {
    sql_of(transaction) << "DELETE FROM debtors WHERE family_id = :family", soci::use(family.value);
    insert_debtor(transaction, family, debtor);
}

void follow_payer(Transaction& transaction, const core::FamilyId& family, const core::Record& payer,
                  const std::string& field, const std::string& value) {
    const bool pays = payer.kind == core::RecordKind::kGuardian && core::value_of(payer, "pays") == core::kYes;
    const bool is_account = field == "iban";
    if (!pays || !(is_account || (field == "directDebit" && value != core::kYes))) {
        return;
    }
    auto debtor = find_debtor(transaction, family);
    if (!debtor || debtor->mandate.empty()) {
        return;
    }
    debtor->iban = is_account ? value : "";
    if (debtor->iban.empty()) {
        debtor->mandate.clear();
    }
    save_debtor(transaction, family, *debtor);
}

std::vector<core::FamilyId> list_families(Transaction& transaction) {
    core::FamilyId family;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT id FROM families ORDER BY id", soci::into(family.value));
    rows.execute();
    std::vector<core::FamilyId> families;
    while (rows.fetch()) {
        families.push_back(family);
    }
    return families;
}

}  // namespace portal::server::storage
