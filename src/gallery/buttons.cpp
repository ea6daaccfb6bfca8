#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/icon_button.hpp"

#include <array>

namespace portal::gallery {
namespace {

constexpr float kLeast = 128;

void button_states(ui::Ui& ui, ui::Column& column, std::string_view key, ui::ButtonKind kind, Text label) {
    const ui::Group group(ui, ui::Role::kGroup, key);
    Cells cells(ui, column, kLeast);
    ui::Button button;
    button.key = "button";
    button.label = words(ui, label);
    button.kind = kind;
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(button.key), pose.pose);
            ui::button(ui, cell, button);
        });
    }
    cells.add("busy", Text::state_busy, [&](ui::Column& cell) {
        ui::Button busy = button;
        busy.busy = true;
        ui::button(ui, cell, busy);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::Button disabled = button;
        disabled.disabled = true;
        ui::button(ui, cell, disabled);
    });
}

void buttons(ui::Ui& ui, ui::Column& column) {
    struct Kind {
        std::string_view key;
        ui::ButtonKind kind;
        Text label;
    };
    constexpr std::array<Kind, 4> kKinds{{{"primary", ui::ButtonKind::kPrimary, Text::state_primary},
                                          {"secondary", ui::ButtonKind::kSecondary, Text::state_secondary},
                                          {"quiet", ui::ButtonKind::kQuiet, Text::state_quiet},
                                          {"danger", ui::ButtonKind::kDanger, Text::state_danger}}};
    Part part(ui, column, "buttons", Text::part_buttons);
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        part.content().space(i == 0 ? 0 : 28);
        button_states(ui, part.content(), kKinds[i].key, kKinds[i].kind, kKinds[i].label);
    }
}

void icon_buttons(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "icon-buttons", Text::part_icon_buttons);
    Cells cells(ui, part.content(), 90);
    ui::IconButton button;
    button.key = "button";
    button.name = ui.text(app::Text::common_close);
    button.icon = ui::icon::kX;
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(button.key), pose.pose);
            const ui::Rect row = cell.take(ui::kTarget);
            ui::icon_button(ui, {row.x, row.y, ui::kTarget, ui::kTarget}, button);
        });
    }
}

void chips(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "chips", Text::part_chips);
    Cells cells(ui, part.content(), 120);
    ui::Chip chip;
    chip.key = "chip";
    chip.label = words(ui, Text::name_child);
    chip.child = 0;
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(chip.key), pose.pose);
            ui::ChipRow(ui, cell).add(chip);
        });
    }
    cells.add("chosen", Text::state_chosen, [&](ui::Column& cell) {
        ui::Chip chosen = chip;
        chosen.chosen = true;
        ui::ChipRow(ui, cell).add(chosen);
    });
}

}  // namespace

void buttons_section(ui::Ui& ui, ui::Column& column) {
    buttons(ui, column);
    icon_buttons(ui, column);
    chips(ui, column);
}

}  // namespace portal::gallery
