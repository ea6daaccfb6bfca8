#include "server/storage/mails.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {

void insert_mail(Transaction& transaction, const WaitingMail& mail) {
    Nullable<std::string> guardian{mail.guardian ? std::optional{mail.guardian->value} : std::nullopt};
    const std::string language{core::to_string(mail.language)};
    const std::string created = mail.created_at.to_string();
    const std::string next = mail.next_attempt_at.to_string();
    sql_of(transaction) << "INSERT INTO mails (id, kind, recipient, guardian_id, language, subject, text, html,"
                           " created_at, next_attempt_at, attempts, failure) VALUES (:id, :kind, :recipient, :guardian,"
                           " :language, :subject, :text, :html, :created, :next, :attempts, '')",
        soci::use(mail.id), soci::use(mail.kind), soci::use(mail.recipient),
        soci::use(guardian.value, guardian.indicator), soci::use(language), soci::use(mail.subject),
        soci::use(mail.text), soci::use(mail.html), soci::use(created), soci::use(next), soci::use(mail.attempts);
}

std::optional<WaitingMail> find_due_mail(Transaction& transaction, core::Instant now) {
    WaitingMail mail;
    const std::string moment = now.to_string();
    Nullable<std::string> guardian;
    std::string language;
    std::string created;
    std::string next;
    soci::session& sql = sql_of(transaction);
    sql << "SELECT id, kind, recipient, guardian_id, language, subject, text, html, created_at, next_attempt_at,"
           " attempts FROM mails WHERE failed_at IS NULL AND next_attempt_at <= :now"
           " ORDER BY next_attempt_at, id LIMIT 1",
        soci::use(moment), soci::into(mail.id), soci::into(mail.kind), soci::into(mail.recipient),
        soci::into(guardian.value, guardian.indicator), soci::into(language), soci::into(mail.subject),
        soci::into(mail.text), soci::into(mail.html), soci::into(created), soci::into(next), soci::into(mail.attempts);
    if (!sql.got_data()) {
        return std::nullopt;
    }
    mail.guardian = guardian.has_value() ? std::optional{core::GuardianId{guardian.value}} : std::nullopt;
    mail.language = read_column(language, core::language_from);
    mail.created_at = to_instant(created);
    mail.next_attempt_at = to_instant(next);
    return mail;
}

bool begin_attempt(Transaction& transaction, const WaitingMail& mail, core::Instant next) {
    const std::string later = next.to_string();
    soci::statement update =
        (sql_of(transaction).prepare << "UPDATE mails SET attempts = attempts + 1, next_attempt_at = :next"
                                        " WHERE id = :id AND attempts = :attempts AND failed_at IS NULL",
         soci::use(later), soci::use(mail.id), soci::use(mail.attempts));
    update.execute(true);
    return update.get_affected_rows() == 1;
}

void note_failure(Transaction& transaction, const std::string& id, const std::string& failure) {
    sql_of(transaction) << "UPDATE mails SET failure = :failure WHERE id = :id", soci::use(failure), soci::use(id);
}

void give_up_mail(Transaction& transaction, const std::string& id, core::Instant now) {
    const std::string moment = now.to_string();
    sql_of(transaction) << "UPDATE mails SET failed_at = :now, text = '', html = '' WHERE id = :id", soci::use(moment),
        soci::use(id);
}

void delete_mail(Transaction& transaction, const std::string& id) {
    sql_of(transaction) << "DELETE FROM mails WHERE id = :id", soci::use(id);
}

void delete_failed_mails(Transaction& transaction, core::Instant before) {
    const std::string moment = before.to_string();
    sql_of(transaction) << "DELETE FROM mails WHERE failed_at < :moment", soci::use(moment);
}

}  // namespace portal::server::storage
