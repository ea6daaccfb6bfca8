#include "api/codec.hpp"
#include "api/json_reader.hpp"

#include <utility>

namespace portal::api {
namespace {

constexpr std::size_t kNameLength = 200;
constexpr std::size_t kEmailLength = 254;  // RFC 5321
constexpr std::size_t kPasswordLength = 1024;
constexpr std::int64_t kMostDaysAhead = 3650;
constexpr std::int64_t kMinutesOfDay = 24 * 60;

template <class T>
Decoded<T> finish(const JsonDocument& document, T&& value) {
    if (document.failed()) {
        return {std::nullopt, {document.error_path(), document.error_detail()}};
    }
    return {std::forward<T>(value), {}};
}

/// Decodes a whole text with a function that reads one value.
template <class T>
Decoded<T> decode(std::string_view json, T (*read)(const JsonNode&)) {
    const JsonDocument document{json};
    return finish(document, read(document.root()));
}

template <class T>
void read_list(const JsonNode& list, std::vector<T>& values, T (*read)(const JsonNode&)) {
    list.each([&](const JsonNode& item) { values.push_back(read(item)); });
}

template <class Id>
Id read_id(const JsonNode& node) {
    return Id{node.id()};
}

core::Weekday read_weekday(const JsonNode& node) {
    return static_cast<core::Weekday>(node.integer(1, 7) - 1);
}

core::Child read_child(const JsonNode& node) {
    return {read_id<core::ChildId>(node.at("id")), node.at("firstName").filled_text(kNameLength),
            node.at("lastName").filled_text(kNameLength), node.at("birthDate").date()};
}

core::Guardian read_guardian(const JsonNode& node) {
    return {read_id<core::GuardianId>(node.at("id")),     node.at("firstName").filled_text(kNameLength),
            node.at("lastName").filled_text(kNameLength), node.at("email").text(kEmailLength),
            node.at("phone").text(kNameLength),           node.at("pays").boolean()};
}

core::CareMoment read_moment(const JsonNode& node) {
    return {read_weekday(node.at("weekday")), node.time_range(), node.at("days").one_of(core::day_kind_from)};
}

core::PlacementContract read_contract(const JsonNode& node) {
    core::PlacementContract contract;
    contract.id = read_id<core::ContractId>(node.at("id"));
    contract.number = node.at("number").text(kNameLength);
    contract.child = read_id<core::ChildId>(node.at("childId"));
    contract.location = read_id<core::LocationId>(node.at("locationId"));
    contract.care_type = node.at("careType").one_of(core::care_type_from);
    contract.group = node.at("group").text(kNameLength);
    contract.start = node.at("start").date();
    if (const JsonNode end = node.find("end")) {
        contract.end = end.date();
        if (*contract.end < contract.start) {
            end.fail("is before the start");
        }
    }
    contract.hourly_rate = node.at("hourlyRate").money();
    read_list(node.at("week"), contract.week, read_moment);
    return contract;
}

core::Family read_family(const JsonNode& node) {
    core::Family family;
    read_list(node.at("children"), family.children, read_child);
    read_list(node.at("guardians"), family.guardians, read_guardian);
    read_list(node.at("contracts"), family.contracts, read_contract);
    return family;
}

core::OpeningHours read_opening_hours(const JsonNode& node) {
    return {read_weekday(node.at("weekday")), node.time_range(), node.at("days").one_of(core::day_kind_from)};
}

core::Slot read_slot(const JsonNode& node) {
    return {node.at("name").filled_text(kNameLength), read_weekday(node.at("weekday")), node.time_range(),
            node.at("days").one_of(core::day_kind_from)};
}

core::Notice read_notice(const JsonNode& node) {
    core::Notice notice;
    notice.unit = node.at("unit").one_of(core::notice_unit_from);
    notice.amount = static_cast<int>(node.at("amount").integer(0, kMostDaysAhead));
    if (const JsonNode until = node.find("until")) {
        notice.until = until.time();
    }
    return notice;
}

core::ExtraCareRules read_extra_care(const JsonNode& node) {
    core::ExtraCareRules rules;
    rules.offered = node.at("offered").boolean();
    rules.free_times = node.at("freeTimes").boolean();
    rules.minimum_minutes = static_cast<int>(node.at("minimumMinutes").integer(0, kMinutesOfDay));
    rules.step_minutes = static_cast<int>(node.at("stepMinutes").integer(1, kMinutesOfDay));
    rules.notice = read_notice(node.at("notice"));
    rules.max_days_ahead = static_cast<int>(node.at("maxDaysAhead").integer(0, kMostDaysAhead));
    if (const JsonNode rate = node.find("hourlyRate")) {
        rules.hourly_rate = rate.money();
    }
    return rules;
}

core::CareOffer read_offer(const JsonNode& node) {
    core::CareOffer offer;
    offer.location = read_id<core::LocationId>(node.at("locationId"));
    offer.location_name = node.at("name").filled_text(kNameLength);
    offer.care_type = node.at("careType").one_of(core::care_type_from);
    offer.lrk = node.at("lrk").text(kNameLength);
    read_list(node.at("openingHours"), offer.opening_hours, read_opening_hours);
    read_list(node.at("slots"), offer.slots, read_slot);
    offer.extra_care = read_extra_care(node.at("extraCare"));
    return offer;
}

core::Closure read_closure(const JsonNode& node) {
    core::Closure closure;
    closure.date = node.at("date").date();
    closure.name = node.at("name").text(kNameLength);
    closure.kind = node.at("kind").one_of(core::closure_kind_from);
    if (const JsonNode location = node.find("locationId")) {
        closure.location = read_id<core::LocationId>(location);
    }
    return closure;
}

core::SchoolHoliday read_school_holiday(const JsonNode& node) {
    core::SchoolHoliday holiday{node.at("name").text(kNameLength), node.at("first").date(), node.at("last").date()};
    if (holiday.last < holiday.first) {
        node.fail("ends before it begins");
    }
    return holiday;
}

core::Locations read_locations(const JsonNode& node) {
    core::Locations locations;
    read_list(node.at("locations"), locations.offers, read_offer);
    read_list(node.at("closures"), locations.calendar.closures, read_closure);
    read_list(node.at("schoolHolidays"), locations.calendar.school_holidays, read_school_holiday);
    return locations;
}

core::CareBlock read_block(const JsonNode& node) {
    core::CareBlock block;
    block.child = read_id<core::ChildId>(node.at("childId"));
    block.date = node.at("date").date();
    block.time = node.time_range();
    block.state = node.at("state").one_of(core::care_state_from);
    block.location = read_id<core::LocationId>(node.at("locationId"));
    block.care_type = node.at("careType").one_of(core::care_type_from);
    if (const JsonNode request = node.find("requestId")) {
        block.request = read_id<core::RequestId>(request);
    }
    return block;
}

Occupancy read_occupancy(const JsonNode& node) {
    Occupancy occupancy{node.at("from").date(), node.at("to").date(), {}};
    read_list(node.at("blocks"), occupancy.blocks, read_block);
    return occupancy;
}

void expect_extra(const JsonNode& node) {
    const JsonNode kind = node.at("kind");
    if (kind.text() != "extra") {
        kind.fail("is not one of the known values");
    }
}

NewExtraCare read_new_extra_care(const JsonNode& node) {
    expect_extra(node);
    NewExtraCare request;
    request.wish.child = read_id<core::ChildId>(node.at("childId"));
    request.wish.date = node.at("date").date();
    // Which of the two is later is a rule of care, not of the format: it is refused with its own code.
    request.wish.time = node.start_and_end();
    request.rule_text = node.at("ruleText").filled_text();
    return request;
}

core::ChangeRequest read_change_request(const JsonNode& node) {
    expect_extra(node);
    core::ChangeRequest request;
    request.id = read_id<core::RequestId>(node.at("id"));
    request.child = read_id<core::ChildId>(node.at("childId"));
    request.location = read_id<core::LocationId>(node.at("locationId"));
    request.care_type = node.at("careType").one_of(core::care_type_from);
    request.date = node.at("date").date();
    request.time = node.time_range();
    request.state = node.at("state").one_of(core::request_state_from);
    request.price = node.at("price").money();
    request.submitted_at = node.at("submittedAt").instant();
    request.submitted_by = node.at("submittedBy").text(2 * kNameLength + 1);
    request.rule_text = node.at("ruleText").text();
    if (const JsonNode decided = node.find("decidedAt")) {
        request.decided_at = decided.instant();
    }
    if (const JsonNode reason = node.find("decisionReason")) {
        request.decision_reason = reason.text();
    }
    return request;
}

std::vector<core::ChangeRequest> read_change_requests(const JsonNode& node) {
    std::vector<core::ChangeRequest> requests;
    read_list(node.at("requests"), requests, read_change_request);
    return requests;
}

Credentials read_credentials(const JsonNode& node) {
    return {node.at("email").filled_text(kEmailLength), node.at("password").filled_text(kPasswordLength)};
}

Account read_account(const JsonNode& node) {
    return {read_id<core::GuardianId>(node.at("guardianId")), node.at("name").text(2 * kNameLength + 1),
            node.at("email").text(kEmailLength), node.at("organisation").text(kNameLength)};
}

std::string read_optional_text(const JsonNode& node) {
    return node ? node.text() : std::string{};
}

Problem read_problem(const JsonNode& node) {
    return {static_cast<int>(node.at("status").integer(400, 599)),
            node.at("code").filled_text(kNameLength),
            read_optional_text(node.find("title")),
            read_optional_text(node.find("detail")),
            read_optional_text(node.find("field")),
            read_optional_text(node.find("requestId"))};
}

}  // namespace

Decoded<Credentials> decode_credentials(std::string_view json) {
    return decode(json, read_credentials);
}

Decoded<Account> decode_account(std::string_view json) {
    return decode(json, read_account);
}

Decoded<core::Family> decode_family(std::string_view json) {
    return decode(json, read_family);
}

Decoded<core::Locations> decode_locations(std::string_view json) {
    return decode(json, read_locations);
}

Decoded<Occupancy> decode_occupancy(std::string_view json) {
    return decode(json, read_occupancy);
}

Decoded<NewExtraCare> decode_new_extra_care(std::string_view json) {
    return decode(json, read_new_extra_care);
}

Decoded<core::ChangeRequest> decode_change_request(std::string_view json) {
    return decode(json, read_change_request);
}

Decoded<std::vector<core::ChangeRequest>> decode_change_requests(std::string_view json) {
    return decode(json, read_change_requests);
}

Decoded<Problem> decode_problem(std::string_view json) {
    return decode(json, read_problem);
}

}  // namespace portal::api
