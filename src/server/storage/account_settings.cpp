#include "server/storage/account_settings.hpp"

#include "server/storage/connection.hpp"

namespace portal::server::storage {

api::AccountSettings load_account_settings(Transaction& transaction, const std::string& account) {
    int mail_decisions = 0;
    sql_of(transaction) << "SELECT mail_decisions FROM accounts WHERE id = :id", soci::use(account),
        soci::into(mail_decisions);
    return {mail_decisions != 0};
}

void save_account_settings(Transaction& transaction, const std::string& account, const api::AccountSettings& settings) {
    const int mail_decisions = settings.mail_decisions ? 1 : 0;
    sql_of(transaction) << "UPDATE accounts SET mail_decisions = :mails WHERE id = :id", soci::use(mail_decisions),
        soci::use(account);
}

}  // namespace portal::server::storage
