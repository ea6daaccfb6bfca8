#pragma once

#include "core/credit_amount.hpp"
#include "core/date.hpp"
#include "core/family.hpp"
#include "core/id.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/request_kind.hpp"
#include "core/time_of_day.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// The states that the organisation keeps; a concept and the queue of a device without network are the client's.
enum class RequestState : std::uint8_t {
    kSubmitted,
    kInReview,  ///< a planner has it in hand
    kApproved,
    kRejected,
    kWithdrawn,  ///< by the parent, before or after the answer
    kExpired,    ///< its day came without an answer
};

[[nodiscard]] std::string_view to_string(RequestState state);
[[nodiscard]] std::optional<RequestState> request_state_from(std::string_view text);

/// Care between two times of one day.
struct CareSpan {
    Date date;
    TimeRange time;

    friend bool operator==(const CareSpan&, const CareSpan&) = default;
    friend auto operator<=>(const CareSpan&, const CareSpan&) = default;
};

/// A wijziging that a parent asked for or reported, as the organisation keeps it.
struct ChangeRequest {
    RequestId id;
    RequestKind kind = RequestKind::kExtra;
    ChildId child;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    Date date;       ///< of the wanted care (extra, swap), of the care not used (absence), or the first day of illness
    TimeRange time;  ///< of that care; empty for illness, which is of whole days
    std::optional<CareSpan> given;                 ///< swap: the contracted care given up
    std::optional<Date> last;                      ///< sick: the last day, absent until 'beter gemeld'
    AbsenceReason reason = AbsenceReason::kOther;  ///< absence
    Payment payment = Payment::kInvoice;           ///< extra
    RequestState state = RequestState::kSubmitted;
    Money price;  ///< on the invoice
    Credit credit_used;
    Instant submitted_at;               ///< by the server's clock
    std::optional<Instant> written_at;  ///< as the device says that it was written, where that was told
    std::string submitted_by;           ///< guardian's name
    RuleVersionId rule_version;         ///< by which it was judged; empty where there were no rules
    std::string rule_text;              ///< what the parent was told beside the button
    std::optional<Instant> decided_at;
    std::string decision_reason;
    std::optional<Instant> withdrawn_at;           ///< by the server's clock
    std::optional<Instant> withdrawal_written_at;  ///< as the device says, where that was told
    std::optional<Instant> expired_at;
    std::optional<Instant> recovered_at;  ///< when the child was reported well again

    /// Whether it stands: neither rejected nor withdrawn nor expired.
    [[nodiscard]] bool stands() const {
        return state == RequestState::kSubmitted || state == RequestState::kInReview ||
               state == RequestState::kApproved;
    }
};

}  // namespace portal::core
