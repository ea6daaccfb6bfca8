#include "ui/widgets/checkbox.hpp"

#include "ui/widgets/caption.hpp"
#include "ui/widgets/choice_row.hpp"

namespace portal::ui {

bool checkbox(Ui& ui, Column& column, const Checkbox& checkbox) {
    if (!checkbox.error.empty()) {
        error_line(ui, column, checkbox.error);
    }
    ChoiceRow row;
    row.key = checkbox.key;
    row.label = checkbox.label;
    row.detail = checkbox.detail;
    row.description = checkbox.error;
    row.chosen = checkbox.checked;
    row.disabled = checkbox.disabled;
    row.invalid = !checkbox.error.empty();
    row.required = checkbox.required;
    return choice_row(ui, column, row);
}

}  // namespace portal::ui
