#pragma once

#include "api/dto.hpp"
#include "app/account_state.hpp"
#include "app/installation.hpp"
#include "app/money_state.hpp"
#include "app/outbox_state.hpp"
#include "app/ports.hpp"
#include "app/record_form.hpp"
#include "app/remote.hpp"
#include "app/route.hpp"
#include "app/text.hpp"
#include "core/instant.hpp"
#include "core/record_change.hpp"
#include "core/verdict.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal::app {

enum class Session : std::uint8_t { kUnknown, kSignedOut, kSignedIn };

struct SignInForm {
    std::string email;
    std::string password;
    bool password_shown = false;
    std::uint64_t request = 0;     ///< awaited; 0: none
    std::optional<Text> error;     ///< beside the button; in words: sign_in_error (selectors.hpp)
    std::int64_t retry_after = 0;  ///< seconds that the server asks to wait
    std::optional<Text> email_error;
    std::optional<Text> password_error;

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// What a parent chose and typed in the form of a change. Kind and day are the route's.
struct ChangeChoices {
    std::vector<core::ChildId> children;  ///< one for extra care and swaps
    std::string start;                    ///< of the wanted care, as typed or as chosen, "07:30"
    std::string end;
    std::optional<core::Payment> payment;  ///< extra care
    std::optional<core::CareSpan> given;   ///< swap: the contracted care given up
    bool gives_day = false;                ///< swap: the route's day is given up for another, else it is the one wanted
    std::optional<core::Date> wanted;      ///< swap: the other day
    std::string last;                      ///< last day of absence or illness, "2026-11-27"
    bool has_last = false;                 ///< absence of several days; illness whose end is known
    core::AbsenceReason reason = core::AbsenceReason::kOther;
    std::vector<core::Wish> left_out;  ///< absences in the range that are not meant
    std::vector<core::Date> weeks;     ///< holiday planner: Mondays of the weeks that are to be without care
    bool next_year = false;            ///< holiday planner: not this year

    friend bool operator==(const ChangeChoices&, const ChangeChoices&) = default;
};

/// A wish that the server refused although the browser had let it pass.
struct RefusedWish {
    core::Wish wish;
    std::optional<core::ReasonCode> code;  ///< absent: for a reason that no rule explains
};

/// The form of a change and what becomes of sending it.
struct ChangeForm {
    ChangeChoices choices;
    std::string idempotency_key;       ///< of exactly these choices; others get another
    std::uint64_t request = 0;         ///< awaited; 0: none
    std::vector<core::Wish> sent;      ///< with it
    bool begun = false;                ///< the choices that a form begins with have been made
    bool pushed = false;               ///< opened by a history entry of its own, which closing goes back over
    bool pressed = false;              ///< 'Opslaan' was pressed: from now on missing fields are pointed at
    Failure failure = Failure::kNone;  ///< the last attempt got no answer
    std::vector<RefusedWish> refused;  ///< by the last attempt
    bool rejected = false;             ///< a 4xx that says nothing about a wish
    OutboxEntry entry;                 ///< what the outbox takes over where sending fails
    std::string replaces;              ///< key of what waits in the outbox and is written anew here

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// 'Intrekken' or 'Beter melden': what is done about a request that was sent.
struct Amendment {
    enum class Kind : std::uint8_t { kWithdraw, kRecover };

