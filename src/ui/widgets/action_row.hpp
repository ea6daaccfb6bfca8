#pragma once

#include "ui/core/ui.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace portal::ui {

/// Something that can be done, or why not: an icon, a name and lines about it. All of the row is pressed.
struct ActionRow {
    std::string_view key;
    std::string_view name;
    const char* icon = nullptr;
    std::span<const std::string> lines;
    std::string_view refused;  ///< "kan niet": nothing happens by it, and this says so to who does not see the icon
    std::string_view href;     ///< an address that it leads to; empty for what opens here
    std::optional<Tone> tone;  ///< of the icon, where it means something; else that of actions
};

/// Belongs into a group with the role of a list. True when it was activated.
bool action_row(Ui& ui, Column& column, const ActionRow& row);

}  // namespace portal::ui
