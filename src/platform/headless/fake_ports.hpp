#pragma once

#include "app/ports.hpp"
#include "platform/headless/fake_outbox.hpp"
#include "platform/headless/fake_presence.hpp"
#include "platform/headless/fake_storage.hpp"
#include "platform/headless/fake_tabs.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The world for tests: everything that the application asks of it is written down, and what it answers is decided by
/// the test, at the moment that the test chooses.
namespace portal::platform::headless {

class FakeHttp : public app::Http {
  public:
    struct Pending {
        app::HttpRequest request;
        std::function<void(const app::HttpResponse&)> done;
    };

    void send(const app::HttpRequest& request, std::function<void(const app::HttpResponse&)> done) override;
    void cancel(std::uint64_t id) override;

    /// Requests without an answer so far, oldest first.
    [[nodiscard]] const std::vector<Pending>& pending() const { return pending_; }
    /// Every request that was ever sent, oldest first.
    [[nodiscard]] const std::vector<app::HttpRequest>& sent() const { return sent_; }
    [[nodiscard]] std::size_t count(app::Method method, std::string_view path_prefix) const;

    /// Answers the oldest pending request of that method whose path begins so. False when there is none.
    bool answer(app::Method method, std::string_view path_prefix, int status, std::string body = {});
    bool fail(app::Method method, std::string_view path_prefix, app::Transport how);
    bool respond(app::Method method, std::string_view path_prefix, const app::HttpResponse& response);

  private:
    std::vector<Pending> pending_;
    std::vector<app::HttpRequest> sent_;
};

class FakeClock : public app::Clock {
  public:
    explicit FakeClock(std::int64_t start) : now_(start) {}
    [[nodiscard]] std::int64_t now() const override { return now_; }
    void set(std::int64_t now) { now_ = now; }

  private:
    std::int64_t now_;
};

class FakeTimer : public app::Timer {
  public:
    void after(std::chrono::milliseconds delay, std::function<void()> done) override;
    /// Lets time pass and calls what is due, in order.
    void advance(std::chrono::milliseconds time);

  private:
    struct Entry {
        std::chrono::milliseconds due;
        std::function<void()> done;
    };
    std::chrono::milliseconds now_{0};
    std::vector<Entry> entries_;
};

/// A browser's history: `back` tells the application at once.
class FakeNavigation : public app::Navigation {
  public:
    explicit FakeNavigation(std::string path) : entries_{std::move(path)} {}

    [[nodiscard]] std::string current() const override { return entries_[position_]; }
    void push(std::string_view path) override;
    void replace(std::string_view path) override;
    void back() override;
    void on_change(std::function<void(const std::string&)> changed) override { changed_ = std::move(changed); }

    [[nodiscard]] const std::vector<std::string>& entries() const { return entries_; }

  private:
    std::vector<std::string> entries_;
    std::size_t position_ = 0;
    std::function<void(const std::string&)> changed_;
};

class FakePreferences : public app::Preferences {
  public:
    [[nodiscard]] std::string get(std::string_view key) const override;
    void set(std::string_view key, std::string_view value) override { values_[std::string{key}] = value; }

  private:
    std::map<std::string, std::string, std::less<>> values_;
};

class FakeAnnouncer : public app::Announcer {
  public:
    void announce(std::string_view text, bool urgent) override;
    [[nodiscard]] const std::vector<std::string>& said() const { return said_; }

  private:
    std::vector<std::string> said_;
};

/// "token-1", "token-2", …
class FakeRandom : public app::Random {
  public:
    [[nodiscard]] std::string token() override { return "token-" + std::to_string(++count_); }

  private:
    int count_ = 0;
};

/// A browser that is told what to tell.
class FakeInstaller : public app::Installer {
  public:
    void watch(std::function<void(app::InstallationEvent)> happened) override { happened_ = std::move(happened); }
    void start_new_version() override { ++starts; }
    void offer_install() override { ++offers; }
    void reload(std::string_view draft) override { reloads.emplace_back(draft); }
    [[nodiscard]] std::string take_draft() override { return std::exchange(handed_over, {}); }

    void tell(app::InstallationEvent event) { happened_(event); }

    int starts = 0;                    ///< of a new version that were asked for
    int offers = 0;                    ///< to install
    std::vector<std::string> reloads;  ///< with their drafts
    std::string handed_over;           ///< by the page before

  private:
    std::function<void(app::InstallationEvent)> happened_;
};

struct FakeWorld {
    FakeHttp http;
    FakeClock clock;
    FakeTimer timer;
    FakeNavigation navigation;
    FakePreferences preferences;
    FakeAnnouncer announcer;
    FakeRandom random;
    FakeStorage storage;
    FakePresence presence;
    FakeInstaller installer;
    FakeOutbox outbox;
    FakeTabs tabs;

    FakeWorld(std::int64_t now, std::string path) : clock(now), navigation(std::move(path)) {}

    [[nodiscard]] app::Ports ports() {
        return {http,   clock,   timer,    navigation, preferences, announcer,
                random, storage, presence, installer,  outbox,      tabs};
    }
};

}  // namespace portal::platform::headless
