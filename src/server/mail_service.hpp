#pragma once

#include "server/clock.hpp"
#include "server/log.hpp"
#include "server/mail/postman.hpp"
#include "server/options.hpp"
#include "server/storage/database.hpp"

#include <memory>
#include <optional>
#include <string>

namespace portal::server {

/// What brings the mails of the outbox away while it lives, as the options say; nothing where they name no way.
class MailService {
  public:
    /// `base` is the address that parents use. Throws std::exception with one sentence.
    MailService(const Options& options, bool is_demo, const std::string& base, storage::Database& database,
                const Clock& clock, Log& log);

  private:
    std::unique_ptr<mail::Mailer> mailer_;
    std::optional<mail::Postman> postman_;
    std::unique_ptr<mail::PostmanThread> thread_;  // last: it uses the others
};

}  // namespace portal::server
