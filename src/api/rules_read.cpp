#include "api/rules_read.hpp"

#include "api/rules_fields.hpp"

#include <algorithm>

namespace portal::api::rules_json {
namespace {

constexpr int kMostCount = 1000;
constexpr int kMostCredit = 1'000'000;
constexpr std::size_t kMostCards = 20;
constexpr std::size_t kMostEarlyClosings = 31;

void read_withdrawal(const JsonNode& section, core::Withdrawal& withdrawal) {
    if (const JsonNode node = section.find("withdrawal")) {
        node.expect_only({"whileOpen", "withinMinutes"});
        read_flag(node, "whileOpen", withdrawal.while_open);
        read_number(node, "withinMinutes", 1, kMostDays * kMinutesOfDay, withdrawal.within_minutes);
    }
}

void read_cancellation(const JsonNode& section, core::Cancellation& cancellation) {
    if (const JsonNode node = section.find("cancellation")) {
        node.expect_only({"freeUntil", "late"});
        read_notice(node, "freeUntil", cancellation.free_until);
        read_choice(node, "late", core::late_cancellation_from, cancellation.late);
    }
}

void read_payment(const JsonNode& section, core::ExtraRules& rules) {
    const JsonNode list = section.find("payment");
    if (!list) {
        return;
    }
    rules.by_invoice = rules.by_credit = rules.by_credit_and_invoice = false;
    list.each([&](const JsonNode& node) {
        bool& offered = [&]() -> bool& {
            switch (node.one_of(core::payment_from)) {
                case core::Payment::kCredit:
                    return rules.by_credit;
                case core::Payment::kCreditAndInvoice:
                    return rules.by_credit_and_invoice;
                case core::Payment::kInvoice:
                    break;
            }
            return rules.by_invoice;
        }();
        if (offered) {
            node.fail("is named twice");
        }
        offered = true;
    });
    if (!rules.by_invoice && !rules.by_credit && !rules.by_credit_and_invoice) {
        list.fail("is empty");
    }
}

core::DateWindow window_of(const JsonNode& node) {
    core::DateWindow window;
    window.kind = node.at("kind").one_of(core::date_window_kind_from);
    window.before = window.after = {};
    switch (window.kind) {
        case core::DateWindow::Kind::kAround:
            node.expect_only({"kind", "before", "after"});
            window.before = period_of(node.at("before"));
            window.after = period_of(node.at("after"));
            break;
        case core::DateWindow::Kind::kSameMonth:
            node.expect_only({"kind", "workingDaysAfter"});
            read_number(node, "workingDaysAfter", 0, 31, window.working_days_after);
            break;
        case core::DateWindow::Kind::kSameWeek:
        case core::DateWindow::Kind::kSameYear:
            node.expect_only({"kind"});
            break;
    }
    return window;
}

core::SwapCap cap_of(const JsonNode& node) {
    node.expect_only({"count", "per", "timesDaysPerWeek", "proRata"});
    core::SwapCap cap;
    cap.count = static_cast<int>(node.at("count").integer(0, kMostCount));
    cap.per = node.at("per").one_of(core::swap_cap_per_from);
    read_flag(node, "timesDaysPerWeek", cap.times_days_per_week);
    read_flag(node, "proRata", cap.pro_rata);
    if (cap.pro_rata && cap.per == core::SwapCap::Per::kMonth) {
        node.find("proRata").fail("has no meaning beside a count per month");
    }
    return cap;
}

core::CreditExpiry expiry_of(const JsonNode& node) {
    core::CreditExpiry expiry;
    expiry.kind = node.at("kind").one_of(core::credit_expiry_kind_from);
    if (expiry.kind == core::CreditExpiry::Kind::kAfter) {
        node.expect_only({"kind", "after"});
        expiry.after = period_of(node.at("after"));
    } else {
        node.expect_only({"kind"});
    }
    return expiry;
}

/// A leap year's days: 29 February exists.
[[nodiscard]] bool is_day_of_year(int month, int day) {
    return core::Date::from_ymd(2024, month, day).has_value();
}

core::EarlyClosing early_closing_of(const JsonNode& node) {
    node.expect_only({"month", "day", "closesAt"});
    core::EarlyClosing closing;
    closing.month = static_cast<int>(node.at("month").integer(1, 12));
    closing.day = static_cast<int>(node.at("day").integer(1, 31));
    closing.closes_at = node.at("closesAt").time();
    if (!is_day_of_year(closing.month, closing.day)) {
        node.at("day").fail("is not a day of that month");
    }
    return closing;
}

}  // namespace

void read_extra(const JsonNode& node, core::ExtraRules& rules) {
    node.expect_only({"offered", "freeTimes", "minimumMinutes", "stepMinutes", "notice", "phoneAfterDeadline",
                      "maxAhead", "payment", "hourlyRate", "billing", "withdrawal", "cancellation", "needsApproval"});
    read_flag(node, "offered", rules.offered);
    read_flag(node, "freeTimes", rules.free_times);
    read_number(node, "minimumMinutes", 0, kMinutesOfDay, rules.minimum_minutes);
    read_number(node, "stepMinutes", 1, kMinutesOfDay, rules.step_minutes);
    read_notice(node, "notice", rules.notice);
    read_flag(node, "phoneAfterDeadline", rules.phone_after_deadline);
    read_limit(node, "maxAhead", rules.max_ahead);
    read_payment(node, rules);
    if (const JsonNode rate = node.find("hourlyRate")) {
        rules.hourly_rate = rate.money();
        if (rules.hourly_rate->cents < 0) {
            rate.at("cents").fail("is below zero");
        }
    }
    read_choice(node, "billing", core::extra_billing_from, rules.billing);
    read_withdrawal(node, rules.withdrawal);
    read_cancellation(node, rules.cancellation);
    read_flag(node, "needsApproval", rules.needs_approval);
}

void read_swap(const JsonNode& node, core::SwapRules& rules) {
    node.expect_only({"offered", "window", "cap", "notice", "sickNotice", "maxAhead", "sameContract", "slotsOnly",
                      "smallerAllowed", "sameDayKind", "notOnContractDays", "specialDaysExcluded", "withdrawal",
                      "cancellation", "needsApproval"});
    read_flag(node, "offered", rules.offered);
    if (const JsonNode window = node.find("window")) {
        rules.window = window_of(window);
    }
    if (const JsonNode cap = node.find("cap")) {
        rules.cap = cap_of(cap);
    }
    read_notice(node, "notice", rules.notice);
    read_notice(node, "sickNotice", rules.sick_notice);
    read_limit(node, "maxAhead", rules.max_ahead);
    read_flag(node, "sameContract", rules.same_contract);
    read_flag(node, "slotsOnly", rules.slots_only);
    read_flag(node, "smallerAllowed", rules.smaller_allowed);
    read_flag(node, "sameDayKind", rules.same_day_kind);
    read_flag(node, "notOnContractDays", rules.not_on_contract_days);
    read_flag(node, "specialDaysExcluded", rules.special_days_excluded);
    read_withdrawal(node, rules.withdrawal);
    read_cancellation(node, rules.cancellation);
    read_flag(node, "needsApproval", rules.needs_approval);
}

void read_absence(const JsonNode& node, core::AbsenceRules& rules) {
    node.expect_only({"offered", "notice", "maxAhead", "creditNotice", "vacationCreditNotice", "wholeBlocksOnly",
                      "undo", "needsApproval"});
    read_flag(node, "offered", rules.offered);
    read_notice(node, "notice", rules.notice);
    read_limit(node, "maxAhead", rules.max_ahead);
    read_notice(node, "creditNotice", rules.credit_notice);
    read_notice(node, "vacationCreditNotice", rules.vacation_credit_notice);
    read_flag(node, "wholeBlocksOnly", rules.whole_blocks_only);
    read_choice(node, "undo", core::absence_undo_from, rules.undo);
    read_flag(node, "needsApproval", rules.needs_approval);
}

void read_sick(const JsonNode& node, core::SickRules& rules) {
    node.expect_only({"creditNotice"});
    read_notice(node, "creditNotice", rules.credit_notice);
}

void read_credit(const JsonNode& node, core::CreditRules& rules) {
    node.expect_only({"enabled", "unit", "longestDayPartMinutes", "pointsPerDay", "pointsPerDayPart", "byLeave",
                      "bySickness", "balanceCap", "yearlyCap", "expiry", "usableDaysBefore"});
    read_flag(node, "enabled", rules.enabled);
    read_choice(node, "unit", core::credit_unit_from, rules.unit);
    if (rules.unit == core::CreditUnit::kStrips) {
        node.find("unit").fail("cannot be strips, which are bought");
    }
    read_number(node, "longestDayPartMinutes", 1, kMinutesOfDay, rules.longest_day_part_minutes);
    read_number(node, "pointsPerDay", 1, kMostCount, rules.points_per_day);
    read_number(node, "pointsPerDayPart", 1, kMostCount, rules.points_per_day_part);
    read_flag(node, "byLeave", rules.by_leave);
    read_flag(node, "bySickness", rules.by_sickness);
    read_number(node, "balanceCap", 0, kMostCredit, rules.balance_cap);
    read_number(node, "yearlyCap", 0, kMostCredit, rules.yearly_cap);
    if (const JsonNode expiry = node.find("expiry")) {
        rules.expiry = expiry_of(expiry);
    }
    read_number(node, "usableDaysBefore", 0, kMostDays, rules.usable_days_before);
}

void read_holidays(const JsonNode& node, core::HolidayRules& rules) {
    node.expect_only({"treatment", "creditedDays"});
    read_choice(node, "treatment", core::holiday_treatment_from, rules.treatment);
    read_number(node, "creditedDays", 0, 31, rules.credited_days);
}

void read_closures(const JsonNode& node, core::ClosureRules& rules) {
    node.expect_only({"invoiced", "earlyClosings"});
    read_flag(node, "invoiced", rules.invoiced);
    if (const JsonNode list = node.find("earlyClosings")) {
        list.expect_at_most(kMostEarlyClosings);
        list.each([&](const JsonNode& item) {
            const core::EarlyClosing closing = early_closing_of(item);
            for (const core::EarlyClosing& other : rules.early_closings) {
                if (other.month == closing.month && other.day == closing.day) {
                    item.fail("is of a day that is named before");
                }
            }
            rules.early_closings.push_back(closing);
        });
    }
}

void read_contract_weeks(const JsonNode& node, core::ContractWeekRules& rules) {
    node.expect_only({"parentsChoose", "surplusInvoiced"});
    read_flag(node, "parentsChoose", rules.parents_choose);
    read_flag(node, "surplusInvoiced", rules.surplus_invoiced);
}

void read_flex(const JsonNode& node, core::FlexRules& rules) {
    node.expect_only({"minimumMinutes", "minimumMinutesBeforeSchool", "requestNotice", "cancelNotice"});
    rules.minimum_minutes = static_cast<int>(node.at("minimumMinutes").integer(0, kMinutesOfDay));
    read_number(node, "minimumMinutesBeforeSchool", 0, kMinutesOfDay, rules.minimum_minutes_before_school);
    rules.request_notice = notice_of(node.at("requestNotice"));
    rules.cancel_notice = notice_of(node.at("cancelNotice"));
}

void read_strip_card(const JsonNode& node, core::StripCardRules& rules) {
    node.expect_only({"stripMinutes", "cardSizes", "validity", "allowanceEligible"});
    rules.strip_minutes = static_cast<int>(node.at("stripMinutes").integer(1, kMinutesOfDay));
    rules.card_sizes.clear();
    const JsonNode sizes = node.at("cardSizes");
    sizes.expect_at_most(kMostCards);
    sizes.each([&](const JsonNode& item) {
        const int size = static_cast<int>(item.integer(1, kMostCount));
        if (std::find(rules.card_sizes.begin(), rules.card_sizes.end(), size) != rules.card_sizes.end()) {
            item.fail("is named twice");
        }
        rules.card_sizes.push_back(size);
    });
    if (rules.card_sizes.empty()) {
        sizes.fail("is empty");
    }
    rules.validity = period_of(node.at("validity"));
    read_flag(node, "allowanceEligible", rules.allowance_eligible);
}

void read_study_days(const JsonNode& node, core::StudyDayRules& rules) {
    node.expect_only({"offered", "minimumSignUps", "onlyExtraHoursBilled"});
    read_flag(node, "offered", rules.offered);
    read_number(node, "minimumSignUps", 0, kMostCount, rules.minimum_sign_ups);
    read_flag(node, "onlyExtraHoursBilled", rules.only_extra_hours_billed);
}

void read_decision(const JsonNode& node, core::DecisionRule& rules) {
    using Kind = core::DecisionRule::Kind;
    rules.kind = node.at("kind").one_of(core::decision_kind_from);
    if (rules.kind == Kind::kWeekBefore) {
        node.expect_only({"kind", "weekday", "until"});
        rules.amount = 0;
        rules.weekday = static_cast<core::Weekday>(node.at("weekday").integer(1, 7) - 1);
    } else {
        node.expect_only({"kind", "amount", "until"});
        const int most = rules.kind == Kind::kMonthBefore ? 31 : kMostDays;
        rules.amount = static_cast<int>(node.at("amount").integer(rules.kind == Kind::kMonthBefore ? 1 : 0, most));
    }
    if (const JsonNode until = node.find("until")) {
        rules.until = until.time();
    }
}

void read_grant_order(const JsonNode& node, core::GrantOrder& order) {
    node.each([&](const JsonNode& item) {
        const core::GrantClass group = item.one_of(core::grant_class_from);
        if (std::find(order.begin(), order.end(), group) != order.end()) {
            item.fail("is named twice");
        }
        order.push_back(group);
    });
}

}  // namespace portal::api::rules_json
