#include "api/codec.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

/// Text that is not UTF-8 becomes replacement characters, never a failure.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T, class ToJson>
Json list_of(const std::vector<T>& values, ToJson to_json) {
    Json list = Json::array();
    for (const T& value : values) {
        list.push_back(to_json(value));
    }
    return list;
}

int number_of(core::Weekday weekday) {
    return static_cast<int>(weekday) + 1;
}

Json money(core::Money value) {
    return {{"cents", value.cents}, {"currency", "EUR"}};
}

void put_times(Json& json, const core::TimeRange& time) {
    json["start"] = time.start.to_string();
    json["end"] = time.end.to_string();
}

Json child(const core::Child& value) {
    return {{"id", value.id.value},
            {"firstName", value.first_name},
            {"lastName", value.last_name},
            {"birthDate", value.birth_date.to_string()}};
}

Json guardian(const core::Guardian& value) {
    return {{"id", value.id.value}, {"firstName", value.first_name}, {"lastName", value.last_name},
            {"email", value.email}, {"phone", value.phone},          {"pays", value.pays}};
}

/// Care moments and opening hours: a weekday, times, and the kind of days meant.
template <class Weekly>
Json weekly(const Weekly& value) {
    Json json{{"weekday", number_of(value.weekday)}, {"days", core::to_string(value.days)}};
    put_times(json, value.time);
    return json;
}

Json contract(const core::PlacementContract& value) {
    Json json{{"id", value.id.value},
              {"number", value.number},
              {"childId", value.child.value},
              {"locationId", value.location.value},
              {"careType", core::to_string(value.care_type)},
              {"contractType", value.type.value},
              {"weeksPerYear", value.weeks_per_year},
              {"group", value.group},
              {"stage", core::to_string(value.stage)},
              {"start", value.start.to_string()},
              {"hourlyRate", money(value.hourly_rate)},
              {"week", list_of(value.week, weekly<core::CareMoment>)}};
    if (value.end) {
        json["end"] = value.end->to_string();
    }
    return json;
}

Json slot(const core::Slot& value) {
    Json json = weekly(value);
    json["name"] = value.name;
    return json;
}

Json offer(const core::CareOffer& value) {
    return {{"locationId", value.location.value},
            {"name", value.location_name},
            {"careType", core::to_string(value.care_type)},
            {"lrk", value.lrk},
            {"openingHours", list_of(value.opening_hours, weekly<core::OpeningHours>)},
            {"slots", list_of(value.slots, slot)}};
}

Json closure(const core::Closure& value) {
    Json json{{"date", value.date.to_string()}, {"name", value.name}, {"kind", core::to_string(value.kind)}};
    if (value.location) {
        json["locationId"] = value.location->value;
    }
    return json;
}

Json school_holiday(const core::SchoolHoliday& value) {
    return {{"name", value.name}, {"first", value.first.to_string()}, {"last", value.last.to_string()}};
}

Json special_day(const core::SpecialDay& value) {
    Json json{{"date", value.date.to_string()}, {"name", value.name}, {"kind", core::to_string(value.kind)}};
    if (value.location) {
        json["locationId"] = value.location->value;
    }
    return json;
}

Json block(const core::CareBlock& value) {
    Json json{{"childId", value.child.value},
              {"date", value.date.to_string()},
              {"state", core::to_string(value.state)},
              {"locationId", value.location.value},
              {"careType", core::to_string(value.care_type)}};
    put_times(json, value.time);
    if (value.request) {
        json["requestId"] = value.request->value;
    }
    return json;
}

void put_moment(Json& json, const char* name, const std::optional<core::Instant>& value) {
    if (value) {
        json[name] = value->to_string();
    }
}

void put_date(Json& json, const char* name, const std::optional<core::Date>& value) {
    if (value) {
        json[name] = value->to_string();
    }
}

Json credit(const core::Credit& value) {
    return {{"unit", core::to_string(value.unit)}, {"amount", value.amount}};
}

/// What wishes and requests have in common; both have the same members.
template <class Change>
Json change(const Change& value) {
    Json json{{"kind", core::to_string(value.kind)}, {"childId", value.child.value}, {"date", value.date.to_string()}};
    if (value.kind != core::RequestKind::kSick) {
        put_times(json, value.time);
    }
    if (value.kind == core::RequestKind::kSwap && value.given) {
        json["given"] = {{"date", value.given->date.to_string()}};
        put_times(json["given"], value.given->time);
    }
    if (value.kind == core::RequestKind::kSick) {
        put_date(json, "lastDate", value.last);
    }
    if (value.kind == core::RequestKind::kAbsence) {
        json["reason"] = core::to_string(value.reason);
    }
    if (value.kind == core::RequestKind::kExtra) {
        json["payment"] = core::to_string(value.payment);
    }
    return json;
}

