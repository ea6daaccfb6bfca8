#pragma once

#include "app/account_action.hpp"
#include "app/device_action.hpp"
#include "app/installation.hpp"
#include "app/outbox_action.hpp"
#include "app/ports.hpp"
#include "app/purpose.hpp"
#include "app/route.hpp"
#include "app/state.hpp"
#include "app/text.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/time_of_day.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// Everything that can happen, as facts. Screens emit them, ports answer with them, `reduce` decides what follows.
namespace portal::app {

struct Started {
    std::string path;
    Language language = Language::nl;
    Site site{};
    std::string draft{};  ///< of the version before
};
struct ClockRead {
    core::Instant device_now;
};  ///< before every other action, and by a timer
struct PathChanged {
    std::string path;
};  ///< the parent went back or forward
struct Answered {
    Purpose purpose;
    std::uint64_t request = 0;
    HttpResponse response;
    std::optional<core::Instant> kept_at{};  ///< no answer of now: the device has kept it since then
};
struct Recalled {
    std::string account;  ///< whose record it is; empty: the device's own
    Purpose purpose;
    StorageFault fault = StorageFault::kNone;
    std::optional<std::string> record;
};  ///< what the device has kept of an answer
struct KeyMade {
    std::string key;
};                 ///< a fresh idempotency key for the form that is open
struct Polled {};  ///< every few seconds while the page can be seen
struct ToastExpired {
    std::uint64_t id = 0;
};

struct EmailTyped {
    std::string text;
};
struct PasswordTyped {
    std::string text;
};
struct PasswordShown {
    bool shown = false;
};
struct SignInPressed {};
struct SignOutPressed {};
struct LanguageChosen {
    Language language = Language::nl;
};

struct Navigated {
    Route route;
};  ///< a link, a tab
struct MonthChosen {
    core::Month month;
};
struct YearChosen {
    int year = 0;
};  ///< all of it on one page
struct TodayPressed {};
struct DayChosen {
    core::Date day;
};
struct WeekShown {
    bool next = false;  ///< else this week
};                      ///< on Overzicht
struct ChildShown {
    std::optional<core::ChildId> child;
};                       ///< none: everybody
struct RetryPressed {};  ///< of whatever failed to load
struct ToastClosed {};

/// Takes back what the message tells of.
struct UndoPressed {};

/// Shows the days of an invoice's line in the calendar, of that child alone.
struct DaysPointedAt {
    core::ChildId child;
    std::vector<core::Date> dates;  ///< one at least
    std::string invoice;            ///< number
};
struct PointingEnded {};

/// Which invoices are shown.
struct InvoicesFiltered {
    InvoiceFilter filter = InvoiceFilter::kAll;
    std::optional<int> year;
};

/// Which entries Logboek shows, one choice at a time: of two that are made at once neither undoes the other.
struct LogFiltered {
    enum class Field : std::uint8_t { kChild, kKind, kFrom, kUntil, kState, kAll };
    Field field = Field::kAll;
    std::string value{};  ///< as in the address; empty for no choice
};

struct FormOpened {
    core::RequestKind kind = core::RequestKind::kExtra;
    core::Date day;
};
struct FormClosed {};
struct FormDayChosen {
    core::Date day;
};  ///< of a form that lies over Overzicht
struct FormEdited {
    ChangeChoices choices;
    core::RequestKind kind = core::RequestKind::kExtra;  ///< another than the form's: a swap in place of extra care
};
struct FormSubmitted {};  ///< 'Opslaan', also when trying again

struct WithdrawPressed {
    core::RequestId id;
};
struct RecoveryPressed {
    core::RequestId id;
};
struct RecoveryDayChosen {
    core::Date last_day;
};
struct AmendmentConfirmed {};  ///< in its dialog
struct AmendmentClosed {};

struct RecordTyped {
    std::string field;
    std::string text;
};                           ///< into the form of a record
struct RecordSubmitted {};   ///< 'Pas aan', also when trying again
struct RecordFormClosed {};  ///< what was typed is not wanted any more
struct ConflictChosen {
    std::string field;
    bool mine = false;  ///< else what somebody else wrote meanwhile
};
struct ContactMoved {
    std::string id;
    bool up = false;
};
struct ContactRemovalPressed {
    std::string id;
};
struct ContactRemovalConfirmed {};  ///< in its dialog
struct ContactRemovalClosed {};

using Action =
    std::variant<Started, ClockRead, PathChanged, Answered, Recalled, KeyMade, Polled, ToastExpired, EmailTyped,
                 PasswordTyped, PasswordShown, SignInPressed, SignOutPressed, LanguageChosen, Navigated, MonthChosen,
                 YearChosen, TodayPressed, DayChosen, WeekShown, ChildShown, RetryPressed, ToastClosed, UndoPressed,
                 InvoicesFiltered, LogFiltered, DaysPointedAt, PointingEnded, FormOpened, FormClosed, FormDayChosen,
                 FormEdited, FormSubmitted, WithdrawPressed, RecoveryPressed, RecoveryDayChosen, AmendmentConfirmed,
                 AmendmentClosed, AccountAction, DeviceAction, OutboxAction, RecordTyped, RecordSubmitted,
                 RecordFormClosed, ConflictChosen, ContactMoved, ContactRemovalPressed, ContactRemovalConfirmed,
                 ContactRemovalClosed, InstallationTold, UpdatePressed, UpdatePutOff, InstallPressed>;

}  // namespace portal::app
