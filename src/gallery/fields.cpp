#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/text_area.hpp"
#include "ui/widgets/text_field.hpp"
#include "ui/widgets/time_range_field.hpp"

#include <array>

namespace portal::gallery {
namespace {

constexpr float kLeast = 280;

/// Takes over what was typed.
void keep(ui::Ui& ui, std::string& value, const std::string* typed) {
    if (typed != nullptr) {
        value = *typed;
        ui.redo();
    }
}

void text_fields(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "text-field", Text::part_text_field);
    Cells cells(ui, part.content(), kLeast);
    ui::TextField field;
    field.key = "name";
    field.label = words(ui, Text::field_name);
    field.hint = words(ui, Text::field_name_hint);
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        field.value = samples.name;
        keep(ui, samples.name, ui::text_field(ui, cell, field));
    });
    const auto add = [&](std::string_view key, Text state, Pose pose, auto change) {
        cells.add(key, state, [&](ui::Column& cell) {
            ui::TextField changed = field;
            changed.value = words(ui, Text::name_child);
            change(changed);
            const Posed posed(ui, ui.id(field.key), pose);
            ui::text_field(ui, cell, changed);
        });
    };
    add("filled", Text::state_filled, Pose::kRest, [](ui::TextField&) {});
    add("hover", Text::state_hover, Pose::kHover, [](ui::TextField&) {});
    add("focus", Text::state_focus, Pose::kFocus, [](ui::TextField&) {});
    add("error", Text::state_error, Pose::kRest, [&](ui::TextField& changed) {
        changed.value = {};
        changed.error = words(ui, Text::field_name_error);
    });
    add("disabled", Text::state_disabled, Pose::kRest, [](ui::TextField& changed) { changed.disabled = true; });
    cells.add("password", Text::field_password, [&](ui::Column& cell) {
        ui::PasswordField password;
        password.field.key = "password";
        password.field.label = words(ui, Text::field_password);
        password.field.value = samples.password;
        password.show_name = ui.text(app::Text::sign_in_show_password);
        password.shown = samples.password_shown;
        keep(ui, samples.password, ui::password_field(ui, cell, password));
        if (password.toggled) {
            samples.password_shown = !samples.password_shown;
            ui.redo();
        }
    });
}

void selects(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "select", Text::part_select);
    Cells cells(ui, part.content(), kLeast);
    const std::array<ui::SelectOption, 3> children{{{"", words(ui, Text::field_choose)},
                                                    {"noor", words(ui, Text::name_child)},
                                                    {"sam", words(ui, Text::name_other_child)}}};
    ui::SelectField field;
    field.key = "child";
    field.caption.label = words(ui, Text::field_child);
    field.options = children;
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        field.chosen = samples.child;
        keep(ui, samples.child, ui::select_field(ui, cell, field));
    });
    for (const NamedPose& pose : {kPoses[1], kPoses[2]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(field.key), pose.pose);
            ui::select_field(ui, cell, field);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::SelectField wrong = field;
        wrong.chosen = {};
        wrong.caption.error = words(ui, Text::field_child_error);
        ui::select_field(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::SelectField disabled = field;
        disabled.disabled = true;
        ui::select_field(ui, cell, disabled);
    });
}

void text_areas(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "text-area", Text::part_text_area);
    Cells cells(ui, part.content(), kLeast);
    ui::TextArea area;
    area.key = "note";
    area.caption.label = words(ui, Text::field_note);
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        area.value = samples.note;
        keep(ui, samples.note, ui::text_area(ui, cell, area));
    });
    cells.add("filled", Text::state_filled, [&](ui::Column& cell) {
        ui::TextArea filled = area;
        filled.value = words(ui, Text::field_note_text);
        filled.max_length = 60;
        ui::text_area(ui, cell, filled);
    });
    for (const NamedPose& pose : {kPoses[1], kPoses[2]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(area.key), pose.pose);
            ui::text_area(ui, cell, area);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::TextArea wrong = area;
        wrong.value = {};
        wrong.caption.error = words(ui, Text::field_note_error);
        ui::text_area(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::TextArea disabled = area;
        disabled.value = words(ui, Text::field_note_text);
        disabled.disabled = true;
        ui::text_area(ui, cell, disabled);
    });
}

