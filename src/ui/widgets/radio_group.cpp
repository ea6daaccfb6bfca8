#include "ui/widgets/radio_group.hpp"

#include "ui/widgets/choice_row.hpp"

namespace portal::ui {

std::optional<std::size_t> radio_group(Ui& ui, Column& column, const RadioGroup& group) {
    Group node(ui, Role::kRadioGroup, group.key, group.caption.label);
    node.node().description = description_of(group.caption);
    node.node().invalid = !group.caption.error.empty();
    node.node().required = group.required;
    const Column begin = column;
    caption(ui, column, group.caption);
    std::optional<std::size_t> chosen;
    for (std::size_t i = 0; i < group.options.size(); ++i) {
        const RadioOption& option = group.options[i];
        ChoiceRow row;
        row.role = Role::kRadio;
        row.key = option.key;
        row.label = option.label;
        row.detail = option.detail;
        row.chosen = option.key == group.chosen;
        row.disabled = option.disabled || group.disabled;
        row.invalid = !group.caption.error.empty();
        if (choice_row(ui, column, row) && !row.chosen) {
            chosen = i;
        }
    }
    node.set_rect({begin.x, begin.y, begin.width, column.y - begin.y});
    return chosen;
}

}  // namespace portal::ui
