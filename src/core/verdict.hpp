#pragma once

#include "core/inline_list.hpp"
#include "core/location.hpp"
#include "core/rule_book.hpp"
#include "core/wish.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace portal::core {

/// What speaks against a wish, and what has to be known about it. The order is that of importance.
enum class ReasonCode : std::uint8_t {
    // Refusing.
    kNoContract,     ///< the child has no placement contract on that day
    kNotOffered,     ///< not here, or there are no rules
    kCreditInstead,  ///< no swaps here: report absence, and use the credit
    kDayInPast,
    kClosed,   ///< a holiday, a closing day, or a weekday without opening hours
    kTooLate,  ///< Reason::deadline has passed
    kTooFarAhead,
    kEndBeforeStart,
    kOutsideOpeningHours,
    kNotASlot,        ///< only the location's slots can be asked
    kTooShort,        ///< shorter than Reason::amount minutes
    kNotOnStep,       ///< not on a multiple of Reason::amount minutes
    kOverlapsCare,    ///< the child is there already, or asked to be
    kNoCare,          ///< there is no contracted care then that could be given up
    kNotWholeBlock,   ///< only a whole contracted block can be given up
    kAlreadyGivenUp,  ///< absence or a swap of it was reported before
    kAlreadySick,
    kOutsideWindow,  ///< not in Verdict::wanted_window
    kCapReached,     ///< Reason::amount swaps were made already
    kOtherContract,
    kLonger,        ///< more time is wanted than given up
    kShorter,       ///< less time is wanted than given up
    kOtherDayKind,  ///< a school day against a day of the school holidays
    kOnContractDay,
    kSpecialDay,         ///< a study day or an outing
    kExtraNotSwappable,  ///< what would be given up is extra care
    kPaymentNotOffered,
    kNotEnoughCredit,  ///< Reason::amount is missing
    kAlreadyDecided,   ///< withdrawal: it does not stand any more, or is not the kind that can be
    kNotWithdrawable,
    kViaLocation,  ///< only the location can undo it
    kAsNewExtra,   ///< it can only be had back by asking extra care
    kCreditSpent,  ///< the credit that it earned was used
    kNotSick,      ///< there is no such report of illness, or it has ended
    // To be known.
    kNoRefund,           ///< extra hours are never refunded
    kNotSwappable,       ///< extra hours cannot be swapped
    kByPhone,            ///< it is too late here, but one may phone
    kRemainderLost,      ///< Reason::amount minutes are given up for nothing
    kEarnsNoCredit,      ///< the deadline for credit, Reason::deadline, has passed
    kCreditCapped,       ///< no more than Reason::amount is earned
    kMinimumSignUps,     ///< held only with Reason::amount children
    kPaidBeforehand,     ///< with the strip card
    kCancelledBilled,    ///< cancelled, and paid all the same
    kCancelledCredited,  ///< cancelled, paid, and turned into credit
};

inline constexpr ReasonCode kLastReason = ReasonCode::kCancelledCredited;

/// Whether it forbids the wish.
[[nodiscard]] constexpr bool refuses(ReasonCode code) {
    return code < ReasonCode::kNoRefund;
}

/// The part of the rules that it comes from, as a path of rules.schema.json: "swap.window". Empty for facts.
[[nodiscard]] std::string_view rule_of(RequestKind kind, ReasonCode code);

/// "swap-too-late": the `code` of problem details.
[[nodiscard]] std::string code(RequestKind kind, ReasonCode reason);
[[nodiscard]] std::optional<std::pair<RequestKind, ReasonCode>> reason_from(std::string_view code);

struct Reason {
    ReasonCode code = ReasonCode::kNoContract;
    std::int32_t amount = 0;  ///< minutes, a count, or units of credit, as the code says
    std::optional<Instant> deadline;

    friend bool operator==(const Reason& a, const Reason& b) = default;
};

/// Whether and until when it can be taken back once it is sent.
struct Revocation {
    enum class How : std::uint8_t {
        kNever,
        kUntilDecided,  ///< until it is answered, or until `until` where that is given
        kUntil,         ///< until `until`, answered or not; then as `late` says
        kViaLocation,
        kAsNewExtra,
    };

    How how = How::kNever;
    std::optional<Instant> until;
    Cancellation::Late late = Cancellation::Late::kRefused;

    friend bool operator==(const Revocation&, const Revocation&) = default;
};

/// What can be said about a wish before it is sent. Pointers lead into what the context was made of.
struct Verdict {
    RequestKind kind = RequestKind::kExtra;
    const Child* child = nullptr;
    const PlacementContract* contract = nullptr;
    const CareOffer* offer = nullptr;
    const CareRules* rules = nullptr;        ///< the version it was judged by
    InlineList<Reason, 12> reasons;          ///< refusing ones first
    const Closure* closure = nullptr;        ///< why it is closed
    std::optional<Instant> deadline;         ///< until when it can be asked, where the day is open
    std::optional<Date> last_bookable;       ///< the last day that can be asked today; absent without a limit
    std::optional<DateRange> wanted_window;  ///< swap: the days that can be had for what is given up
    Money cost;                              ///< on the invoice; where times are known
    Credit credit_used;
    std::int64_t credit_left = 0;  ///< usable that day after this wish, in units of `credit_used`
    Credit credit_earned;
    std::optional<Date> credit_use_before;   ///< of what is earned
    std::optional<Instant> credit_deadline;  ///< until when it would earn credit
    Revocation revocation;
    bool needs_approval = false;
    std::optional<Instant> decision_by;  ///< when an answer is due, where one is needed

    [[nodiscard]] bool allowed() const { return reasons.empty() || !refuses(reasons.front().code); }
    [[nodiscard]] bool has(ReasonCode code) const;
};

}  // namespace portal::core