void days(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "date", Text::part_date);
    Cells cells(ui, part.content(), kLeast);
    ui::DateField day;
    day.key = "day";
    day.caption.label = words(ui, Text::field_day);
    day.caption.hint = words(ui, Text::field_day_hint);
    day.value = samples.day;
    day.earliest = core::Date::from_ymd(2026, 11, 23);
    cells.add("rest", Text::state_rest,
              [&](ui::Column& cell) { keep(ui, samples.day, ui::date_field(ui, cell, day)); });
    for (const NamedPose& pose : {kPoses[1], kPoses[2]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, ui.id(day.key), pose.pose);
            ui::date_field(ui, cell, day);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::DateField wrong = day;
        wrong.value = "2026-11-20";
        wrong.caption.error = words(ui, Text::field_day_error);
        ui::date_field(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::DateField disabled = day;
        disabled.disabled = true;
        ui::date_field(ui, cell, disabled);
    });
}

void birthdays(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "born", Text::part_memorable_date);
    Cells cells(ui, part.content(), kLeast);
    ui::MemorableDate born;
    born.key = "born";
    born.caption.label = words(ui, Text::field_born);
    born.caption.hint = words(ui, Text::field_born_hint);
    born.parts = samples.born;
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        if (const auto changed = ui::memorable_date(ui, cell, born)) {
            samples.born = *changed;
            ui.redo();
        }
    });
    for (const NamedPose& pose : {kPoses[1], kPoses[2]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, semantics::make_id(ui.id(born.key), "month"), pose.pose);
            ui::memorable_date(ui, cell, born);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::MemorableDate wrong = born;
        wrong.parts = {"31", "2", "2023"};
        wrong.caption.error = words(ui, Text::field_born_error);
        ui::memorable_date(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::MemorableDate disabled = born;
        disabled.disabled = true;
        ui::memorable_date(ui, cell, disabled);
    });
}

void times(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "times", Text::part_times);
    Cells cells(ui, part.content(), kLeast);
    ui::TimeRangeField field;
    field.key = "times";
    field.caption.label = words(ui, Text::field_times);
    field.start = samples.start;
    field.end = samples.end;
    cells.add("rest", Text::state_rest, [&](ui::Column& cell) {
        const ui::TimeRangeTyped typed = ui::time_range_field(ui, cell, field);
        keep(ui, samples.start, typed.start);
        keep(ui, samples.end, typed.end);
    });
    for (const NamedPose& pose : {kPoses[1], kPoses[2]}) {
        cells.add(pose.key, pose.name, [&](ui::Column& cell) {
            const Posed posed(ui, semantics::make_id(ui.id(field.key), "start"), pose.pose);
            ui::time_range_field(ui, cell, field);
        });
    }
    cells.add("error", Text::state_error, [&](ui::Column& cell) {
        ui::TimeRangeField wrong = field;
        wrong.start = "13:00";
        wrong.end = "07:30";
        wrong.end_invalid = true;
        wrong.caption.error = words(ui, Text::field_times_error);
        ui::time_range_field(ui, cell, wrong);
    });
    cells.add("disabled", Text::state_disabled, [&](ui::Column& cell) {
        ui::TimeRangeField disabled = field;
        disabled.disabled = true;
        ui::time_range_field(ui, cell, disabled);
    });
}

}  // namespace

void fields_section(ui::Ui& ui, ui::Column& column, Samples& samples) {
    text_fields(ui, column, samples);
    selects(ui, column, samples);
    text_areas(ui, column, samples);
    days(ui, column, samples);
    birthdays(ui, column, samples);
    times(ui, column, samples);
}

}  // namespace portal::gallery
