#include "server/test_portal.hpp"

#include "server/demo/demo.hpp"
#include "server/storage/organisation.hpp"

#include <map>
#include <stdexcept>

namespace portal::server::test {
namespace {

std::string password_of(const std::string& email) {
    static const std::map<std::string, std::string> passwords{
        {kJasmijn, "voorjaar-kikker-42"}, {kThomas, "najaar-reiger-17"}, {kFatima, "zomer-libelle-88"}};
    return passwords.at(email);
}

}  // namespace

MovableClock::MovableClock(const char* moment) : seconds_(core::Instant::parse(moment).value().seconds) {}

void MovableClock::set(const char* moment) {
    seconds_ = core::Instant::parse(moment).value().seconds;
}

TestPortal::TestPortal(Setup setup) : setup_(std::move(setup)) {
    setup_.listener.port = 0;
    start();
}

void TestPortal::restart() {
    listener_.reset();
    portal_.reset();
    database_.reset();
    start();
}

void TestPortal::start() {
    database_ = std::make_unique<storage::Database>(empty_.url(), 6);
    {
        storage::Transaction transaction = database_->write();
        if (!storage::find_organisation(transaction)) {
            create_demo(transaction, passwords_, clock.now());
            transaction.commit();
        }
    }
    throttle_ = std::make_unique<Throttle>(setup_.limits);
    mail_throttle_ = std::make_unique<Throttle>(Throttle::of_mails());
    const bool secure = setup_.public_origin.substr(0, 6) == "https:";
    portal_ =
        std::make_unique<Portal>(Services{*database_, clock, passwords_, *throttle_, *mail_throttle_, password_rules_,
                                          secure, setup_.behind_proxy},
                                 http::OriginPolicy{setup_.public_origin, setup_.allowed_origins}, setup_.client, log_);
    listener_ = std::make_unique<http::Listener>(setup_.listener, *portal_);
}

Answer TestPortal::get(const std::string& target, const std::string& cookie) const {
    return send(port(), "GET", target, cookie.empty() ? Headers{} : Headers{{"Cookie", cookie}});
}

Answer TestPortal::post(const std::string& target, const std::string& body, const std::string& cookie,
                        Headers headers) const {
    headers.emplace_back("Content-Type", "application/json");
    if (!cookie.empty()) {
        headers.emplace_back("Cookie", cookie);
    }
    return send(port(), "POST", target, headers, body);
}

Answer TestPortal::put(const std::string& target, const std::string& body, const std::string& cookie) const {
    Headers headers{{"Content-Type", "application/json"}};
    if (!cookie.empty()) {
        headers.emplace_back("Cookie", cookie);
    }
    return send(port(), "PUT", target, headers, body);
}

Answer TestPortal::remove(const std::string& target, const std::string& cookie) const {
    return send(port(), "DELETE", target, {{"Cookie", cookie}});
}

Answer TestPortal::sign_in_answer(const std::string& email, const std::string& password) const {
    return post("/api/session", R"({"email":")" + email + R"(","password":")" + password + R"("})");
}

std::string TestPortal::sign_in(const std::string& email) const {
    const Answer answer = sign_in_answer(email, password_of(email));
    if (answer.status != 200) {
        throw std::runtime_error("the sign-in of a test failed: " + answer.body);
    }
    return cookie_of(answer);
}

Answer TestPortal::ask(const std::string& cookie, const std::string& key, const std::string& body) const {
    return post("/api/change-requests", body, cookie, {{"Idempotency-Key", key}});
}

std::string submission(const std::vector<std::string>& wishes) {
    std::string body;
    for (const std::string& wish : wishes) {
        body += (body.empty() ? "{" : ",{") + wish + R"(,"ruleText":"Geen restitutie."})";
    }
    return R"({"wishes":[)" + body + "]}";
}

std::string WishText::json() const {
    return submission({R"("kind":"extra","childId":")" + child + R"(","date":")" + date + R"(","start":")" + start +
                       R"(","end":")" + end + R"(","payment":"invoice")"});
}

std::string cookie_of(const Answer& answer) {
    const std::string header = answer.header("Set-Cookie");
    return header.substr(0, header.find(';'));
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t position = text.find(part); position != std::string_view::npos;
         position = text.find(part, position + part.size())) {
        ++count;
    }
    return count;
}

}  // namespace portal::server::test
