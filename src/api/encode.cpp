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
              {"group", value.group},
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

Json extra_care(const core::ExtraCareRules& value) {
    Json notice{{"unit", core::to_string(value.notice.unit)}, {"amount", value.notice.amount}};
    if (value.notice.until) {
        notice["until"] = value.notice.until->to_string();
    }
    Json json{{"offered", value.offered},
              {"freeTimes", value.free_times},
              {"minimumMinutes", value.minimum_minutes},
              {"stepMinutes", value.step_minutes},
              {"notice", notice},
              {"maxDaysAhead", value.max_days_ahead}};
    if (value.hourly_rate) {
        json["hourlyRate"] = money(*value.hourly_rate);
    }
    return json;
}

Json offer(const core::CareOffer& value) {
    return {{"locationId", value.location.value},
            {"name", value.location_name},
            {"careType", core::to_string(value.care_type)},
            {"lrk", value.lrk},
            {"openingHours", list_of(value.opening_hours, weekly<core::OpeningHours>)},
            {"slots", list_of(value.slots, slot)},
            {"extraCare", extra_care(value.extra_care)}};
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

Json change_request(const core::ChangeRequest& value) {
    Json json{{"id", value.id.value},
              {"kind", "extra"},
              {"childId", value.child.value},
              {"locationId", value.location.value},
              {"careType", core::to_string(value.care_type)},
              {"date", value.date.to_string()},
              {"state", core::to_string(value.state)},
              {"price", money(value.price)},
              {"submittedAt", value.submitted_at.to_string()},
              {"submittedBy", value.submitted_by},
              {"ruleText", value.rule_text}};
    put_times(json, value.time);
    if (value.decided_at) {
        json["decidedAt"] = value.decided_at->to_string();
    }
    if (!value.decision_reason.empty()) {
        json["decisionReason"] = value.decision_reason;
    }
    return json;
}

}  // namespace

std::string encode(const Credentials& credentials) {
    return text_of({{"email", credentials.email}, {"password", credentials.password}});
}

std::string encode(const Account& account) {
    return text_of({{"guardianId", account.guardian.value},
                    {"name", account.name},
                    {"email", account.email},
                    {"organisation", account.organisation}});
}

std::string encode(const core::Family& family) {
    return text_of({{"children", list_of(family.children, child)},
                    {"guardians", list_of(family.guardians, guardian)},
                    {"contracts", list_of(family.contracts, contract)}});
}

std::string encode(const core::Locations& locations) {
    return text_of({{"locations", list_of(locations.offers, offer)},
                    {"closures", list_of(locations.calendar.closures, closure)},
                    {"schoolHolidays", list_of(locations.calendar.school_holidays, school_holiday)}});
}

std::string encode(const Occupancy& occupancy) {
    return text_of({{"from", occupancy.from.to_string()},
                    {"to", occupancy.to.to_string()},
                    {"blocks", list_of(occupancy.blocks, block)}});
}

std::string encode(const NewExtraCare& request) {
    Json json{{"kind", "extra"},
              {"childId", request.wish.child.value},
              {"date", request.wish.date.to_string()},
              {"ruleText", request.rule_text}};
    put_times(json, request.wish.time);
    return text_of(json);
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
    return text_of(json);
}

}  // namespace portal::api
