#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/list_row.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace portal::ui {

/// Something with an amount: an invoice, one of its lines, a year. An icon or a child's avatar at the left, a title and
/// lines below it, the amount at the right with a state under it (below the lines where the row is too narrow).
struct AmountRow {
    std::string_view key;
    std::string_view title;
    std::span<const std::string> lines;
    std::string_view amount;
    const char* icon = nullptr;
    std::optional<std::size_t> child;  ///< instead of the icon: the child's position in the family
    std::string_view child_name;
    std::optional<RowBadge> badge;
    std::string_view href;  ///< an address that all of the row leads to; empty for none
};

/// Belongs into a group with the role of a list. True when its link was followed.
bool amount_row(Ui& ui, Column& column, const AmountRow& row);

}  // namespace portal::ui
