#pragma once

#include "core/instant.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

namespace portal::server::mail {

/// What cannot be mailed as it is: an address that is none. Never holds the address itself.
class BadMail : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// One mail in plain text and in HTML, both UTF-8.
struct MailMessage {
    std::string to;  ///< an address without a name
    std::string subject;
    std::string text;
    std::string html;
};

/// From whom all mails are.
struct MailSender {
    std::string name;
    std::string address;
};

/// The mail as RFC 5322 and MIME (RFC 2045 to 2047) have it, lines ending in CR LF. Nothing in the values can add a
/// header: addresses are checked, everything else in a header is encoded unless it is plain. `id` makes the Message-ID.
/// Throws BadMail.
[[nodiscard]] std::string to_mime(const MailMessage& message, const MailSender& sender, core::Instant date,
                                  const std::string& id);

/// RFC 2045, 6.7: lines of at most 76 characters; line ends of the text stay line ends.
[[nodiscard]] std::string quoted_printable(std::string_view text);

/// RFC 2047: as it is where it is plain ASCII, else encoded words, folded. Control characters become spaces.
[[nodiscard]] std::string header_text(std::string_view text);

}  // namespace portal::server::mail
