#pragma once

#include "ui/core/ui.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace portal::ui {

/// A state in a word, as `badge` draws it.
struct RowBadge {
    Tone tone;
    const char* icon = nullptr;
    std::string_view label;
};

/// A fact in a list: who or what at the left, a title and lines below it, a state at the right (below where the row is
/// too narrow).
struct ListRow {
    std::string_view key;
    std::string_view title;
    std::string_view detail;
    std::string_view note;             ///< a third, quieter part
    std::optional<std::size_t> child;  ///< avatar of the child with that position ...
    std::string_view child_name;
    const char* icon = nullptr;  ///< ... or an icon
    std::optional<RowBadge> badge;
};

/// Belongs into a group with the role of a list.
void list_row(Ui& ui, Column& column, const ListRow& row);

}  // namespace portal::ui
