#include "server/storage/guardian_logins.hpp"

#include "server/storage/accounts.hpp"
#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

std::vector<GuardianRecord> list_where(Transaction& transaction, const std::string& condition,
                                       const std::string& value) {
    GuardianRecord guardian;
    std::string first_name;
    std::string last_name;
    int pays = 0;
    Nullable<std::string> account;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT g.id, g.family_id, g.first_name, g.last_name, g.email, g.pays, a.id"
                                        " FROM guardians g LEFT JOIN accounts a ON a.guardian_id = g.id WHERE " +
                                            condition + " ORDER BY g.family_id, g.position",
         soci::use(value), soci::into(guardian.id.value), soci::into(guardian.family.value), soci::into(first_name),
         soci::into(last_name), soci::into(guardian.email), soci::into(pays),
         soci::into(account.value, account.indicator));
    rows.execute();
    std::vector<GuardianRecord> guardians;
    while (rows.fetch()) {
        guardian.name = first_name + ' ' + last_name;
        guardian.pays = pays != 0;
        guardian.account = account.has_value() ? std::optional{account.value} : std::nullopt;
        guardians.push_back(guardian);
    }
    return guardians;
}

}  // namespace

std::optional<GuardianRecord> find_guardian(Transaction& transaction, const core::GuardianId& id) {
    const auto found = list_where(transaction, "g.id = :id", id.value);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

std::vector<GuardianRecord> list_guardians(Transaction& transaction, const core::FamilyId& family) {
    return list_where(transaction, "g.family_id = :family", family.value);
}

std::vector<GuardianRecord> find_guardians_by_email(Transaction& transaction, std::string_view email) {
    return list_where(transaction, "LOWER(TRIM(g.email)) = :email", normalised_email(email));
}

void set_password(Transaction& transaction, const std::string& account, const std::string& password_hash) {
    sql_of(transaction) << "UPDATE accounts SET password_hash = :hash WHERE id = :id", soci::use(password_hash),
        soci::use(account);
}

void set_language(Transaction& transaction, const std::string& account, core::Language language) {
    const std::string text{core::to_string(language)};
    sql_of(transaction) << "UPDATE accounts SET language = :language WHERE id = :id", soci::use(text),
        soci::use(account);
}

core::Language language_of(Transaction& transaction, const std::string& account) {
    std::string text{core::to_string(core::Language::kDutch)};
    sql_of(transaction) << "SELECT language FROM accounts WHERE id = :id", soci::use(account), soci::into(text);
    return read_column(text, core::language_from);
}

}  // namespace portal::server::storage
