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

/// A fact about a child in a list: the avatar at the left, a title and lines below it, a state at the right (below
/// where the row is too narrow).
struct ListRow {
    std::string_view key;
    std::string_view title;
    std::string_view detail;
    std::string_view note;  ///< a third, quieter part
    std::size_t child = 0;  ///< whose avatar: the child's position in the family
    std::string_view child_name;
    std::optional<RowBadge> badge;
};

/// Belongs into a group with the role of a list.
void list_row(Ui& ui, Column& column, const ListRow& row);

}  // namespace portal::ui
