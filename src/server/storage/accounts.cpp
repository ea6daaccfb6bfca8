#include "server/storage/accounts.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

std::optional<Account> find_where(Transaction& transaction, const std::string& column, const std::string& value) {
    Account account;
    std::string first_name;
    std::string last_name;
    Nullable<std::string> seen;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT a.id, g.id, g.family_id, g.first_name, g.last_name, g.email, a.password_hash,"
           " a.decisions_seen_at FROM accounts a"
           " JOIN guardians g ON g.id = a.guardian_id WHERE a." +
               column + " = :value",
        soci::use(value), soci::into(account.id), soci::into(account.guardian.value), soci::into(account.family.value),
        soci::into(first_name), soci::into(last_name), soci::into(account.email), soci::into(account.password_hash),
        soci::into(seen.value, seen.indicator);
    if (!sql.got_data()) {
        return std::nullopt;
    }
    account.decisions_seen_at = seen.has_value() ? std::optional{to_instant(seen.value)} : std::nullopt;
    account.name = first_name + ' ' + last_name;
    return account;
}

}  // namespace

std::string normalised_email(std::string_view email) {
    constexpr std::string_view kSpaces = " \t\r\n";
    const std::size_t first = email.find_first_not_of(kSpaces);
    if (first == std::string_view::npos) {
        return {};
    }
    std::string normalised{email.substr(first, email.find_last_not_of(kSpaces) - first + 1)};
    for (char& character : normalised) {
        if (character >= 'A' && character <= 'Z') {
            character = static_cast<char>(character - 'A' + 'a');
        }
    }
    return normalised;
}

std::optional<Account> find_account(Transaction& transaction, const std::string& id) {
    return find_where(transaction, "id", id);
}

std::optional<Account> find_account_by_email(Transaction& transaction, std::string_view email) {
    return find_where(transaction, "email", normalised_email(email));
}

void insert_account(Transaction& transaction, const std::string& id, const core::GuardianId& guardian,
                    std::string_view email, const std::string& password_hash) {
    const std::string sign_in = normalised_email(email);
    sql_of(transaction) << "INSERT INTO accounts (id, guardian_id, email, password_hash)"
                           " VALUES (:id, :guardian, :email, :hash)",
        soci::use(id), soci::use(guardian.value), soci::use(sign_in), soci::use(password_hash);
}

void see_decisions(Transaction& transaction, const std::string& account, core::Instant until) {
    const std::string moment = until.to_string();
    sql_of(transaction) << "UPDATE accounts SET decisions_seen_at = :until WHERE id = :id"
                           " AND (decisions_seen_at IS NULL OR decisions_seen_at < :then)",
        soci::use(moment), soci::use(account), soci::use(moment);
}

}  // namespace portal::server::storage
