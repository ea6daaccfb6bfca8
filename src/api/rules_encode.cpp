#include "api/rules_codec.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

Json notice(const core::Notice& value) {
    Json json{{"unit", core::to_string(value.unit)}, {"amount", value.amount}};
    if (value.until) {
        json["until"] = value.until->to_string();
    }
    return json;
}

Json period(const core::Period& value) {
    return {{"unit", core::to_string(value.unit)}, {"amount", value.amount}};
}

Json limit(const std::optional<core::Period>& value) {
    return value ? period(*value) : Json{};
}

template <class T, class ToJson>
void put(Json& json, const char* name, const std::optional<T>& value, ToJson to_json) {
    if (value) {
        json[name] = to_json(*value);
    }
}

Json number(int value) {
    return value;
}

Json withdrawal(const core::Withdrawal& value) {
    Json json{{"whileOpen", value.while_open}};
    put(json, "withinMinutes", value.within_minutes, number);
    return json;
}

Json cancellation(const core::Cancellation& value) {
    Json json{{"late", core::to_string(value.late)}};
    put(json, "freeUntil", value.free_until, notice);
    return json;
}

Json extra(const core::ExtraRules& value) {
    Json payment = Json::array();
    for (const auto& [offered, kind] :
         {std::pair{value.by_invoice, core::Payment::kInvoice}, std::pair{value.by_credit, core::Payment::kCredit},
          std::pair{value.by_credit_and_invoice, core::Payment::kCreditAndInvoice}}) {
        if (offered) {
            payment.push_back(core::to_string(kind));
        }
    }
    Json json{{"offered", value.offered},
              {"freeTimes", value.free_times},
              {"minimumMinutes", value.minimum_minutes},
              {"stepMinutes", value.step_minutes},
              {"notice", notice(value.notice)},
              {"phoneAfterDeadline", value.phone_after_deadline},
              {"maxAhead", limit(value.max_ahead)},
              {"payment", payment},
              {"billing", core::to_string(value.billing)},
              {"withdrawal", withdrawal(value.withdrawal)},
              {"cancellation", cancellation(value.cancellation)},
              {"needsApproval", value.needs_approval}};
    if (value.hourly_rate) {
        json["hourlyRate"] = {{"cents", value.hourly_rate->cents}, {"currency", "EUR"}};
    }
    return json;
}

Json window(const core::DateWindow& value) {
    Json json{{"kind", core::to_string(value.kind)}};
    if (value.kind == core::DateWindow::Kind::kAround) {
        json["before"] = period(value.before);
        json["after"] = period(value.after);
    }
    if (value.kind == core::DateWindow::Kind::kSameMonth) {
        json["workingDaysAfter"] = value.working_days_after;
    }
    return json;
}

Json cap(const core::SwapCap& value) {
    return {{"count", value.count},
            {"per", core::to_string(value.per)},
            {"timesDaysPerWeek", value.times_days_per_week},
            {"proRata", value.pro_rata}};
}

Json swap(const core::SwapRules& value) {
    Json json{{"offered", value.offered},
              {"window", window(value.window)},
              {"notice", notice(value.notice)},
              {"maxAhead", limit(value.max_ahead)},
              {"sameContract", value.same_contract},
              {"slotsOnly", value.slots_only},
              {"smallerAllowed", value.smaller_allowed},
              {"sameDayKind", value.same_day_kind},
              {"notOnContractDays", value.not_on_contract_days},
              {"specialDaysExcluded", value.special_days_excluded},
              {"withdrawal", withdrawal(value.withdrawal)},
              {"cancellation", cancellation(value.cancellation)},
              {"needsApproval", value.needs_approval}};
    put(json, "cap", value.cap, cap);
    put(json, "sickNotice", value.sick_notice, notice);
    return json;
}

Json absence(const core::AbsenceRules& value) {
    Json json{{"offered", value.offered},
              {"notice", notice(value.notice)},
              {"maxAhead", limit(value.max_ahead)},
              {"creditNotice", notice(value.credit_notice)},
              {"wholeBlocksOnly", value.whole_blocks_only},
              {"undo", core::to_string(value.undo)},
              {"needsApproval", value.needs_approval}};
    put(json, "vacationCreditNotice", value.vacation_credit_notice, notice);
    return json;
}

