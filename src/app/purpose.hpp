#pragma once

#include "core/date.hpp"
#include "core/instant.hpp"

#include <cstdint>
#include <string>

namespace portal::app {

/// What a request was for, kept with it until its answer comes.
struct Purpose {
    enum class Kind : std::uint8_t {
        kSession,
        kSignIn,
        kSignOut,
        kFamily,
        kLocations,
        kOccupancy,
        kYear,
        kRequests,
        kRules,
        kCredit,
        kNotices,
        kDecisionsSeen,
        kSubmit,
        kAmend,
        kInvoices,
        kInvoice,
        kStatements,
        kStatement,
        kContracts,
        kPasswordRules,
        kLink,
        kChoosePassword,
        kRenewLink,
        kPasswordReset,
        kChangePassword,
        kSessions,
        kEndSessions,
        kLogins,
        kInvite,
        kSettings,
        kSaveSettings,
        kChanges,
        kRevisions,
        kOutbox,
        kRecords,
        kRecordEdit,
        kContactChange,
        kPrefetch,
    };
    Kind kind = Kind::kSession;
    core::Month month;    ///< kOccupancy; kYear: its January
    core::Instant until;  ///< kDecisionsSeen: answers until then
    std::string id{};     ///< kInvoice: which; kStatement: the year; kOutbox: the key
    std::string path{};   ///< that was asked, where the answer is data that the device keeps under it
};

}  // namespace portal::app
