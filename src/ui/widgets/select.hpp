#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <span>
#include <string>
#include <string_view>

namespace portal::ui {

struct SelectOption {
    std::string_view key;
    std::string_view label;
};

struct Select {
    std::string_view key;
    std::string_view name;  ///< accessible name; it has no visible label of its own
    const char* icon = nullptr;
    std::string_view chosen;  ///< key of the chosen option
    std::span<const SelectOption> options;
};

/// A choice from a list that the browser opens; only the chosen option is drawn. Returns the key of a newly chosen one.
const std::string* select(Ui& ui, const Rect& rect, const Select& select);

[[nodiscard]] float select_width(const Ui& ui, const Select& select);

/// The same as a field of a form, as wide as the column.
struct SelectField {
    std::string_view key;
    Caption caption;
    std::string_view chosen;  ///< key of the chosen option; one with an empty key can ask for a choice
    std::span<const SelectOption> options;
    bool required = false;
    bool disabled = false;
};
const std::string* select_field(Ui& ui, Column& column, const SelectField& field);

}  // namespace portal::ui
