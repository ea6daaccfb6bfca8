#include "server/mail/postman.hpp"

#include "server/mail/account_mails.hpp"
#include "server/storage/account_links.hpp"
#include "server/storage/failure.hpp"
#include "server/storage/organisation.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

namespace portal::server::mail {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kTriedFor = 3 * kDay;
constexpr std::int64_t kFailedKept = 30 * kDay;
/// A link that expired this long ago is no longer told from one that never was.
constexpr std::int64_t kLinksKept = 30 * kDay;

/// One minute, two, four, … up to an hour.
core::Instant next_attempt(int attempts, core::Instant now) {
    constexpr int kDoublings = 6;
    return {now.seconds + std::min<std::int64_t>(kMinute << std::min(attempts, kDoublings), 60 * kMinute)};
}

}  // namespace

Postman::Postman(storage::Database& database, const Clock& clock, Mailer& mailer, Log& log, Settings settings)
    : database_(database), clock_(clock), mailer_(mailer), log_(log), settings_(std::move(settings)) {}

bool Postman::deliver_next() {
    const core::Instant now = clock_.now();
    {
        // Mostly there is none, and looking disturbs nobody.
        storage::Transaction transaction = database_.read();
        if (!storage::find_due_mail(transaction, now)) {
            return false;
        }
    }
    if (const auto mail = take_next(now)) {
        send(*mail);
    }
    return true;
}

std::optional<storage::WaitingMail> Postman::take_next(core::Instant now) {
    storage::Transaction transaction = database_.write();
    auto mail = storage::find_due_mail(transaction, now);
    if (!mail) {
        return std::nullopt;  // another server has taken it meanwhile
    }
    storage::delete_failed_mails(transaction, {now.seconds - kFailedKept});
    storage::delete_links_expired(transaction, {now.seconds - kLinksKept});
    if (mail->created_at.seconds + kTriedFor < now.seconds) {
        storage::give_up_mail(transaction, mail->id, now);
        log_.note("Mail " + mail->id + " is given up: it could not be sent for three days.");
        mail.reset();
    } else if (!storage::begin_attempt(transaction, *mail, next_attempt(mail->attempts, now))) {
        mail.reset();
    }
    transaction.commit();
    return mail;
}

void Postman::send(const storage::WaitingMail& mail) {
    const core::Instant now = clock_.now();
    std::optional<PreparedMail> prepared;
    MailSender sender;
    {
        storage::Transaction transaction = database_.write();
        prepared = prepare(transaction, mail, settings_.base, now);
        const auto organisation = storage::find_organisation(transaction);
        sender = {organisation ? organisation->name : std::string{}, settings_.from};
        transaction.commit();
    }
    std::string failure;
    try {
        if (prepared) {
            mailer_.send(mail.id, settings_.from, prepared->message.to,
                         to_mime(prepared->message, sender, now, mail.id));
        }
    } catch (const std::runtime_error& error) {
        failure = error.what();
    }
    storage::Transaction transaction = database_.write();
    if (failure.empty()) {
        storage::delete_mail(transaction, mail.id);
    } else {
        storage::note_failure(transaction, mail.id, failure);
    }
    transaction.commit();
    if (!failure.empty()) {
        log_.note("Mail " + mail.id + " could not be sent and is tried again: " + failure + '.');
    } else if (prepared && settings_.prints_links && !prepared->link.empty()) {
        log_.note("Mail for " + prepared->message.to + ", who chooses a password at " + prepared->link);
    }
}

PostmanThread::PostmanThread(Postman& postman, Log& log) : postman_(postman), log_(log), thread_([this] { run(); }) {}

PostmanThread::~PostmanThread() {
    {
        const std::lock_guard lock{mutex_};
        stopped_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

bool PostmanThread::is_stopped() {
    const std::lock_guard lock{mutex_};
    return stopped_;
}

void PostmanThread::run() {
    constexpr std::chrono::seconds kPause{2};
    while (!is_stopped()) {
        try {
            while (!is_stopped() && postman_.deliver_next()) {
            }
        } catch (const std::exception& error) {
            // The mails stay in the outbox; the next round may find a database that works again.
            log_.note("The outbox cannot be used: " + storage::safe_message(error));
        }
        std::unique_lock lock{mutex_};
        stopping_.wait_for(lock, kPause, [this] { return stopped_; });
    }
}

}  // namespace portal::server::mail
