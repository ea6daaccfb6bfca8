#pragma once

#include "core/date.hpp"
#include "core/request_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::app {

/// The bar of the portal: Stamgegevens, Wijziging aanvragen, Logboek. Below Wijziging aanvragen: Tegoed.
enum class Screen : std::uint8_t { kFamily, kChanges, kLog, kCredit };

/// Where in the portal a parent is: what the address bar shows, and nothing besides. Paths:
/// "/stamgegevens", "/wijziging/2026-11", "/wijziging/2026-11-25", "/logboek", "/tegoed", and for forms
/// "/wijziging/2026-11-25/extra", "…/ruilen", "…/afmelden", "…/ziek".
struct Route {
    Screen screen = Screen::kChanges;
    core::Month month;                      ///< kChanges
    std::optional<core::Date> day;          ///< kChanges: the chosen day, in `month`
    std::optional<core::RequestKind> form;  ///< kChanges: the form for this change of `day` is open

    friend bool operator==(const Route&, const Route&) = default;
};

/// Nothing for an unknown path. "/" and "/wijziging" are the month of `today`.
[[nodiscard]] std::optional<Route> parse_route(std::string_view path, core::Date today);

[[nodiscard]] std::string to_path(const Route& route);

}  // namespace portal::app
