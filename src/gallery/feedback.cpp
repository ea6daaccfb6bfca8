#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/confirm_dialog.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text_field.hpp"
#include "ui/widgets/toast.hpp"

#include <array>
#include <string>

namespace portal::gallery {
namespace {

void banners(ui::Ui& ui, ui::Column& column) {
    struct Kind {
        std::string_view key;
        ui::BannerKind kind;
        Text text;
    };
    constexpr std::array<Kind, 3> kKinds{{{"info", ui::BannerKind::kInfo, Text::banner_info},
                                          {"warning", ui::BannerKind::kWarning, Text::banner_warning},
                                          {"error", ui::BannerKind::kError, Text::banner_error}}};
    Part part(ui, column, "banners", Text::part_banners);
    for (const Kind& kind : kKinds) {
        ui::banner(ui, part.content(), {kind.key, words(ui, kind.text), kind.kind});
        part.content().space(&kind == &kKinds.back() ? 0 : 12);
    }
}

void bars(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "progress", Text::part_progress);
    ui::Progress bar;
    bar.key = "used";
    bar.label = words(ui, Text::progress_weeks);
    bar.value = words(ui, Text::progress_weeks_used);
    bar.share = 4.0F / 6;
    ui::progress(ui, part.content(), bar);
    part.content().space(20);
    bar.key = "over";
    bar.value = words(ui, Text::progress_weeks_over);
    bar.share = 1.0F;
    bar.exceeded = true;
    ui::progress(ui, part.content(), bar);
    part.content().space(20);
    ui::Progress sending;
    sending.key = "sending";
    sending.label = words(ui, Text::progress_sending);
    ui::progress(ui, part.content(), sending);
}

void skeletons(ui::Ui& ui, ui::Column& column) {
    ui::Group group(ui, ui::Role::kGroup, "skeleton");
    ui::skeleton_cards(ui, column, 1);
    column.space(12);
}

void question(ui::Ui& ui, Samples& samples) {
    ui::ConfirmDialog dialog;
    dialog.key = "question";
    dialog.title = words(ui, Text::dialog_title);
    dialog.text = words(ui, Text::dialog_text);
    dialog.confirm = words(ui, Text::dialog_confirm);
    dialog.cancel = words(ui, Text::dialog_cancel);
    dialog.danger = true;
    if (ui::confirm_dialog(ui, dialog) != ui::Confirmation::kNone) {
        samples.asks = false;
        ui.redo();
    }
}

/// A form over the page: its fields scroll, its button stays.
void form(ui::Ui& ui, Samples& samples) {
    ui::Sheet sheet;
    sheet.key = "form";
    sheet.title = words(ui, Text::sheet_title);
    sheet.subtitle = words(ui, Text::choice_agree_detail);
    sheet.is_form = true;
    sheet.content = [&](ui::Column& column) {
        ui::TextField field;
        field.key = "name";
        field.label = words(ui, Text::field_name);
        field.value = samples.name;
        if (const std::string* typed = ui::text_field(ui, column, field)) {
            samples.name = *typed;
            ui.redo();
        }
    };
    sheet.footer = [&](ui::Column& column) {
        ui::Button save;
        save.key = "save";
        save.label = words(ui, Text::state_primary);
        save.submits = true;
        if (ui::button(ui, column, save)) {
            samples.fills = false;
            ui.redo();
        }
    };
    if (ui::sheet(ui, sheet)) {
        samples.fills = false;
        ui.redo();
    }
}

void message(ui::Ui& ui, Samples& samples) {
    ui::Toast toast;
    toast.key = "message";
    toast.text = words(ui, Text::toast_text);
    toast.undo = words(ui, Text::toast_undo);
    if (ui::toast(ui, 0, toast) != ui::ToastAnswer::kNone) {
        samples.tells = false;
        ui.redo();
    }
}

void openers(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "dialogs", Text::part_dialog);
    ui::Button ask;
    ask.key = "ask";
    ask.label = words(ui, Text::dialog_open);
    ask.kind = ui::ButtonKind::kSecondary;
    if (ui::button(ui, part.content(), ask)) {
        samples.asks = true;
        ui.redo();
    }
    part.content().space(12);
    ui::Button fill = ask;
    fill.key = "fill";
    fill.label = words(ui, Text::sheet_open);
    if (ui::button(ui, part.content(), fill)) {
        samples.fills = true;
        ui.redo();
    }
    part.content().space(12);
    ui::Button tell = ask;
    tell.key = "tell";
    tell.label = words(ui, Text::toast_open);
    if (ui::button(ui, part.content(), tell)) {
        samples.tells = true;
        ui.redo();
    }
}

}  // namespace

void feedback_section(ui::Ui& ui, ui::Column& column, Samples& samples) {
    banners(ui, column);
    bars(ui, column);
    skeletons(ui, column);
    openers(ui, column, samples);
    // Dialogs and messages belong to the page, not to what stands in it: nothing of theirs is inert.
    const ui::NodeId outer = ui.parent();
    ui.set_parent(semantics::kNoNode);
    if (samples.tells) {
        message(ui, samples);
    }
    if (samples.fills) {
        form(ui, samples);
    }
    if (samples.asks) {
        question(ui, samples);
    }
    ui.set_parent(outer);
}

}  // namespace portal::gallery
