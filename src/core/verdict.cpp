#include "core/verdict.hpp"

#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<ReasonCode, 44> kCodes{{{ReasonCode::kNoContract, "no-contract"},
                                        {ReasonCode::kNotOffered, "not-offered"},
                                        {ReasonCode::kCreditInstead, "credit-instead"},
                                        {ReasonCode::kDayInPast, "day-in-past"},
                                        {ReasonCode::kClosed, "closed"},
                                        {ReasonCode::kTooLate, "too-late"},
                                        {ReasonCode::kTooFarAhead, "too-far-ahead"},
                                        {ReasonCode::kEndBeforeStart, "end-before-start"},
                                        {ReasonCode::kOutsideOpeningHours, "outside-opening-hours"},
                                        {ReasonCode::kNotASlot, "not-a-slot"},
                                        {ReasonCode::kTooShort, "too-short"},
                                        {ReasonCode::kNotOnStep, "not-on-step"},
                                        {ReasonCode::kOverlapsCare, "overlaps-care"},
                                        {ReasonCode::kNoCare, "no-care"},
                                        {ReasonCode::kNotWholeBlock, "not-whole-block"},
                                        {ReasonCode::kAlreadyGivenUp, "already-given-up"},
                                        {ReasonCode::kAlreadySick, "already-sick"},
                                        {ReasonCode::kOutsideWindow, "outside-window"},
                                        {ReasonCode::kCapReached, "cap-reached"},
                                        {ReasonCode::kOtherContract, "other-contract"},
                                        {ReasonCode::kLonger, "longer"},
                                        {ReasonCode::kShorter, "shorter"},
                                        {ReasonCode::kOtherDayKind, "other-day-kind"},
                                        {ReasonCode::kOnContractDay, "on-contract-day"},
                                        {ReasonCode::kSpecialDay, "special-day"},
                                        {ReasonCode::kExtraNotSwappable, "extra-not-swappable"},
                                        {ReasonCode::kPaymentNotOffered, "payment-not-offered"},
                                        {ReasonCode::kNotEnoughCredit, "not-enough-credit"},
                                        {ReasonCode::kAlreadyDecided, "already-decided"},
                                        {ReasonCode::kNotWithdrawable, "not-withdrawable"},
                                        {ReasonCode::kViaLocation, "via-location"},
                                        {ReasonCode::kAsNewExtra, "as-new-extra"},
                                        {ReasonCode::kCreditSpent, "credit-spent"},
                                        {ReasonCode::kNotSick, "not-sick"},
                                        {ReasonCode::kNoRefund, "no-refund"},
                                        {ReasonCode::kNotSwappable, "not-swappable"},
                                        {ReasonCode::kByPhone, "by-phone"},
                                        {ReasonCode::kRemainderLost, "remainder-lost"},
                                        {ReasonCode::kEarnsNoCredit, "earns-no-credit"},
                                        {ReasonCode::kCreditCapped, "credit-capped"},
                                        {ReasonCode::kMinimumSignUps, "minimum-sign-ups"},
                                        {ReasonCode::kPaidBeforehand, "paid-beforehand"},
                                        {ReasonCode::kCancelledBilled, "cancelled-billed"},
                                        {ReasonCode::kCancelledCredited, "cancelled-credited"}}};

/// Rules that are found in the section of the action itself.
[[nodiscard]] std::string_view rule_of_extra(ReasonCode code) {
    switch (code) {
        case ReasonCode::kNotOffered:
            return "extra.offered";
        case ReasonCode::kTooLate:
            return "extra.notice";
        case ReasonCode::kByPhone:
            return "extra.phoneAfterDeadline";
        case ReasonCode::kTooFarAhead:
            return "extra.maxAhead";
        case ReasonCode::kNotASlot:
            return "extra.freeTimes";
        case ReasonCode::kTooShort:
            return "extra.minimumMinutes";
        case ReasonCode::kNotOnStep:
            return "extra.stepMinutes";
        case ReasonCode::kPaymentNotOffered:
            return "extra.payment";
        case ReasonCode::kNotWithdrawable:
            return "extra.withdrawal";
        case ReasonCode::kNoRefund:
        case ReasonCode::kNotSwappable:
        case ReasonCode::kCancelledBilled:
        case ReasonCode::kCancelledCredited:
            return "extra.cancellation";
        default:
            return {};
    }
}

[[nodiscard]] std::string_view rule_of_swap(ReasonCode code) {
    switch (code) {
        case ReasonCode::kNotOffered:
        case ReasonCode::kCreditInstead:
            return "swap.offered";
        case ReasonCode::kTooLate:
            return "swap.notice";
        case ReasonCode::kTooFarAhead:
            return "swap.maxAhead";
        case ReasonCode::kOutsideWindow:
            return "swap.window";
        case ReasonCode::kCapReached:
            return "swap.cap";
        case ReasonCode::kNotASlot:
            return "swap.slotsOnly";
        case ReasonCode::kOtherContract:
            return "swap.sameContract";
        case ReasonCode::kShorter:
        case ReasonCode::kRemainderLost:
            return "swap.smallerAllowed";
        case ReasonCode::kOtherDayKind:
            return "swap.sameDayKind";
        case ReasonCode::kOnContractDay:
            return "swap.notOnContractDays";
        case ReasonCode::kSpecialDay:
            return "swap.specialDaysExcluded";
        case ReasonCode::kNotWithdrawable:
            return "swap.withdrawal";
        default:
            return {};
    }
}

[[nodiscard]] std::string_view rule_of_absence(ReasonCode code) {
    switch (code) {
        case ReasonCode::kNotOffered:
            return "absence.offered";
        case ReasonCode::kTooLate:
            return "absence.notice";
        case ReasonCode::kTooFarAhead:
            return "absence.maxAhead";
        case ReasonCode::kNotWholeBlock:
            return "absence.wholeBlocksOnly";
        case ReasonCode::kEarnsNoCredit:
            return "absence.creditNotice";
        case ReasonCode::kViaLocation:
        case ReasonCode::kAsNewExtra:
        case ReasonCode::kNotWithdrawable:
            return "absence.undo";
        default:
            return {};
    }
}

}  // namespace

std::string_view rule_of(RequestKind kind, ReasonCode code) {
    if (code == ReasonCode::kCreditCapped) {
        return "credit";
    }
    if (code == ReasonCode::kMinimumSignUps) {
        return "studyDays.minimumSignUps";
    }
    if (code == ReasonCode::kPaidBeforehand) {
        return "stripCard";
    }
    switch (kind) {
        case RequestKind::kExtra:
            return rule_of_extra(code);
        case RequestKind::kSwap:
            return rule_of_swap(code);
        case RequestKind::kAbsence:
            return rule_of_absence(code);
        case RequestKind::kSick:
            return code == ReasonCode::kEarnsNoCredit ? "sick.creditNotice" : std::string_view{};
    }
    return {};
}

std::string code(RequestKind kind, ReasonCode reason) {
    std::string text{to_string(kind)};
    text += '-';
    return text.append(name_of(kCodes, reason));
}

std::optional<std::pair<RequestKind, ReasonCode>> reason_from(std::string_view code) {
    const std::size_t dash = code.find('-');
    if (dash == std::string_view::npos) {
        return std::nullopt;
    }
    const auto kind = request_kind_from(code.substr(0, dash));
    const auto reason = value_of(kCodes, code.substr(dash + 1));
    return kind && reason ? std::optional{std::pair{*kind, *reason}} : std::nullopt;
}

bool Verdict::has(ReasonCode wanted) const {
    return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.code == wanted; });
}

}  // namespace portal::core
