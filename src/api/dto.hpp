#pragma once

#include "core/credit_ledger.hpp"
#include "core/family.hpp"
#include "core/location.hpp"
#include "core/occupancy.hpp"
#include "core/request.hpp"
#include "core/rule_book.hpp"
#include "core/wish.hpp"

#include <optional>
#include <string>
#include <vector>

/// The bodies of the REST contract (openapi.yaml) where they are not values of `core` themselves.
namespace portal::api {

struct Credentials {
    std::string email;
    std::string password;
};

/// Who is signed in.
struct Account {
    core::GuardianId guardian;
    std::string name;
    std::string email;
    std::string organisation;                          ///< name of the childcare organisation
    std::optional<core::Instant> decisions_seen_at{};  ///< answers until then have been looked at
};

/// What the organisation tells all parents.
struct Notice {
    std::string id;
    std::string title;
    std::string text;
    core::Instant published_at;
    std::optional<core::Date> until;  ///< the last day on which it is shown
};

struct Occupancy {
    core::Date from;
    core::Date to;
    std::vector<core::CareBlock> blocks;
};

/// What is another text after anything of it has changed, to be asked every few seconds.
struct Revisions {
    std::string requests;  ///< of change requests
    std::string changes;   ///< of the changes of records

    friend bool operator==(const Revisions&, const Revisions&) = default;
};

/// A wish as it is sent, with what the parent saw: the version of the rules and the text beside the button.
struct NewRequest {
    core::Wish wish;
    core::RuleVersionId rule_version;
    std::string rule_text;
};

/// Wishes sent at once: all of them are stored, or none.
struct Submission {
    static constexpr std::size_t kMostWishes = 500;  ///< a year of days off of several children

    std::vector<NewRequest> wishes;
};

/// Credit of the family's children.
struct CreditOverview {
    std::vector<core::CreditLedger> ledgers;
};

/// What is wrong with one of several wishes.
struct ProblemItem {
    int index = 0;  ///< position in Submission::wishes
    std::string code;
    std::string detail;
    std::string field;

    friend bool operator==(const ProblemItem&, const ProblemItem&) = default;
};

/// RFC 9457. `code` is stable and what clients act on; title and detail are for people and logs.
struct Problem {
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    std::string field;                ///< JSON name of the field at fault, empty for none
    std::string request_id;           ///< names the request in the backend's log, empty for none
    std::vector<ProblemItem> errors;  ///< one for each wish that is refused
};

}  // namespace portal::api
