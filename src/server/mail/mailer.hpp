#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace portal::server::mail {

/// The mail could not be handed on; it may succeed later. The message names the cause and nobody's address.
class MailFailure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// Hands a mail to what brings it to people.
class Mailer {
  public:
    virtual ~Mailer() = default;

    /// `mime` as `to_mime` makes it. `id` is that of the mail. Throws MailFailure.
    virtual void send(const std::string& id, const std::string& from, const std::string& to, std::string_view mime) = 0;
};

}  // namespace portal::server::mail
