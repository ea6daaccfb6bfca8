#pragma once

#include "api/json_reader.hpp"
#include "core/notice.hpp"

#include <optional>

/// The kinds of members that rules are made of. A member that is left out keeps its default. Only for the rules'
/// decoder.
namespace portal::api::rules_json {

inline constexpr int kMostDays = 3650;
inline constexpr int kMostMonths = 120;
inline constexpr int kMinutesOfDay = 24 * 60;

void read_flag(const JsonNode& node, std::string_view name, bool& value);
void read_number(const JsonNode& node, std::string_view name, int least, int most, int& value);

/// Null and absence both mean none.
void read_number(const JsonNode& node, std::string_view name, int least, int most, std::optional<int>& value);

template <class Enum>
void read_choice(const JsonNode& node, std::string_view name, std::optional<Enum> (*parse)(std::string_view),
                 Enum& value) {
    if (const JsonNode member = node.find(name)) {
        value = member.one_of(parse);
    }
}

[[nodiscard]] core::Notice notice_of(const JsonNode& node);
void read_notice(const JsonNode& node, std::string_view name, core::Notice& value);
void read_notice(const JsonNode& node, std::string_view name, std::optional<core::Notice>& value);

[[nodiscard]] core::Period period_of(const JsonNode& node);

/// Null means that there is no limit.
void read_limit(const JsonNode& node, std::string_view name, std::optional<core::Period>& value);

}  // namespace portal::api::rules_json
