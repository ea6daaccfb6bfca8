#include "app/store.hpp"

#include "app/outbox_duties.hpp"
#include "app/reduce.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace portal::app {
namespace {

/// Deadlines are told to the minute.
constexpr std::chrono::milliseconds kTick{30000};

template <class... Cases>
struct Overload : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overload(Cases...) -> Overload<Cases...>;

}  // namespace

Store::Store(Ports ports, std::function<void()> changed) : ports_(ports), changed_(std::move(changed)) {}

void Store::start(const Site& site) {
    const std::string stored = ports_.preferences.get("language");
    const Language chosen = stored == "en" ? Language::en : Language::nl;
    const auto& offered = site.languages;
    const bool counts = !stored.empty() && std::find(offered.begin(), offered.end(), chosen) != offered.end();
    const Language language = counts ? chosen : offered.front();
    ports_.navigation.on_change([this](const std::string& path) { dispatch_from_outside(PathChanged{path}); });
    ports_.outbox.on_chance([this] { dispatch_from_outside(OutboxAction{OutboxChance{}}); });
    dispatch(Started{ports_.navigation.current(), language, site, ports_.installer.take_draft()});
    ports_.installer.watch([this](InstallationEvent event) { dispatch_from_outside(InstallationTold{event}); });
    tick();
}

void Store::dispatch(const Action& action) {
    apply(ClockRead{{ports_.clock.now()}});
    apply(action);
}

void Store::apply(const Action& action) {
    for (const Effect& effect : reduce(state_, action)) {
        perform(effect);
    }
}

void Store::dispatch_from_outside(const Action& action) {
    dispatch(action);
    changed_();
}

void Store::tick() {
    ports_.timer.after(kTick, [this] {
        const core::LocalTime before = core::amsterdam::local_time(state_.now);
        apply(ClockRead{{ports_.clock.now()}});
        if (core::amsterdam::local_time(state_.now) != before) {
            changed_();
        }
        tick();
    });
}

void Store::perform(const Effect& effect) {
    std::visit(
        Overload{
            [this](const SendHttp& send) {
                ports_.http.send(send.request,
                                 [this, purpose = send.purpose, id = send.request.id](const HttpResponse& response) {
                                     dispatch_from_outside(Answered{purpose, id, response});
                                 });
            },
            [this](const PushPath& path) { ports_.navigation.push(path.path); },
            [this](const ReplacePath& path) { ports_.navigation.replace(path.path); },
            [this](const GoBack&) { ports_.navigation.back(); },
            [this](const MakeKey&) { apply(KeyMade{ports_.random.token()}); },
            [this](const ExpireToast& toast) {
                ports_.timer.after(toast.after, [this, id = toast.id] { dispatch_from_outside(ToastExpired{id}); });
            },
            [this](const Announce& words) { ports_.announcer.announce(words.text, words.urgent); },
            [this](const StorePreference& item) { ports_.preferences.set(item.key, item.value); },
            [this](const StartNewVersion&) { ports_.installer.start_new_version(); },
            [this](const OfferInstall&) { ports_.installer.offer_install(); },
            [this](const Reload& reload) { ports_.installer.reload(reload.draft); },
            [this](const OutboxDuty& duty) {
                app::perform(ports_, duty, [this](const OutboxAction& action) { dispatch_from_outside(action); });
            },
            [this](const WarnOnLeaving&) { ports_.outbox.warn_on_leaving(state_.outbox.warns); },
        },
        effect);
}

}  // namespace portal::app