Json change_request(const core::ChangeRequest& value) {
    Json json = change(value);
    json["id"] = value.id.value;
    json["locationId"] = value.location.value;
    json["careType"] = core::to_string(value.care_type);
    json["state"] = core::to_string(value.state);
    json["price"] = money(value.price);
    json["submittedAt"] = value.submitted_at.to_string();
    put_moment(json, "writtenAt", value.written_at);
    json["submittedBy"] = value.submitted_by;
    json["ruleText"] = value.rule_text;
    if (value.credit_used.amount != 0) {
        json["creditUsed"] = credit(value.credit_used);
    }
    if (!value.rule_version.empty()) {
        json["ruleVersion"] = value.rule_version.value;
    }
    put_moment(json, "decidedAt", value.decided_at);
    put_moment(json, "withdrawnAt", value.withdrawn_at);
    put_moment(json, "withdrawalWrittenAt", value.withdrawal_written_at);
    put_moment(json, "expiredAt", value.expired_at);
    put_moment(json, "recoveredAt", value.recovered_at);
    if (!value.decision_reason.empty()) {
        json["decisionReason"] = value.decision_reason;
    }
    return json;
}

Json new_request(const NewRequest& value) {
    Json json = change(value.wish);
    json["ruleText"] = value.rule_text;
    if (!value.rule_version.empty()) {
        json["ruleVersion"] = value.rule_version.value;
    }
    return json;
}

Json posting(const core::Posting& value) {
    Json json{{"account", core::to_string(value.account)}, {"amount", value.amount}};
    if (value.account == core::LedgerAccount::kBalance) {
        json["lot"] = value.lot;
    }
    return json;
}

Json credit_entry(const core::CreditEntry& value) {
    Json json{{"number", value.number},
              {"kind", core::to_string(value.kind)},
              {"date", value.date.to_string()},
              {"unit", core::to_string(value.unit)},
              {"postings", list_of(value.postings, posting)}};
    if (value.request) {
        json["requestId"] = value.request->value;
    }
    if (value.opens) {
        json["opens"] = {{"earnedFor", value.opens->earned_for.to_string()},
                         {"usableFrom", value.opens->usable_from.to_string()}};
        put_date(json["opens"], "useBefore", value.opens->use_before);
    }
    if (!value.note.empty()) {
        json["note"] = value.note;
    }
    return json;
}

Json ledger(const core::CreditLedger& value) {
    return {{"childId", value.child.value},
            {"accountedUntil", value.accounted_until.to_string()},
            {"entries", list_of(value.entries, credit_entry)}};
}

Json notice(const Notice& value) {
    Json json{{"id", value.id},
              {"title", value.title},
              {"text", value.text},
              {"publishedAt", value.published_at.to_string()}};
    put_date(json, "until", value.until);
    return json;
}

Json problem_item(const ProblemItem& value) {
    Json json{{"index", value.index}, {"code", value.code}, {"detail", value.detail}};
    if (!value.field.empty()) {
        json["field"] = value.field;
    }
    return json;
}

}  // namespace

std::string encode(const Credentials& credentials) {
    return text_of({{"email", credentials.email}, {"password", credentials.password}});
}

std::string encode(const Account& account) {
    Json json{{"guardianId", account.guardian.value},
              {"name", account.name},
              {"email", account.email},
              {"organisation", account.organisation}};
    put_moment(json, "decisionsSeenAt", account.decisions_seen_at);
    return text_of(json);
}

std::string encode(const std::vector<Notice>& notices) {
    return text_of({{"notices", list_of(notices, notice)}});
}

std::string encode_decisions_seen(core::Instant until) {
    return text_of({{"until", until.to_string()}});
}

std::string encode(const Revisions& revisions) {
    return text_of({{"changeRequests", revisions.requests}, {"changes", revisions.changes}});
}

std::string encode(const core::Family& family) {
    return text_of({{"children", list_of(family.children, child)},
                    {"guardians", list_of(family.guardians, guardian)},
                    {"contracts", list_of(family.contracts, contract)}});
}

std::string encode(const core::Locations& locations) {
    return text_of({{"locations", list_of(locations.offers, offer)},
                    {"closures", list_of(locations.calendar.closures, closure)},
                    {"schoolHolidays", list_of(locations.calendar.school_holidays, school_holiday)},
                    {"specialDays", list_of(locations.calendar.special_days, special_day)}});
}

std::string encode(const Occupancy& occupancy) {
    return text_of({{"from", occupancy.from.to_string()},
                    {"to", occupancy.to.to_string()},
                    {"blocks", list_of(occupancy.blocks, block)}});
}

std::string encode(const Submission& submission) {
    return text_of({{"wishes", list_of(submission.wishes, new_request)}});
}

std::string encode_recovery(core::Date last_day) {
    return text_of({{"lastDate", last_day.to_string()}});
}

std::string encode(const CreditOverview& overview) {
    return text_of({{"ledgers", list_of(overview.ledgers, ledger)}});
}

std::string encode(const core::ChangeRequest& request) {
    return text_of(change_request(request));
}

std::string encode(const std::vector<core::ChangeRequest>& requests) {
    return text_of({{"requests", list_of(requests, change_request)}});
}

std::string encode(const Problem& problem) {
    Json json{{"type", "urn:ouderlogin:problem:" + problem.code},
              {"title", problem.title},
              {"status", problem.status},
              {"code", problem.code},
              {"detail", problem.detail}};
    if (!problem.field.empty()) {
        json["field"] = problem.field;
    }
    if (!problem.request_id.empty()) {
        json["requestId"] = problem.request_id;
    }
    if (!problem.errors.empty()) {
        json["errors"] = list_of(problem.errors, problem_item);
    }
    return text_of(json);
}

}  // namespace portal::api
