#pragma once

#include "server/clock.hpp"
#include "server/log.hpp"
#include "server/mail/mailer.hpp"
#include "server/mail/message.hpp"
#include "server/storage/database.hpp"
#include "server/storage/mails.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace portal::server::mail {

/// Brings the mails of the outbox away, one after the other: each at least once, after a failure again with growing
/// pauses for three days. Several servers on one database share the work.
class Postman {
  public:
    struct Settings {
        std::string base;           ///< the address that parents use, for links
        std::string from;           ///< the address that mails are from
        bool prints_links = false;  ///< in a demo: without a mail server nobody else could read them
    };

    Postman(storage::Database& database, const Clock& clock, Mailer& mailer, Log& log, Settings settings);

    /// Takes the next mail that is due. False where there is none. Throws where the database fails.
    bool deliver_next();

  private:
    /// The next mail that is due, with the attempt counted; nothing where it is somebody else's or is given up.
    [[nodiscard]] std::optional<storage::WaitingMail> take_next(core::Instant now);
    void send(const storage::WaitingMail& mail);

    storage::Database& database_;
    const Clock& clock_;
    Mailer& mailer_;
    Log& log_;
    Settings settings_;
};

/// Has the postman look into the outbox every other second, until the object's end.
class PostmanThread {
  public:
    PostmanThread(Postman& postman, Log& log);
    ~PostmanThread();
    PostmanThread(const PostmanThread&) = delete;
    PostmanThread& operator=(const PostmanThread&) = delete;

  private:
    void run();
    [[nodiscard]] bool is_stopped();

    Postman& postman_;
    Log& log_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace portal::server::mail
