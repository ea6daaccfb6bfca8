#pragma once

#include "app/action.hpp"
#include "app/outbox.hpp"
#include "app/ports.hpp"

#include <chrono>
#include <string>
#include <variant>
#include <vector>

/// What `reduce` wants done outside. Values, so that tests can read them.
namespace portal::app {

struct SendHttp {
    HttpRequest request;
    Purpose purpose;
};
struct PushPath {
    std::string path;
};
struct ReplacePath {
    std::string path;
};
struct GoBack {};   ///< to the entry that was pushed for a form
struct MakeKey {};  ///< answered by KeyMade
struct ExpireToast {
    std::uint64_t id = 0;
    std::chrono::milliseconds after{0};
};
struct Announce {
    std::string text;
    bool urgent = false;
};
struct StorePreference {
    std::string key;
    std::string value;
};
struct OutboxDuty {
    std::string account;  ///< whose outbox
    OutboxEffect what;    ///< one that is about the device
};
struct WarnOnLeaving {};  ///< or no longer, as the state says by then

struct Recall {
    std::string account;
    Purpose purpose;
};  ///< answered by Recalled
struct KeepRecord {
    std::string account;
    std::string key;
    std::string value;
};  ///< answered by StorageFailed, if at all
struct EraseRecords {
    std::string account;
    std::string prefix;
};
struct Remind {
    Reminder reminder = Reminder::kSessionLate;
    std::chrono::milliseconds after{0};
};  ///< answered by Reminded

struct TellTabs {
    TabNews news = TabNews::kChanged;
};

struct StartNewVersion {};
struct OfferInstall {};
struct Reload {
    std::string draft;
};

using Effect = std::variant<SendHttp, PushPath, ReplacePath, GoBack, MakeKey, ExpireToast, Announce, StorePreference,
                            Recall, KeepRecord, EraseRecords, Remind, StartNewVersion, OfferInstall, Reload, OutboxDuty,
                            WarnOnLeaving, TellTabs>;
using Effects = std::vector<Effect>;

}  // namespace portal::app
