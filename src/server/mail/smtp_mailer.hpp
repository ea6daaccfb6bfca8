#pragma once

#include "server/mail/mailer.hpp"

#include <filesystem>
#include <optional>

namespace portal::server::mail {

/// How the organisation's mail server is reached.
struct SmtpSettings {
    std::string url;                          ///< "smtp://mail.example.nl:587" (STARTTLS) or "smtps://…:465" (TLS)
    std::string user;                         ///< empty: without signing in
    std::string password;                     ///< of the user
    std::optional<std::filesystem::path> ca;  ///< certificates (PEM) trusted in place of the system's
    bool plain = false;                       ///< without TLS; else mail is only sent where there is some
    long timeout = 60;                        ///< seconds for the whole of one mail
};

/// Hands each mail to an SMTP server (RFC 5321), by libcurl. For one thread at a time.
class SmtpMailer final : public Mailer {
  public:
    explicit SmtpMailer(SmtpSettings settings);

    void send(const std::string& id, const std::string& from, const std::string& to, std::string_view mime) override;

  private:
    SmtpSettings settings_;
};

}  // namespace portal::server::mail
