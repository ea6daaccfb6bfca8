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

/// How soon a parent hears of an answer.
constexpr std::chrono::milliseconds kPoll{15000};

/// How soon to look again whether nothing is under way.
constexpr std::chrono::milliseconds kPatience{250};

/// The server had nothing to tell, or could not be asked: no reason to draw anything.
[[nodiscard]] bool tells_nothing(const Purpose& purpose, const HttpResponse& response) {
    constexpr int kNotModified = 304;
    return purpose.kind == Purpose::Kind::kRevisions &&
           (response.transport != Transport::kAnswered || response.status == kNotModified);
}

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
    ports_.presence.on_chance([this] { dispatch_from_outside(DeviceAction{ChanceCame{}}); });
    ports_.tabs.on_told([this](TabNews news) { dispatch_from_outside(DeviceAction{TabTold{news}}); });
    dispatch(Started{ports_.navigation.current(), language, site, ports_.installer.take_draft()});
    ports_.installer.watch([this](InstallationEvent event) { dispatch_from_outside(InstallationTold{event}); });
    tick();
    poll();
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

void Store::pass_quietly(const Action* action) {
    const core::LocalTime before = core::amsterdam::local_time(state_.now);
    apply(ClockRead{{ports_.clock.now()}});
    if (action != nullptr) {
        apply(*action);
    }
    if (core::amsterdam::local_time(state_.now) != before) {
        changed_();
    }
}

void Store::hear(const Action& action, bool quietly) {
    if (quietly) {
        pass_quietly(&action);
    } else {
        dispatch_from_outside(action);
    }
}

void Store::tick() {
    ports_.timer.after(kTick, [this] {
        pass_quietly(nullptr);
        tick();
    });
}

void Store::poll() {
    ports_.timer.after(kPoll, [this] {
        if (ports_.presence.visible()) {
            apply(Polled{});
        }
        poll();
    });
}

void Store::remind(const Remind& remind) {
    ports_.timer.after(remind.after, [this, reminder = remind.reminder] {
        const Action reminded = DeviceAction{Reminded{reminder}};
        if (reminder == Reminder::kIdle) {
            be_idle(reminded);
        } else if (state_.session_request != 0) {  // else it has been answered, and nothing is drawn for that
            dispatch_from_outside(reminded);
        }
    });
}

void Store::be_idle(const Action& reminded) {
    if (awaited_ > 0 || !ports_.presence.visible()) {
        remind({Reminder::kIdle, kPatience});
    } else if (!ports_.presence.saves_data()) {
        unseen_ = state_.route;
        pass_quietly(&reminded);
        unseen_.reset();
    }
}

void Store::perform(const Effect& effect) {
    std::visit(
        Overload{
            [this](const SendHttp& send) {
                ++awaited_;
                ports_.http.send(send.request, [this, purpose = send.purpose, id = send.request.id,
                                                unseen = unseen_](const HttpResponse& response) {
                    --awaited_;
                    const Action answered = Answered{purpose, id, response};
                    hear(answered, unseen == state_.route || tells_nothing(purpose, response));
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
            [this](const Recall& recall) {
                ports_.storage.get(
                    recall.account, recall.purpose.path,
                    [this, recall, unseen = unseen_](StorageFault fault, std::optional<std::string> record) {
                        hear(Recalled{recall.account, recall.purpose, fault, std::move(record)},
                             unseen == state_.route);
                    });
            },
            [this](const KeepRecord& record) {
                ports_.storage.put(record.account, record.key, record.value, [this](StorageFault fault) {
                    if (fault != StorageFault::kNone && fault != state_.storage_fault) {
                        dispatch_from_outside(DeviceAction{StorageFailed{fault}});
                    }
                });
            },
            [this](const EraseRecords& records) { ports_.storage.erase(records.account, records.prefix); },
            [this](const Remind& remind) { this->remind(remind); },
            [this](const StartNewVersion&) { ports_.installer.start_new_version(); },
            [this](const OfferInstall&) { ports_.installer.offer_install(); },
            [this](const Reload& reload) { ports_.installer.reload(reload.draft); },
            [this](const OutboxDuty& duty) {
                app::perform(ports_, duty, [this](const OutboxAction& action) { dispatch_from_outside(action); });
            },
            [this](const WarnOnLeaving&) { ports_.outbox.warn_on_leaving(state_.outbox.warns); },
            [this](const TellTabs& tell) { ports_.tabs.tell(tell.news); },
        },
        effect);
}

}  // namespace portal::app
