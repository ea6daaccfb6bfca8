#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/option_card.hpp"
#include "ui/widgets/radio_group.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/toggle_switch.hpp"
#include "ui/widgets/week_pattern.hpp"

#include <array>

namespace portal::gallery {
namespace {

constexpr float kLeast = 280;

ui::Checkbox agreement(const ui::Ui& ui) {
    ui::Checkbox box;
    box.key = "box";
    box.label = words(ui, Text::choice_agree);
    box.detail = words(ui, Text::choice_agree_detail);
    return box;
}

void checkboxes(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "checkbox", Text::part_checkbox);
    Cells cells(ui, part.content(), kLeast);
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            ui::Checkbox box = agreement(ui);
            box.checked = samples.agrees;
            const Posed posed(ui, ui.id(box.key), pose.pose);
            if (ui::checkbox(ui, cell, box)) {
                samples.agrees = !samples.agrees;
                ui.redo();
            }
        });
    }
    cells.add("on", Text::state_on, [&](ui::Column& cell) {
        ui::Checkbox box = agreement(ui);
        box.checked = true;
        ui::checkbox(ui, cell, box);
    });
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::Checkbox box = agreement(ui);
        box.error = words(ui, Text::choice_agree_error);
        box.required = true;
        ui::checkbox(ui, cell, box);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::Checkbox box = agreement(ui);
        box.disabled = true;
        ui::checkbox(ui, cell, box);
    });
}

void radios(ui::Ui& ui, ui::Column& column, Samples& samples) {
    const std::array<ui::RadioOption, 2> options{
        {{"vacation", words(ui, Text::choice_vacation), {}},
         {"other", words(ui, Text::choice_other), words(ui, Text::choice_other_detail)}}};
    ui::RadioGroup group;
    group.key = "reason";
    group.caption.label = words(ui, Text::choice_reason);
    group.options = options;
    Part part(ui, column, "radio", Text::part_radio);
    Cells cells(ui, part.content(), kLeast);
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        group.chosen = samples.reason;
        if (const auto chosen = ui::radio_group(ui, cell, group)) {
            samples.reason = std::string(options[*chosen].key);
            ui.redo();
        }
    });
    for (const NamedPose& pose : {kPoses[1], kPoses[2], kPoses[3]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, semantics::make_id(ui.id(group.key), "vacation"), pose.pose);
            group.chosen = "vacation";
            ui::radio_group(ui, cell, group);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::RadioGroup wrong = group;
        wrong.chosen = {};
        wrong.caption.error = words(ui, Text::choice_reason_error);
        ui::radio_group(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::RadioGroup disabled = group;
        disabled.disabled = true;
        ui::radio_group(ui, cell, disabled);
    });
}

void switches(ui::Ui& ui, ui::Column& column, Samples& samples) {
    ui::Switch toggle;
    toggle.key = "switch";
    toggle.label = words(ui, Text::choice_mail);
    toggle.detail = words(ui, Text::choice_mail_detail);
    Part part(ui, column, "switch", Text::part_switch);
    Cells cells(ui, part.content(), kLeast);
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(toggle.key), pose.pose);
            toggle.on = samples.mails;
            if (ui::toggle_switch(ui, cell, toggle)) {
                samples.mails = !samples.mails;
                ui.redo();
            }
        });
    }
    const auto add = [&](std::string_view key, Text state, auto change) {
        cells.add(key, state, [&](ui::Column& cell) {
            ui::Switch changed = toggle;
            changed.on = false;
            change(changed);
            ui::toggle_switch(ui, cell, changed);
        });
    };
    add("busy", Text::state_busy, [](ui::Switch& changed) { changed.busy = changed.on = true; });
    add("disabled", Text::state_disabled, [](ui::Switch& changed) { changed.disabled = true; });
    add("error", Text::state_error, [&](ui::Switch& changed) { changed.error = words(ui, Text::choice_mail_error); });
}

