#pragma once

#include "ui/core/ui.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace portal::ui {

/// A screen that the bars lead to.
struct NavigationItem {
    std::string_view key;
    std::string_view label;
    std::string_view short_label;  ///< under the icon at the bottom of a phone
    const char* icon = nullptr;
    std::string href;
    bool current = false;
    std::size_t news = 0;  ///< what waits there to be read
};

struct AppBar {
    std::string_view brand;
    std::string_view home_label;  ///< what the sign and the brand lead to
    std::string home_href;
    std::string_view title;  ///< of the screen; the bar shows it on a phone
    std::string_view account_name;
    std::string account_label;  ///< what the avatar's button is called
    bool account_open = false;
    std::span<const NavigationItem> items;
};

struct NavigationResult {
    std::optional<std::size_t> followed;  ///< position of the item
    bool home_followed = false;
    bool account_pressed = false;
};

/// The bar at the top; on larger screens with the items in it.
NavigationResult app_bar(Ui& ui, const AppBar& bar);

/// The items at the bottom edge of a phone. Returns the position of the one that was followed.
std::optional<std::size_t> bottom_bar(Ui& ui, std::span<const NavigationItem> items, std::string_view name);

/// The id of the screen's title where the bar shows it.
inline constexpr std::string_view kTitleKey = "screen-title";

[[nodiscard]] float app_bar_height(const Ui& ui);
/// 0 where there is none.
[[nodiscard]] float bottom_bar_height(const Ui& ui);

/// The portal's sign: a sprout on a rounded square. Paint only.
void logo(Ui& ui, const Rect& square);

}  // namespace portal::ui
