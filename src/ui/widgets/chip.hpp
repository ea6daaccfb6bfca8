#pragma once

#include "ui/core/ui.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace portal::ui {

/// One of several things to choose from, in a pill.
struct Chip {
    std::string_view key;
    std::string_view label;
    std::optional<std::size_t> child;  ///< shows the avatar of the child with that position
    bool chosen = false;
    bool radio = false;  ///< else a button that stays pressed
};

/// Chips beside each other, on as many lines as they need. Returns the key of the one that was activated.
class ChipRow {
  public:
    ChipRow(Ui& ui, Column& column);
    ~ChipRow();
    ChipRow(const ChipRow&) = delete;
    ChipRow& operator=(const ChipRow&) = delete;

    /// True when it was activated.
    bool add(const Chip& chip);

    [[nodiscard]] static float width(const Ui& ui, const Chip& chip);
    [[nodiscard]] static float height(const Ui& ui);

  private:
    Ui& ui_;
    Column& column_;
    float x_;
    bool empty_ = true;
};

}  // namespace portal::ui
