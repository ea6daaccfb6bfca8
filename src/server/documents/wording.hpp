#pragma once

#include "core/date.hpp"
#include "core/family.hpp"
#include "core/money.hpp"
#include "core/month_sums.hpp"
#include "core/monthly_cost.hpp"
#include "server/documents/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Figures and days in words.
namespace portal::server::documents {

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

[[nodiscard]] std::string with(Language language, Text key, const Parameters& parameters);

/// The text of "month.11" and the like; the program's own keys, so there is one.
[[nodiscard]] std::string named(Language language, std::string_view group, std::string_view name);

/// "€ 1.234,56"
[[nodiscard]] std::string euros(Language language, core::Money money);

/// Hours with two decimals, "47,67".
[[nodiscard]] std::string hours(Language language, std::int64_t minutes);

/// The same without decimals that say nothing, "11" or "27,5".
[[nodiscard]] std::string short_hours(Language language, std::int64_t minutes);

/// "23 november 2026"
[[nodiscard]] std::string day(Language language, core::Date date);
[[nodiscard]] std::string month(Language language, core::Month month);
[[nodiscard]] std::string weekday(Language language, core::Weekday weekday);
[[nodiscard]] std::string care(Language language, core::CareType type);
[[nodiscard]] std::string usage(Language language, core::SumKind kind);

/// "11 uur × € 6,42 × 52 weken ÷ 12"; empty for flexible care.
[[nodiscard]] std::string formula(Language language, const core::MonthlyCost& cost);

/// As the end of a file's name: letters, digits, '.', '_' and '-' only.
[[nodiscard]] std::string file_name(const std::string& name, std::string_view extension);

}  // namespace portal::server::documents
