#include "app/explain.hpp"

#include "app/format.hpp"
#include "app/selectors.hpp"

#include <algorithm>
#include <array>

namespace portal::app {
namespace {

using core::ReasonCode;
using core::RequestKind;

constexpr std::size_t kReasons = static_cast<std::size_t>(core::kLastReason) + 1;

/// In the order of core::ReasonCode.
constexpr std::array<Text, kReasons> kTexts{
    Text::refusal_no_contract,
    Text::refusal_not_offered,
    Text::refusal_credit_instead,
    Text::refusal_day_in_past,
    Text::refusal_closed,
    Text::refusal_too_late,
    Text::refusal_too_far_ahead,
    Text::refusal_end_before_start,
    Text::refusal_outside_opening_hours,
    Text::refusal_not_a_slot,
    Text::refusal_too_short,
    Text::refusal_not_on_step,
    Text::refusal_overlaps_care,
    Text::refusal_no_care,
    Text::refusal_not_whole_block,
    Text::refusal_already_given_up,
    Text::refusal_already_sick,
    Text::refusal_outside_window,
    Text::refusal_cap_reached,
    Text::refusal_other_contract,
    Text::refusal_longer,
    Text::refusal_shorter,
    Text::refusal_other_day_kind,
    Text::refusal_on_contract_day,
    Text::refusal_special_day,
    Text::refusal_extra_not_swappable,
    Text::refusal_payment_not_offered,
    Text::refusal_not_enough_credit,
    Text::refusal_already_decided,
    Text::refusal_not_withdrawable,
    Text::refusal_via_location,
    Text::refusal_as_new_extra,
    Text::refusal_credit_spent,
    Text::refusal_not_sick,
    Text::rule_no_refund,
    Text::rule_not_swappable,
    Text::rule_by_phone,
    Text::rule_remainder_lost,
    Text::rule_earns_no_credit,
    Text::rule_credit_capped,
    Text::rule_minimum_sign_ups,
    Text::rule_paid_beforehand,
    Text::rule_cancelled_billed,
    Text::rule_cancelled_credited,
};

/// The `kind`th of a list of keys that are numbered in the order of core::RequestKind.
[[nodiscard]] std::string_view of_kind(Language language, Text first, RequestKind kind) {
    return text(language, static_cast<Text>(static_cast<int>(first) + static_cast<int>(kind)));
}

/// The text for a reason; some depend on what else is known.
[[nodiscard]] Text text_of(const core::Reason& reason, const core::Verdict& verdict, bool is_open) {
    const auto moment = reason.deadline ? reason.deadline : verdict.deadline;
    switch (reason.code) {
        case ReasonCode::kNoContract:
            return verdict.child == nullptr ? Text::refusal_nobody : Text::refusal_no_contract;
        case ReasonCode::kNoCare:
            return verdict.child == nullptr ? Text::refusal_nobody_care : Text::refusal_no_care;
        case ReasonCode::kEndBeforeStart:
            return verdict.kind == RequestKind::kSick ? Text::change_choose_last : Text::refusal_end_before_start;
        case ReasonCode::kClosed:
            return verdict.closure != nullptr ? Text::refusal_closed_because : Text::refusal_closed;
        case ReasonCode::kOutsideOpeningHours:
            return is_open ? Text::refusal_outside_opening_hours : Text::refusal_closed;
        case ReasonCode::kTooLate:
            return moment ? Text::refusal_too_late : Text::refusal_too_late_already;
        case ReasonCode::kTooFarAhead:
            return verdict.last_bookable ? Text::refusal_too_far_ahead : Text::refusal_too_far_ahead_yet;
        case ReasonCode::kOutsideWindow:
            return verdict.wanted_window ? Text::refusal_outside_window : Text::refusal_outside_window_unknown;
        case ReasonCode::kEarnsNoCredit:
            return reason.deadline ? Text::rule_earns_no_credit_since : Text::rule_earns_no_credit;
        default:
            return kTexts[static_cast<std::size_t>(reason.code)];
    }
}

[[nodiscard]] std::optional<core::TimeRange> open_on(const State& state, const core::Verdict& verdict,
                                                     core::Date date) {
    if (verdict.offer == nullptr || verdict.rules == nullptr || !state.locations.value) {
        return std::nullopt;
    }
    const core::CalendarIndex days(state.locations.value->calendar, {date, date});
    return core::opening_hours(*verdict.offer, *verdict.rules, days, date);
}

[[nodiscard]] std::string times_per(const State& state, const core::Verdict& verdict) {
    const bool month = verdict.rules != nullptr && verdict.rules->swap.cap &&
                       verdict.rules->swap.cap->per == core::SwapCap::Per::kMonth;
    return std::string{text(state.language, month ? Text::time_this_month : Text::time_this_year)};
}

void add_sentence(std::string& text, std::string_view sentence) {
    if (!sentence.empty() && text.find(sentence) == std::string::npos) {
        text += text.empty() ? "" : " ";
        text += sentence;
    }
}

[[nodiscard]] std::string moment_of(const State& state, const std::optional<core::Instant>& instant) {
    return moment(state.language, instant.value_or(state.now));
}

}  // namespace

std::string explain(const State& state, const core::Reason& reason, const core::Verdict& verdict, core::Date date) {
    const Language language = state.language;
    const std::string_view child =
        verdict.child != nullptr ? std::string_view(verdict.child->first_name) : text(language, Text::family_child);
    const auto open = open_on(state, verdict, date);
    const core::TimeRange hours = open.value_or(core::TimeRange{});
    const int step = std::max(reason.amount, 1);
    const core::TimeOfDay example{0, (hours.start.minutes() / step + 1) * step % core::TimeOfDay(24, 0).minutes()};
    const core::DateRange window = verdict.wanted_window.value_or(core::DateRange{date, date});
    const core::CreditUnit unit =
        reason.code == ReasonCode::kCreditCapped ? verdict.credit_earned.unit : verdict.credit_used.unit;
    return translate(language, text_of(reason, verdict, open.has_value()),
                     {{"child", child},
                      {"what", of_kind(language, Text::verb_1_extra, verdict.kind)},
                      {"moment", moment_of(state, reason.deadline ? reason.deadline : verdict.deadline)},
                      {"day", day_name(language, verdict.last_bookable.value_or(date))},
                      {"name", verdict.closure != nullptr ? std::string_view(verdict.closure->name) : ""},
                      {"start", hours.start.to_string()},
                      {"end", hours.end.to_string()},
                      {"example", example.to_string()},
                      {"duration", duration(language, reason.amount)},
                      {"count", std::to_string(reason.amount)},
                      {"amount", credit(language, {unit, reason.amount})},
                      {"first", day_name(language, window.first)},
                      {"last", day_name(language, window.last)},
                      {"period", times_per(state, verdict)}});
}

core::Reason reason_of(const core::Verdict& verdict, ReasonCode code) {
    const auto* const found = std::find_if(verdict.reasons.begin(), verdict.reasons.end(),
                                           [&](const core::Reason& reason) { return reason.code == code; });
    return found != verdict.reasons.end() ? *found : core::Reason{code, 0, std::nullopt};
}

bool can_be_mended(ReasonCode code) {
    switch (code) {
        case ReasonCode::kEndBeforeStart:
        case ReasonCode::kOutsideOpeningHours:
        case ReasonCode::kNotASlot:
        case ReasonCode::kTooShort:
        case ReasonCode::kNotOnStep:
        case ReasonCode::kLonger:
        case ReasonCode::kShorter:
        case ReasonCode::kNotWholeBlock:
        case ReasonCode::kOverlapsCare:
        case ReasonCode::kPaymentNotOffered:
        case ReasonCode::kNotEnoughCredit:
            return true;
        default:
            return false;
    }
}

std::string deadline_text(const State& state, const core::Verdict& verdict) {
    constexpr std::int64_t kSoon = std::int64_t{48} * 60 * 60;
    if (!verdict.deadline) {
        return {};
    }
    const Language language = state.language;
    std::string words = translate(language, Text::verdict_until,
                                  {{"what", of_kind(language, Text::verb_1_extra, verdict.kind)},
                                   {"moment", moment(language, *verdict.deadline)}});
    const std::int64_t left = verdict.deadline->seconds - state.now.seconds;
    if (left >= 0 && left <= kSoon) {
        add_sentence(words, translate(language, Text::verdict_left, {{"duration", time_left(language, left)}}));
    }
    return words;
}

std::string cost_text(const State& state, const core::Verdict& verdict) {
    const Language language = state.language;
    const std::string used =
        verdict.credit_used.amount > 0
            ? translate(language, Text::way_amount, {{"amount", credit(language, verdict.credit_used)}})
            : std::string{};
    if (verdict.cost.cents == 0) {
        return used.empty() ? std::string{text(language, Text::way_free)} : used;
    }
    const std::string cost = money(language, verdict.cost);
    return used.empty() ? cost : translate(language, Text::duration_and, {{"first", cost}, {"second", used}});
}

std::string credit_text(const State& state, const core::Verdict& verdict) {
    const Language language = state.language;
    if (verdict.credit_used.amount > 0) {
        return translate(language, Text::credit_left,
                         {{"amount", credit(language, {verdict.credit_used.unit, verdict.credit_left})}});
    }
    if (verdict.credit_earned.amount <= 0) {
        return {};
    }
    const std::string amount = credit(language, verdict.credit_earned);
    std::string words = verdict.credit_use_before
                            ? translate(language, Text::credit_earned_until,
                                        {{"amount", amount}, {"day", plain_date(language, *verdict.credit_use_before)}})
                            : translate(language, Text::credit_earned, {{"amount", amount}});
    if (verdict.credit_deadline) {
        add_sentence(words, translate(language, Text::credit_deadline,
                                      {{"moment", moment(language, *verdict.credit_deadline)}}));
    }
    return words;
}

std::string revocation_text(const State& state, const core::Verdict& verdict) {
    using How = core::Revocation::How;
    const Language language = state.language;
    const core::Revocation& revocation = verdict.revocation;
    switch (revocation.how) {
        case How::kNever:
            return std::string{text(language, Text::undo_never)};
        case How::kViaLocation:
            return std::string{text(language, Text::undo_via_location)};
        case How::kAsNewExtra:
            return std::string{text(language, Text::undo_as_extra)};
        case How::kUntilDecided:
            return revocation.until
                       ? translate(language, Text::undo_open_until, {{"moment", moment(language, *revocation.until)}})
                       : std::string{text(language, Text::undo_open)};
        case How::kUntil:
            break;
    }
    std::string words = translate(language, Text::undo_until, {{"moment", moment_of(state, revocation.until)}});
    if (revocation.late != core::Cancellation::Late::kRefused) {
        const bool billed = revocation.late == core::Cancellation::Late::kBilled;
        add_sentence(words, text(language, billed ? Text::undo_late_billed : Text::undo_late_credited));
    }
    return words;
}

std::string decision_text(const State& state, const core::Verdict& verdict) {
    if (!verdict.needs_approval) {
        return std::string{text(state.language, Text::decision_none)};
    }
    return verdict.decision_by ? translate(state.language, Text::decision_by,
                                           {{"moment", moment(state.language, *verdict.decision_by)}})
                               : std::string{text(state.language, Text::decision_open)};
}

std::string withdrawal_text(const State& state, const core::ChangeRequest& request, const core::Verdict& withdrawal) {
    const Language language = state.language;
    std::string words;
    if (loses_something(request, withdrawal)) {
        add_sentence(words, text(language, Text::withdraw_place));
    }
    if (withdrawal.cost.cents > 0) {
        add_sentence(words, translate(language, Text::withdraw_cost, {{"price", money(language, withdrawal.cost)}}));
    }
    if (withdrawal.credit_earned.amount != 0) {
        const bool lost = withdrawal.credit_earned.amount < 0;
        const core::Credit amount{withdrawal.credit_earned.unit,
                                  lost ? -withdrawal.credit_earned.amount : withdrawal.credit_earned.amount};
        add_sentence(words, translate(language, lost ? Text::withdraw_credit_lost : Text::withdraw_credit_back,
                                      {{"amount", credit(language, amount)}}));
    }
    if (withdrawal.deadline) {
        const Text key = withdrawal.cost.cents > 0              ? Text::withdraw_was_free
                         : loses_something(request, withdrawal) ? Text::withdraw_free_until
                                                                : Text::undo_until;
        add_sentence(words, translate(language, key, {{"moment", moment(language, *withdrawal.deadline)}}));
    }
    return words;
}

std::string rule_text(const State& state, const std::vector<core::Verdict>& verdicts, core::Date date) {
    std::string words;
    if (verdicts.empty()) {
        return words;
    }
    const RequestKind kind = verdicts.front().kind;
    if (kind == RequestKind::kAbsence || kind == RequestKind::kSick) {
        add_sentence(words, text(state.language, Text::rule_still_paid));
    }
    for (const core::Verdict& verdict : verdicts) {
        for (const core::Reason& reason : verdict.reasons) {
            if (!core::refuses(reason.code)) {
                add_sentence(words, explain(state, reason, verdict, date));
            }
        }
    }
    const bool alike = std::all_of(verdicts.begin(), verdicts.end(), [&](const core::Verdict& verdict) {
        return verdict.revocation == verdicts.front().revocation;
    });
    if (kind != RequestKind::kSick) {
        add_sentence(words, alike ? revocation_text(state, verdicts.front())
                                  : std::string{text(state.language, Text::undo_each)});
    }
    for (const core::Verdict& verdict : verdicts) {
        if (verdict.rules != nullptr) {
            add_sentence(words, verdict.rules->text);
        }
    }
    return words;
}

std::string_view action_name(Language language, RequestKind kind) {
    return of_kind(language, Text::action_1_extra, kind);
}

std::string_view request_name(Language language, RequestKind kind) {
    return of_kind(language, Text::request_1_extra, kind);
}

}  // namespace portal::app