    Kind kind = Kind::kWithdraw;
    core::RequestId id;
    std::vector<core::RequestId> further;  ///< kWithdraw: taken back after this one
    bool undoes = false;                   ///< kWithdraw: of what was sent a moment ago, from whichever screen
    std::optional<core::Date> last_day;    ///< kRecover
    bool asking = false;                   ///< the dialog that asks is open
    bool pressed = false;                  ///< from now on a missing day is pointed at
    std::uint64_t request = 0;             ///< awaited; 0: none
    Failure failure = Failure::kNone;
    bool rejected = false;  ///< a 4xx
    std::optional<core::ReasonCode> refused;
    OutboxEntry entry;  ///< what the outbox takes over where sending fails

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// A short message at the edge of the screen.
struct Toast {
    std::uint64_t id = 0;
    std::string text;
    std::vector<core::RequestId> sent;  ///< what it tells of, to be taken back while that costs nothing (can_undo)
    std::optional<Route> link;          ///< where more is to be read
};

/// What is known of how far the server is, so that a page hears of answers.
struct Poll {
    std::uint64_t request = 0;  ///< awaited; 0: none
    bool again = false;         ///< what the awaited answer tells may be out of date
    std::string tag;            ///< of the last answer
    api::Revisions revisions;
};

/// Loading what no screen has asked for yet, so that all of them can be read without a network.
enum class Prefetch : std::uint8_t {
    kNot,    ///< it has not begun
    kAsked,  ///< the device is asked when it was done last
    kLoads,  ///< one after the other
    kDone,
};

/// Days that the calendar points at: those of an invoice's line.
struct PointedDays {
    core::ChildId child;
    std::vector<core::Date> dates;
    std::string invoice;  ///< number
};

/// What was typed in the version of the portal before this one; each part waits for its page to be ready.
struct Draft {
    core::GuardianId account;  ///< who typed it; empty: nobody was signed in
    std::string email;         ///< of signing in
    std::string form;          ///< the path of the form with these choices; empty for none
    ChangeChoices choices;
    std::map<std::string, std::map<std::string, std::string>> records;  ///< by the path of their page and their field
};

/// Everything the screens show. Texts of dialogs and verdicts are derived from it (selectors.hpp), not kept in it.
struct State {
    Language language = Language::nl;
    core::Instant now;              ///< by the server's clock, refreshed at least every half minute
    std::int64_t clock_offset = 0;  ///< seconds that the server's clock is ahead of the device's

    Route route;
    Session session = Session::kUnknown;
    std::uint64_t session_request = 0;         ///< awaited; 0: none
    Failure session_failure = Failure::kNone;  ///< the question to the server who is there got no answer
    std::optional<api::Account> remembered;    ///< who was signed in on this device last
    bool from_memory = false;                  ///< signed in for as much as the device remembers; the server is silent
    StorageFault storage_fault = StorageFault::kNone;  ///< why the device keeps nothing
    bool session_expired = false;                      ///< signed out by the server, not by the parent
    std::optional<api::Account> account;
    SignInForm sign_in;
    Remote<core::PasswordRules> password_rules;
    LinkPage link_page;
    ForgottenPage forgotten_page;
    AccountPage account_page;

    Remote<core::Family> family;
    Remote<core::Locations> locations;
    Remote<core::RuleBook> rules;
    Remote<api::CreditOverview> credit;
    Remote<std::vector<core::ChangeRequest>> requests;
    Remote<std::vector<core::RecordChange>> changes;  ///< of records
    Poll poll;
    Prefetch prefetch = Prefetch::kNot;
    Remote<std::vector<api::Notice>> notices;
    std::map<core::Month, Remote<api::Occupancy>> months;  ///< each the weeks that the month's calendar shows
    std::map<int, Remote<api::Occupancy>> years;           ///< each from 1 January to 31 December
    MoneyState money;

    bool next_week = false;                   ///< Overzicht shows the week after this one
    std::optional<core::ChildId> only_child;  ///< the calendar shows this child alone
    std::optional<PointedDays> pointed;       ///< while the calendar is shown
    ChangeForm form;                          ///< meaningful while route.form
    std::optional<Amendment> amendment;
    Remote<core::FamilyRecords> records;  ///< Stamgegevens
    std::map<std::string, RecordForm>
        record_forms;           ///< by the path of their page; what was typed stays until it is sent
    core::GuardianId typed_by;  ///< what stands in the forms
    ContactTask contact_task;
    OutboxState outbox;
    std::optional<Toast> toast;
    std::uint64_t last_id = 0;  ///< given to requests and toasts

    Site site;
    Installation installation;
    std::optional<Draft> draft;
};

}  // namespace portal::app
