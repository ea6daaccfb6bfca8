#pragma once

#include "server/mail/postman.hpp"
#include "server/test_portal.hpp"

#include <sstream>
#include <string>
#include <vector>

namespace portal::server::test {

/// A mail that arrived, with its parts decoded.
struct ReceivedMail {
    std::string from;
    std::string to;
    std::string mime;
    std::string text;
    std::string html;

    /// The secret of the link in it; empty without one.
    [[nodiscard]] std::string token() const;
};

/// Where mails arrive, unless the test has its server down.
class Mailbox final : public mail::Mailer {
  public:
    void send(const std::string& id, const std::string& from, const std::string& to, std::string_view mime) override;

    bool is_down = false;
    std::vector<ReceivedMail> received;
};

/// The portal with a postman who works when the test says so.
class PostedPortal {
  public:
    PostedPortal() : PostedPortal(TestPortal::Setup{}) {}
    explicit PostedPortal(const TestPortal::Setup& setup) : portal(setup) {}

    /// Delivers what is due; how many mails arrived by it.
    std::size_t deliver();

    /// The last mail that arrived.
    [[nodiscard]] const ReceivedMail& last() const { return mailbox.received.at(mailbox.received.size() - 1); }

    /// Has the link of a mail to the demo's invited guardian, Eva.
    [[nodiscard]] std::string evas_token();

    [[nodiscard]] Answer choose(const std::string& token, const std::string& password,
                                const std::string& cookie = {}) const;
    [[nodiscard]] Answer inspect(const std::string& token) const;
    [[nodiscard]] Answer ask_reset(const std::string& email) const;

    TestPortal portal;
    Mailbox mailbox;
    std::ostringstream out;
    Log log{out, out};
};

}  // namespace portal::server::test
