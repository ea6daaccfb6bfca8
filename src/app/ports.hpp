#pragma once

#include "app/installation.hpp"
#include "app/outbox_port.hpp"
#include "app/tabs.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the application needs of the world around it. The browser implements these in platform/browser, the tests in
/// platform/headless. All of them return at once; answers arrive later through the callback given.
namespace portal::app {

enum class Method : std::uint8_t { kGet, kPost, kPut, kDelete };

struct HttpRequest {
    std::uint64_t id = 0;  ///< unique in this run; names the request in `cancel`
    Method method = Method::kGet;
    std::string path;             ///< below the API base, e.g. "/session"
    std::string body;             ///< JSON, empty for none
    std::string idempotency_key;  ///< header Idempotency-Key, empty for none
    std::string if_match;         ///< header If-Match, empty for none
    std::string if_none_match;    ///< header If-None-Match, empty for none
    std::string written_at;       ///< header Written-At, empty for none
    std::string guardian;         ///< header For-Guardian: only who it is for may be signed in; empty for anybody
    std::chrono::milliseconds timeout{15000};
};

/// How a request ended. Transport failures and answers of the server are different things: after the former nobody
/// knows whether the server acted.
enum class Transport : std::uint8_t { kAnswered, kUnreachable, kTimedOut };

struct HttpResponse {
    Transport transport = Transport::kUnreachable;
    int status = 0;  ///< HTTP status, when answered
    std::string body;
    std::string date;              ///< the Date header, when answered; the server's clock
    std::string etag;              ///< the ETag header
    std::int64_t retry_after = 0;  ///< seconds, from Retry-After
};

class Http {
  public:
    virtual ~Http() = default;
    /// Calls `done` exactly once, later, unless cancelled before.
    virtual void send(const HttpRequest& request, std::function<void(const HttpResponse&)> done) = 0;
    virtual void cancel(std::uint64_t id) = 0;
};

class Clock {
  public:
    virtual ~Clock() = default;
    /// Seconds since 1970-01-01T00:00:00Z by the device, which may be wrong.
    [[nodiscard]] virtual std::int64_t now() const = 0;
};

class Timer {
  public:
    virtual ~Timer() = default;
    /// Calls `done` once after `delay`, also in a background tab, where no frames run.
    virtual void after(std::chrono::milliseconds delay, std::function<void()> done) = 0;
};

class Navigation {
  public:
    virtual ~Navigation() = default;
    /// The page's path with query, e.g. "/wijziging/2026-11".
    [[nodiscard]] virtual std::string current() const = 0;
    virtual void push(std::string_view path) = 0;
    virtual void replace(std::string_view path) = 0;
    /// As the back button: `on_change` hears of it.
    virtual void back() = 0;
    /// Called when the parent goes back or forward.
    virtual void on_change(std::function<void(const std::string& path)> changed) = 0;
};

/// Small preferences of this device (language), not personal data.
class Preferences {
  public:
    virtual ~Preferences() = default;
    [[nodiscard]] virtual std::string get(std::string_view key) const = 0;  ///< empty when absent
    virtual void set(std::string_view key, std::string_view value) = 0;
};

/// Says something to a screen reader that is not on the screen at a fixed place.
class Announcer {
  public:
    virtual ~Announcer() = default;
    virtual void announce(std::string_view text, bool urgent) = 0;
};

class Random {
  public:
    virtual ~Random() = default;
    /// 128 bits as 32 lower-case hexadecimal digits, unpredictable.
    [[nodiscard]] virtual std::string token() = 0;
};

enum class StorageFault : std::uint8_t {
    kNone,
    kUnavailable,  ///< forbidden, or not there: a private window, a setting of the browser
    kFull,
    kCorrupt,  ///< what was kept is no record
};

/// Records of this device that outlive the page: texts by account and key. What is asked is carried out in that order.
class Storage {
  public:
    virtual ~Storage() = default;
    virtual void put(std::string_view account, std::string_view key, std::string_view value,
                     std::function<void(StorageFault)> done) = 0;
    /// Nothing where there is no such record.
    virtual void get(std::string_view account, std::string_view key,
                     std::function<void(StorageFault, std::optional<std::string>)> done) = 0;
    /// All records of the account whose key begins so.
    virtual void erase(std::string_view account, std::string_view prefix) = 0;
};

/// Whether there is anybody at the page, and a network.
class Presence {
  public:
    virtual ~Presence() = default;
    /// Whether anybody can see the page: false in a background tab and behind a lock screen.
    [[nodiscard]] virtual bool visible() const = 0;
    /// Whether the parent has asked the browser to load little.
    [[nodiscard]] virtual bool saves_data() const = 0;
    /// Called when what failed before may work now: there is a network again, or the parent looks at the page again.
    virtual void on_chance(std::function<void()> chance) = 0;
};

/// The portal as a program on this device.
class Installer {
  public:
    virtual ~Installer() = default;
    /// From now on the device keeps the portal, and `happened` hears what becomes of that.
    virtual void watch(std::function<void(InstallationEvent)> happened) = 0;
    /// Answered by kReplaced.
    virtual void start_new_version() = 0;
    /// Lets the browser ask whether to put the portal among the device's programs.
    virtual void offer_install() = 0;
    /// Begins the page anew, which then takes `draft`.
    virtual void reload(std::string_view draft) = 0;
    /// What the page before handed over; empty for nothing.
    [[nodiscard]] virtual std::string take_draft() = 0;
};

struct Ports {
    Http& http;
    Clock& clock;
    Timer& timer;
    Navigation& navigation;
    Preferences& preferences;
    Announcer& announcer;
    Random& random;
    Storage& storage;
    Presence& presence;
    Installer& installer;
    OutboxPort& outbox;
    Tabs& tabs;
};

}  // namespace portal::app
