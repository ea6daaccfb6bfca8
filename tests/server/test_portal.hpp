#pragma once

#include "server/auth/common_passwords.hpp"
#include "server/auth/passwords.hpp"
#include "server/auth/throttle.hpp"
#include "server/http/listener.hpp"
#include "server/http_client.hpp"
#include "server/portal.hpp"
#include "server/storage/database.hpp"
#include "server/test_databases.hpp"

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::test {

/// Goes where a test puts it.
class MovableClock final : public Clock {
  public:
    explicit MovableClock(const char* moment);
    [[nodiscard]] core::Instant now() const override { return {seconds_}; }
    void set(const char* moment);
    void advance(std::int64_t seconds) { seconds_ += seconds; }

  private:
    std::atomic<std::int64_t> seconds_;
};

inline constexpr const char* kJasmijn = "jasmijn@example.nl";
inline constexpr const char* kThomas = "thomas@example.nl";
inline constexpr const char* kFatima = "fatima@example.nl";

/// The server with its demo data (on PostgreSQL where the tests have one), on a free port, on Monday 23 November 2026,
/// 10:00 in the Netherlands.
class TestPortal {
  public:
    struct Setup {
        http::ListenerSettings listener;
        std::string public_origin;
        std::vector<std::string> allowed_origins;
        std::optional<std::filesystem::path> client;
        bool behind_proxy = false;
        Throttle::Limits limits;
    };

    TestPortal() : TestPortal(Setup{}) {}
    explicit TestPortal(Setup setup);

    /// Ends the server and begins it again on the same data.
    void restart();
    void stop() { listener_.reset(); }

    [[nodiscard]] std::uint16_t port() const { return listener_->port(); }
    [[nodiscard]] Answer get(const std::string& target, const std::string& cookie = {}) const;
    [[nodiscard]] Answer post(const std::string& target, const std::string& body, const std::string& cookie = {},
                              Headers headers = {}) const;
    [[nodiscard]] Answer remove(const std::string& target, const std::string& cookie) const;
    [[nodiscard]] Answer put(const std::string& target, const std::string& body, const std::string& cookie = {}) const;
    [[nodiscard]] Answer sign_in_answer(const std::string& email, const std::string& password) const;
    /// The value for the header Cookie.
    [[nodiscard]] std::string sign_in(const std::string& email) const;
    /// Sends wishes with an Idempotency-Key.
    [[nodiscard]] Answer ask(const std::string& cookie, const std::string& key, const std::string& body) const;

    [[nodiscard]] storage::Database& database() { return *database_; }
    [[nodiscard]] std::string log() const { return out_.str() + errors_.str(); }

    MovableClock clock{"2026-11-23T09:00:00Z"};

  private:
    void start();

    Setup setup_;
    EmptyDatabase empty_{available_backends().back()};
    Passwords passwords_{PasswordCost::least()};
    core::PasswordRules password_rules_ = core::password_rules_of(kCommonPasswordsFile);
    std::ostringstream out_;
    std::ostringstream errors_;
    Log log_{out_, errors_};
    std::unique_ptr<storage::Database> database_;
    std::unique_ptr<Throttle> throttle_;
    std::unique_ptr<Throttle> mail_throttle_;
    std::unique_ptr<Portal> portal_;
    std::unique_ptr<http::Listener> listener_;
};

/// A body with the wishes given, each as JSON without its braces; all get a rule text.
[[nodiscard]] std::string submission(const std::vector<std::string>& wishes);

/// A body with one wish for extra care; what is left out is the morning of a Friday on which Noor may come.
struct WishText {
    std::string child = "noor";
    std::string date = "2026-11-27";
    std::string start = "07:30";
    std::string end = "13:00";

    [[nodiscard]] std::string json() const;
};

/// Of the header Set-Cookie, what goes back in Cookie.
[[nodiscard]] std::string cookie_of(const Answer& answer);

/// How often a text has a part.
[[nodiscard]] std::size_t count_of(std::string_view text, std::string_view part);

}  // namespace portal::server::test
