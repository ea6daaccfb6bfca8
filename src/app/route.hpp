#pragma once

#include "core/date.hpp"
#include "core/log.hpp"
#include "core/request_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::app {

/// Overzicht, where a parent begins, and the bar of the portal: Stamgegevens, Wijziging aanvragen, Facturen,
/// Jaaroverzichten, Logboek. Below Wijziging aanvragen: Tegoed and the holiday planner; below Stamgegevens a contract;
/// below Facturen one invoice, below Jaaroverzichten one year. Beside them the account, and two pages for who cannot
/// sign in yet: of a link that was mailed, and of a forgotten password.
enum class Screen : std::uint8_t {
    kOverview,
    kFamily,
    kChanges,
    kInvoices,
    kStatements,
    kLog,
    kCredit,
    kPlanner,
    kContract,
    kInvoice,
    kStatement,
    kAccount,
    kWelcome,
    kForgotten,
    kRequests,
};

/// The pages below Stamgegevens.
enum class RecordPage : std::uint8_t {
    kNone,
    kGuardians,   ///< "/stamgegevens/ouders"
    kGuardian,    ///< "/stamgegevens/ouder/ID"
    kChild,       ///< "/stamgegevens/kind/ID"
    kContacts,    ///< "/stamgegevens/noodpersonen/CHILD"
    kNewContact,  ///< "/stamgegevens/noodpersonen/CHILD/nieuw"
    kContact,     ///< "/stamgegevens/noodpersonen/CHILD/ID"
};

/// What Logboek and its list of requests show of all that there is.
struct LogView {
    core::LogFilter filter;                   ///< kLog
    std::optional<core::RequestState> state;  ///< kRequests
    int page = 1;

    friend bool operator==(const LogView&, const LogView&) = default;
};

/// Where in the portal a parent is: what the address bar shows, and nothing besides. Paths:
/// "/", "/stamgegevens", "/wijziging/2026", "/wijziging/2026-11", "/wijziging/2026-11-25", "/logboek", "/tegoed",
/// "/planner", "/stamgegevens/contract/c1", "/facturen", "/facturen/i1", "/jaaroverzichten", "/jaaroverzichten/2025",
/// "/logboek/aanvragen", "/logboek/aanvraag/r1" (the one entry that a mail is about), "/account", "/welkom#SECRET",
/// "/wachtwoord-vergeten", and for forms
/// "/wijziging/2026-11-25/extra", "…/ruilen", "…/afmelden", "…/ziek", which lie over the first screen as
/// "/overzicht/2026-11-25/extra". "/overzicht/vandaag/ziek" is that of today, for shortcuts.
struct Route {
    Screen screen = Screen::kChanges;
    core::Month month;  ///< kChanges; of a whole year the one that is returned to, which no path shows; else today's
    std::optional<core::Date> day;          ///< kChanges: the chosen day, in `month`; kOverview: that of the form
    std::optional<core::RequestKind> form;  ///< kChanges, kOverview: the form for this change of `day` is open
    bool whole_year = false;                ///< kChanges: all of `month.year` is shown
    std::string id{};                       ///< kContract, kInvoice: which; kStatement: the year
    std::string link{};  ///< kWelcome: the secret of the link, which stands where servers are not told
    RecordPage record = RecordPage::kNone;  ///< kFamily
    std::string record_id{};                ///< whose record
    std::string contact_id{};               ///< kContact; `record_id` is the child then
    LogView log{};                          ///< kLog, kRequests: "/logboek?soort=extra&van=2026-01-01"

    friend bool operator==(const Route&, const Route&) = default;
};

/// Nothing for an unknown path. "/wijziging" is the month of `today`; a year's month is that of `today` or January.
[[nodiscard]] std::optional<Route> parse_route(std::string_view path, core::Date today);

[[nodiscard]] std::string to_path(const Route& route);

/// The page of a record below Stamgegevens; one of a contact has two ids.
[[nodiscard]] Route record_route(RecordPage page, core::Month month, std::string id = {}, std::string contact = {});

/// The page that leads to it: Stamgegevens, or a child's contacts.
[[nodiscard]] Route parent_route(const Route& route);

/// The years that an address can name, and that the calendar can turn to.
[[nodiscard]] bool is_shown_year(int year);

}  // namespace portal::app