Json credit(const core::CreditRules& value) {
    Json expiry{{"kind", core::to_string(value.expiry.kind)}};
    if (value.expiry.kind == core::CreditExpiry::Kind::kAfter) {
        expiry["after"] = period(value.expiry.after);
    }
    Json json{{"enabled", value.enabled},
              {"unit", core::to_string(value.unit)},
              {"longestDayPartMinutes", value.longest_day_part_minutes},
              {"pointsPerDay", value.points_per_day},
              {"pointsPerDayPart", value.points_per_day_part},
              {"byLeave", value.by_leave},
              {"bySickness", value.by_sickness},
              {"expiry", expiry},
              {"usableDaysBefore", value.usable_days_before}};
    put(json, "balanceCap", value.balance_cap, number);
    put(json, "yearlyCap", value.yearly_cap, number);
    return json;
}

Json closures(const core::ClosureRules& value) {
    Json early = Json::array();
    for (const core::EarlyClosing& closing : value.early_closings) {
        early.push_back({{"month", closing.month}, {"day", closing.day}, {"closesAt", closing.closes_at.to_string()}});
    }
    return {{"invoiced", value.invoiced}, {"earlyClosings", early}};
}

Json flex(const core::FlexRules& value) {
    Json json{{"minimumMinutes", value.minimum_minutes},
              {"requestNotice", notice(value.request_notice)},
              {"cancelNotice", notice(value.cancel_notice)}};
    put(json, "minimumMinutesBeforeSchool", value.minimum_minutes_before_school, number);
    return json;
}

Json strip_card(const core::StripCardRules& value) {
    return {{"stripMinutes", value.strip_minutes},
            {"cardSizes", value.card_sizes},
            {"validity", period(value.validity)},
            {"allowanceEligible", value.allowance_eligible}};
}

Json decision(const core::DecisionRule& value) {
    Json json{{"kind", core::to_string(value.kind)}};
    if (value.kind == core::DecisionRule::Kind::kWeekBefore) {
        json["weekday"] = static_cast<int>(value.weekday) + 1;
    } else {
        json["amount"] = value.amount;
    }
    if (value.until) {
        json["until"] = value.until->to_string();
    }
    return json;
}

Json grant_order(const core::GrantOrder& value) {
    Json list = Json::array();
    for (const core::GrantClass group : value) {
        list.push_back(core::to_string(group));
    }
    return list;
}

Json version(const core::CareRules& value) {
    Json json{
        {"id", value.id.value},
        {"locationId", value.location.value},
        {"careType", core::to_string(value.care_type)},
        {"validFrom", value.valid_from.to_string()},
        {"text", value.text},
        {"extra", extra(value.extra)},
        {"swap", swap(value.swap)},
        {"absence", absence(value.absence)},
        {"sick", {{"creditNotice", notice(value.sick.credit_notice)}}},
        {"credit", credit(value.credit)},
        {"holidays",
         {{"treatment", core::to_string(value.holidays.treatment)}, {"creditedDays", value.holidays.credited_days}}},
        {"closures", closures(value.closures)},
        {"contractWeeks",
         {{"parentsChoose", value.contract_weeks.parents_choose},
          {"surplusInvoiced", value.contract_weeks.surplus_invoiced}}},
        {"studyDays",
         {{"offered", value.study_days.offered},
          {"minimumSignUps", value.study_days.minimum_sign_ups},
          {"onlyExtraHoursBilled", value.study_days.only_extra_hours_billed}}},
        {"decision", decision(value.decision)},
        {"grantOrder", grant_order(value.grant_order)}};
    if (value.contract_type) {
        json["contractType"] = value.contract_type->value;
    }
    put(json, "flex", value.flex, flex);
    put(json, "stripCard", value.strip_card, strip_card);
    return json;
}

}  // namespace

std::string encode(const core::RuleBook& book) {
    Json versions = Json::array();
    for (const core::CareRules& rules : book.versions) {
        versions.push_back(version(rules));
    }
    return Json{{"versions", versions}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace portal::api
