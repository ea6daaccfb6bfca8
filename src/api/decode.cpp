#include "api/decoding.hpp"

#include <utility>

namespace portal::api {
namespace {

constexpr std::size_t kEmailLength = 254;  // RFC 5321
constexpr std::size_t kPasswordLength = 1024;
constexpr std::int64_t kWeeksOfYear = 53;

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
    contract.type = read_id<core::ContractTypeId>(node.at("contractType"));
    contract.weeks_per_year = static_cast<int>(node.at("weeksPerYear").integer(1, kWeeksOfYear));
    contract.group = node.at("group").text(kNameLength);
    if (const JsonNode stage = node.find("stage")) {  // what a device has kept since before may have none
        contract.stage = stage.one_of(core::contract_stage_from);
    }
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

core::CareOffer read_offer(const JsonNode& node) {
    core::CareOffer offer;
    offer.location = read_id<core::LocationId>(node.at("locationId"));
    offer.location_name = node.at("name").filled_text(kNameLength);
    offer.care_type = node.at("careType").one_of(core::care_type_from);
    offer.lrk = node.at("lrk").text(kNameLength);
    read_list(node.at("openingHours"), offer.opening_hours, read_opening_hours);
    read_list(node.at("slots"), offer.slots, read_slot);
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

core::SpecialDay read_special_day(const JsonNode& node) {
    core::SpecialDay day;
    day.date = node.at("date").date();
    day.name = node.at("name").text(kNameLength);
    day.kind = node.at("kind").one_of(core::special_day_kind_from);
    if (const JsonNode location = node.find("locationId")) {
        day.location = read_id<core::LocationId>(location);
    }
    return day;
}

core::Locations read_locations(const JsonNode& node) {
    core::Locations locations;
    read_list(node.at("locations"), locations.offers, read_offer);
    read_list(node.at("closures"), locations.calendar.closures, read_closure);
    read_list(node.at("schoolHolidays"), locations.calendar.school_holidays, read_school_holiday);
    read_list(node.at("specialDays"), locations.calendar.special_days, read_special_day);
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

Credentials read_credentials(const JsonNode& node) {
    return {node.at("email").filled_text(kEmailLength), node.at("password").filled_text(kPasswordLength)};
}

Account read_account(const JsonNode& node) {
    Account account{read_id<core::GuardianId>(node.at("guardianId")), node.at("name").text(2 * kNameLength + 1),
                    node.at("email").text(kEmailLength), node.at("organisation").text(kNameLength)};
    if (const JsonNode seen = node.find("decisionsSeenAt")) {
        account.decisions_seen_at = seen.instant();
    }
    return account;
}

Notice read_notice(const JsonNode& node) {
    Notice notice;
    notice.id = node.at("id").id();
    notice.title = node.at("title").filled_text(kNameLength);
    notice.text = node.at("text").text();
    notice.published_at = node.at("publishedAt").instant();
    if (const JsonNode until = node.find("until")) {
        notice.until = until.date();
    }
    return notice;
}

std::vector<Notice> read_notices(const JsonNode& node) {
    std::vector<Notice> notices;
    read_list(node.at("notices"), notices, read_notice);
    return notices;
}

Revisions read_revisions(const JsonNode& node) {
    return {node.at("changeRequests").id(), node.at("changes").id()};
}

core::Instant read_decisions_seen(const JsonNode& node) {
    return node.at("until").instant();
}

}  // namespace

Decoded<Credentials> decode_credentials(std::string_view json) {
    return decode(json, read_credentials);
}

Decoded<Account> decode_account(std::string_view json) {
    return decode(json, read_account);
}

Decoded<std::vector<Notice>> decode_notices(std::string_view json) {
    return decode(json, read_notices);
}

Decoded<core::Instant> decode_decisions_seen(std::string_view json) {
    return decode(json, read_decisions_seen);
}

Decoded<Revisions> decode_revisions(std::string_view json) {
    return decode(json, read_revisions);
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

}  // namespace portal::api