void segments(ui::Ui& ui, ui::Column& column, Samples& samples) {
    const std::array<ui::Segment, 2> weeks{
        {{"this", words(ui, Text::choice_this_week)}, {"next", words(ui, Text::choice_next_week)}}};
    ui::SegmentedControl control;
    control.key = "week";
    control.name = words(ui, Text::choice_week);
    control.chosen = samples.week;
    control.segments = weeks;
    Part part(ui, column, "segments", Text::part_segments);
    Cells cells(ui, part.content(), kLeast);
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, semantics::make_id(ui.id(control.key), "next"), pose.pose);
            if (const auto chosen = ui::segmented_control(ui, cell, control)) {
                samples.week = std::string(weeks[*chosen].key);
                ui.redo();
            }
        });
    }
}

struct Slot {
    std::string_view key;
    Text name;
    std::string_view time;
    core::Money price;
};
constexpr std::array<Slot, 2> kSlots{{{"day", Text::option_all_day, "07:30–18:30", core::Money{12045}},
                                      {"morning", Text::option_morning, "07:30–13:00", core::Money{6023}}}};

bool slot_card(ui::Ui& ui, ui::Column& column, const Slot& slot, bool chosen, bool disabled) {
    const std::string price = app::money(ui.state().language, slot.price);
    ui::OptionCard option;
    option.key = slot.key;
    option.title = words(ui, slot.name);
    option.detail = slot.time;
    option.trailing = price;
    option.chosen = chosen;
    option.disabled = disabled;
    return ui::option_card(ui, column, option);
}

void options(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "options", Text::part_options);
    Cells cells(ui, part.content(), kLeast);
    const auto add = [&](std::string_view key, Text state, Pose pose, auto draw) {
        cells.add(key, state, [&](ui::Column& cell) {
            const ui::Group group(ui, ui::Role::kRadioGroup, "slots", words(ui, Text::field_times));
            const Posed posed(ui, ui.id(kSlots.front().key), pose);
            draw(cell);
        });
    };
    for (const NamedPose& pose : kPoses) {
        add(pose.key, pose.name, pose.pose, [&](ui::Column& cell) {
            for (const Slot& slot : kSlots) {
                if (slot_card(ui, cell, slot, samples.slot == slot.key, false)) {
                    samples.slot = std::string(slot.key);
                    ui.redo();
                }
                cell.space(&slot == &kSlots.back() ? 0 : 8);
            }
        });
    }
    add("disabled", Text::state_disabled, Pose::kRest,
        [&](ui::Column& cell) { slot_card(ui, cell, kSlots.front(), false, true); });
}

void week(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "week", Text::part_week);
    ui::WeekPattern pattern;
    pattern.key = "pattern";
    pattern.name = words(ui, Text::line_week);
    pattern.days[0] = core::TimeRange{{7, 30}, {18, 30}};
    pattern.days[1] = core::TimeRange{{7, 30}, {18, 30}};
    pattern.days[3] = core::TimeRange{{7, 30}, {13, 0}};
    ui::week_pattern(ui, part.content(), pattern);
}

void weekday_choices(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "weekdays", Text::part_weekdays);
    Cells cells(ui, part.content(), 7 * ui::kTarget + 12);
    ui::WeekdayChoice choice;
    choice.key = "choice";
    choice.caption.label = words(ui, Text::choice_days);
    choice.chosen = samples.days;
    choice.disabled[5] = true;
    choice.disabled[6] = true;
    for (const NamedPose& pose : kPoses) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const std::string tuesday = app::weekday_long(ui.state().language, core::Weekday::kTuesday);
            const Posed posed(ui, semantics::make_id(ui.id(choice.key), tuesday), pose.pose);
            if (const auto pressed = ui::weekday_choice(ui, cell, choice)) {
                bool& chosen = samples.days[static_cast<std::size_t>(*pressed)];
                chosen = !chosen;
                ui.redo();
            }
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::WeekdayChoice wrong = choice;
        wrong.chosen = {};
        wrong.caption.error = words(ui, Text::choice_days_error);
        ui::weekday_choice(ui, cell, wrong);
    });
}

}  // namespace

void choices_section(ui::Ui& ui, ui::Column& column, Samples& samples) {
    checkboxes(ui, column, samples);
    radios(ui, column, samples);
    switches(ui, column, samples);
    segments(ui, column, samples);
    options(ui, column, samples);
    week(ui, column);
    weekday_choices(ui, column, samples);
}

}  // namespace portal::gallery
