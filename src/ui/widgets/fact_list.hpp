#pragma once

#include "ui/core/ui.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace portal::ui {

struct Fact {
    std::string_view key;
    std::string label;
    std::string value;  ///< a fact without one is left out
};

/// Labels and values under each other; each value beside its label where both fit, else below it.
void fact_list(Ui& ui, Column& column, std::string_view key, std::string_view name, const std::vector<Fact>& facts);

}  // namespace portal::ui
