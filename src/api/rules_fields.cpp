#include "api/rules_fields.hpp"

namespace portal::api::rules_json {

void read_flag(const JsonNode& node, std::string_view name, bool& value) {
    if (const JsonNode member = node.find(name)) {
        value = member.boolean();
    }
}

void read_number(const JsonNode& node, std::string_view name, int least, int most, int& value) {
    if (const JsonNode member = node.find(name)) {
        value = static_cast<int>(member.integer(least, most));
    }
}

void read_number(const JsonNode& node, std::string_view name, int least, int most, std::optional<int>& value) {
    if (const JsonNode member = node.find(name)) {
        value = static_cast<int>(member.integer(least, most));
    }
}

core::Notice notice_of(const JsonNode& node) {
    node.expect_only({"unit", "amount", "until"});
    core::Notice notice;
    notice.unit = node.at("unit").one_of(core::notice_unit_from);
    notice.amount = static_cast<int>(node.at("amount").integer(0, kMostDays));
    if (const JsonNode until = node.find("until")) {
        notice.until = until.time();
        if (notice.unit == core::Notice::Unit::kHours) {
            until.fail("has no meaning beside hours");
        }
    }
    return notice;
}

void read_notice(const JsonNode& node, std::string_view name, core::Notice& value) {
    if (const JsonNode member = node.find(name)) {
        value = notice_of(member);
    }
}

void read_notice(const JsonNode& node, std::string_view name, std::optional<core::Notice>& value) {
    if (const JsonNode member = node.find(name)) {
        value = notice_of(member);
    }
}

core::Period period_of(const JsonNode& node) {
    node.expect_only({"unit", "amount"});
    core::Period period;
    period.unit = node.at("unit").one_of(core::period_unit_from);
    const bool months = period.unit == core::Period::Unit::kMonths;
    const int most = months ? kMostMonths : period.unit == core::Period::Unit::kWeeks ? kMostDays / 7 : kMostDays;
    period.amount = static_cast<int>(node.at("amount").integer(0, most));
    return period;
}

void read_limit(const JsonNode& node, std::string_view name, std::optional<core::Period>& value) {
    if (node.is_null(name)) {
        value.reset();
    } else if (const JsonNode member = node.find(name)) {
        value = period_of(member);
    }
}

}  // namespace portal::api::rules_json
