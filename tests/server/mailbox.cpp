#include "server/mailbox.hpp"

namespace portal::server::test {
namespace {

int digit(char c) {
    return c <= '9' ? c - '0' : c - 'A' + 10;
}

/// Undoes quoted-printable.
std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '=') {
            plain += text[i];
        } else if (text[i + 1] == '\r') {
            i += 2;
        } else {
            plain += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        }
    }
    return plain;
}

std::string part_of(std::string_view mime, std::string_view type) {
    const std::size_t head = mime.find("Content-Type: " + std::string(type));
    if (head == std::string_view::npos) {
        return {};
    }
    const std::size_t begin = mime.find("\r\n\r\n", head) + 4;
    return decoded(mime.substr(begin, mime.find("\r\n--ouderlogin-", begin) - begin));
}

}  // namespace

std::string ReceivedMail::token() const {
    const std::size_t begin = text.find("/welkom#");
    return begin == std::string::npos ? std::string{} : text.substr(begin + 8, 43);
}

void Mailbox::send(const std::string& /*id*/, const std::string& from, const std::string& to, std::string_view mime) {
    if (is_down) {
        throw mail::MailFailure("the mail server is down");
    }
    received.push_back({from, to, std::string(mime), part_of(mime, "text/plain"), part_of(mime, "text/html")});
}

std::size_t PostedPortal::deliver() {
    const std::size_t before = mailbox.received.size();
    mail::Postman postman{
        portal.database(), portal.clock, mailbox, log, {"https://portal.example.nl", "post@example.nl", false}};
    while (postman.deliver_next()) {
    }
    return mailbox.received.size() - before;
}

std::string PostedPortal::evas_token() {
    deliver();
    return last().token();
}

Answer PostedPortal::choose(const std::string& token, const std::string& password, const std::string& cookie) const {
    return portal.post("/api/account-links/password",
                       R"({"token":")" + token + R"(","password":")" + password + R"(","language":"nl"})", cookie,
                       {{"User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"}});
}

Answer PostedPortal::inspect(const std::string& token) const {
    return portal.post("/api/account-links/inspection", R"({"token":")" + token + R"(","language":"nl"})");
}

Answer PostedPortal::ask_reset(const std::string& email) const {
    return portal.post("/api/password-resets", R"({"email":")" + email + R"(","language":"en"})");
}

}  // namespace portal::server::test
