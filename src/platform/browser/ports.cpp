#include "platform/browser/ports.hpp"

#include "platform/browser/bridge.hpp"

#include <emscripten/html5.h>
#include <ctime>
#include <string>
#include <utility>

namespace portal::platform::browser {
namespace {

class SystemClock final : public app::Clock {
  public:
    [[nodiscard]] std::int64_t now() const override { return static_cast<std::int64_t>(std::time(nullptr)); }
};

class PageTimer final : public app::Timer {
  public:
    void after(std::chrono::milliseconds delay, std::function<void()> done) override {
        auto call = std::make_unique<std::function<void()>>(std::move(done));
        emscripten_set_timeout(
            [](void* data) {
                const std::unique_ptr<std::function<void()>> due(static_cast<std::function<void()>*>(data));
                (*due)();
            },
            static_cast<double>(delay.count()), call.release());
    }
};

class HistoryNavigation final : public app::Navigation {
  public:
    [[nodiscard]] std::string current() const override { return bridge::call("path"); }
    void push(std::string_view path) override { bridge::call("push", path); }
    void replace(std::string_view path) override { bridge::call("replace", path); }
    void back() override { bridge::call("back"); }
    void on_change(std::function<void(const std::string& path)> changed) override {
        bridge::connect();
        bridge::handlers().navigated = std::move(changed);
    }
};

class LocalPreferences final : public app::Preferences {
  public:
    [[nodiscard]] std::string get(std::string_view key) const override { return bridge::call("preference", key); }
    void set(std::string_view key, std::string_view value) override {
        bridge::call("setPreference", std::string(key) + '\n' + std::string(value));
    }
};

class LiveAnnouncer final : public app::Announcer {
  public:
    void announce(std::string_view text, bool urgent) override {
        bridge::call(urgent ? "announceUrgently" : "announce", text);
    }
};

class CryptoRandom final : public app::Random {
  public:
    [[nodiscard]] std::string token() override { return bridge::call("randomToken"); }
};

class PageInstaller final : public app::Installer {
  public:
    void watch(std::function<void(app::InstallationEvent)> happened) override {
        bridge::connect();
        bridge::handlers().installation = std::move(happened);
        bridge::call("watchInstallation");
    }
    void start_new_version() override { bridge::call("startNewVersion"); }
    void offer_install() override { bridge::call("install"); }
    void reload(std::string_view draft) override { bridge::call("reloadWith", draft); }
    [[nodiscard]] std::string take_draft() override { return bridge::call("takeDraft"); }
};

class PagePresence final : public app::Presence {
  public:
    [[nodiscard]] bool visible() const override { return bridge::call("visible") == "yes"; }
    [[nodiscard]] bool saves_data() const override { return bridge::call("savesData") == "yes"; }
    void on_chance(std::function<void()> chance) override {
        bridge::connect();
        bridge::handlers().chance = std::move(chance);
        bridge::call("watchPresence");
    }
};

class ChannelTabs final : public app::Tabs {
  public:
    void tell(app::TabNews news) override { bridge::call("tellTabs", std::to_string(static_cast<int>(news))); }
    void on_told(std::function<void(app::TabNews)> told) override {
        bridge::connect();
        bridge::handlers().told = std::move(told);
        bridge::call("watchTabs");
    }
};

}  // namespace

std::unique_ptr<app::Clock> make_clock() {
    return std::make_unique<SystemClock>();
}

std::unique_ptr<app::Timer> make_timer() {
    return std::make_unique<PageTimer>();
}

std::unique_ptr<app::Navigation> make_navigation() {
    return std::make_unique<HistoryNavigation>();
}

std::unique_ptr<app::Preferences> make_preferences() {
    return std::make_unique<LocalPreferences>();
}

std::unique_ptr<app::Announcer> make_announcer() {
    return std::make_unique<LiveAnnouncer>();
}

std::unique_ptr<app::Installer> make_installer() {
    return std::make_unique<PageInstaller>();
}

std::unique_ptr<app::Presence> make_presence() {
    return std::make_unique<PagePresence>();
}

std::unique_ptr<app::Tabs> make_tabs() {
    return std::make_unique<ChannelTabs>();
}

std::unique_ptr<app::Random> make_random() {
    return std::make_unique<CryptoRandom>();
}

}  // namespace portal::platform::browser
