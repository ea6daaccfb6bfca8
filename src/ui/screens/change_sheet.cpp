#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {

using core::RequestKind;

void part_title(Ui& ui, Column& column, std::string_view key, Text text) {
    Heading title;
    title.key = key;
    title.text = ui.text(text);
    title.level = 3;
    title.type = Type::kItem;
    heading(ui, column, title);
    column.space(8);
}

void missing_line(Ui& ui, Column& column, std::string_view key, Text text) {
    if (!ui.state().form.pressed) {
        return;
    }
    Paragraph missing;
    missing.key = key;
    missing.text = ui.text(text);
    missing.type = Type::kSecondary;
    missing.color = ui.colors().error.text;
    missing.role = Role::kAlert;
    paragraph(ui, column, missing);
    column.space(8);
}

namespace {

bool takes_one_child(RequestKind kind) {
    return kind == RequestKind::kExtra || kind == RequestKind::kSwap;
}

FormView view_of(const app::State& state, const core::CareContext& context) {
    FormView view{context, app::form_wishes(state, context), {}};
    view.verdicts = core::evaluate_all(context, view.wishes);
    if (view.wishes.empty()) {
        for (const core::ChildId& child : state.form.choices.children) {
            view.verdicts.push_back(app::form_day_verdict(state, context, child));
        }
    }
    return view;
}

/// Whether something may come of it, so that there is something to save.
bool is_possible(const app::State& state, const FormView& view) {
    if (takes_one_child(*state.route.form)) {
        const core::Verdict day = app::form_day_verdict(state, view.context, app::form_child(state));
        return std::all_of(day.reasons.begin(), day.reasons.end(), [](const core::Reason& reason) {
            return !core::refuses(reason.code) || app::can_be_mended(reason.code);
        });
    }
    const bool may_do = std::any_of(view.verdicts.begin(), view.verdicts.end(), [](const core::Verdict& verdict) {
        return verdict.allowed() || app::can_be_mended(verdict.reasons.front().code);
    });
    return may_do || !app::possible_children(state, view.context, *state.route.form, *state.route.day).empty();
}

void tell(Ui& ui, Column& column, std::string_view key, std::string_view text, BannerKind kind = BannerKind::kError) {
    column.space(12);
    Banner told;
    told.key = key;
    told.text = text;
    told.kind = kind;
    told.appears = true;
    banner(ui, column, told);
}

/// What the rules say against it, as soon as they do. What no choice can mend is told calmly: it is no mistake of the
/// parent's.
void reasons(Ui& ui, Column& column, const FormView& view) {
    std::vector<std::string> told;
    for (const core::Verdict& verdict : view.verdicts) {
        for (const core::Reason& reason : verdict.reasons) {
            const std::string text = app::explain(ui.state(), reason, verdict, app::wanted_day(ui.state()));
            if (!core::refuses(reason.code) || std::find(told.begin(), told.end(), text) != told.end()) {
                continue;
            }
            told.push_back(text);
            tell(ui, column, "refusal-" + std::to_string(told.size()), text,
                 app::can_be_mended(reason.code) ? BannerKind::kError : BannerKind::kInfo);
        }
    }
}

std::string refused_text(const Ui& ui, const FormView& view, const app::RefusedWish& refused) {
    const app::State& state = ui.state();
    if (!refused.code) {
        return std::string(ui.text(Text::change_rejected));
    }
    const core::Verdict verdict = core::evaluate(view.context, refused.wish);
    return app::explain(state, app::reason_of(verdict, *refused.code), verdict, refused.wish.date);
}

/// What became of the last attempt. Nothing typed is lost.
void outcome(Ui& ui, Column& column, const FormView& view) {
    const app::ChangeForm& form = ui.state().form;
    if (form.failure != app::Failure::kNone && !form.busy()) {
        tell(ui, column, "failure",
             std::string(failure_text(ui, form.failure)) + " " + std::string(ui.text(Text::change_not_lost)));
    }
    std::size_t index = 0;
    bool beside_days = false;
    for (const app::RefusedWish& refused : form.refused) {
        // An absence says it at its day, where that is still shown.
        if (std::find(view.wishes.begin(), view.wishes.end(), refused.wish) != view.wishes.end() &&
            refused.wish.kind == RequestKind::kAbsence) {
            beside_days = true;
            continue;
        }
        std::string text = refused_text(ui, view, refused);
        if (form.sent.size() > 1) {
            const std::string who = std::string(app::first_name(ui.state(), refused.wish.child)) + ", " +
                                    app::day_name(ui.state().language, refused.wish.date);
            text = ui.text(Text::change_not_possible, {{"time", who}, {"reason", text}});
        }
        tell(ui, column, "refused-" + std::to_string(index++), text);
    }
    if (beside_days) {
        tell(ui, column, "none-sent", ui.text(Text::change_none_sent));
    }
    if (form.rejected) {
        tell(ui, column, "rejected", ui.text(Text::change_rejected));
    }
}

/// Until when it can be sent, and when the answer comes.
void moments(Ui& ui, Column& column, const FormView& view) {
    if (view.verdicts.empty() || !view.verdicts.front().allowed()) {
        return;
    }
    std::string text = app::deadline_text(ui.state(), view.verdicts.front());
    if (!view.wishes.empty()) {
        text += text.empty() ? "" : " ";
        text += app::decision_text(ui.state(), view.verdicts.front());
    }
    if (!text.empty()) {
        column.space(12);
        quiet_line(ui, column, "deadline", text);
    }
}

void waiting(Ui& ui, Column& column) {
    const app::Failure failure = app::verdicts_failure(ui.state());
    if (failure != app::Failure::kNone) {
        load_failure(ui, column, failure, false);
        return;
    }
    for (int i = 0; i < 3; ++i) {
        skeleton(ui, column.take(64), radius::kControl);
        column.space(8);
    }
}

void content(Ui& ui, Column& column, const FormView& view) {
    const RequestKind kind = *ui.state().route.form;
    day_choice(ui, column, view);
    if (takes_one_child(kind)) {
        one_child(ui, column, view);
    } else {
        several_children(ui, column, view);
    }
    if (is_possible(ui.state(), view)) {
        switch (kind) {
            case RequestKind::kExtra:
                wanted_parts(ui, column, view);
                break;
            case RequestKind::kSwap:
                swap_parts(ui, column, view);
                break;
            case RequestKind::kAbsence:
                absence_parts(ui, column, view);
                break;
            case RequestKind::kSick:
                sick_parts(ui, column, view);
                break;
        }
    }
    // Absences say theirs at each day.
    if (kind != RequestKind::kAbsence || !is_possible(ui.state(), view)) {
        reasons(ui, column, view);
    }
    outcome(ui, column, view);
    moments(ui, column, view);
}

/// What it means for a parent's money and credit, where the button is and not where it can be scrolled away.
void rule(Ui& ui, Column& column, const FormView& view) {
    const std::string text = app::rule_text(ui.state(), view.verdicts, *ui.state().route.day);
    if (text.empty()) {
        return;
    }
    Banner warning;
    warning.key = "rule";
    warning.text = text;
    warning.kind = BannerKind::kWarning;
    banner(ui, column, warning);
    column.space(12);
}

/// Both beside each other, or under each other where the text is very large.
void buttons(Ui& ui, Column& column, const Button& cancel, const Button& save, bool& close) {
    constexpr float kGap = 8;
    const float cancel_width = button_width(ui, cancel);
    const bool beside = cancel_width + kGap + button_width(ui, save) <= column.width;
    const Rect row = column.take(button_height(ui));
    if (button(ui, {row.x, row.y, beside ? cancel_width : row.width, row.height}, cancel)) {
        close = true;
    }
    Rect rest{row.x + cancel_width + kGap, row.y, row.width - cancel_width - kGap, row.height};
    if (!beside) {
        column.space(kGap);
        rest = column.take(button_height(ui));
    }
    if (button(ui, rest, save)) {
        ui.emit(app::FormSubmitted{});
    }
}

void footer(Ui& ui, Column& column, const FormView* view, bool& close) {
    const app::ChangeForm& form = ui.state().form;
    const bool possible = view != nullptr && is_possible(ui.state(), *view);
    Button cancel;
    cancel.key = "cancel";
    cancel.label = ui.text(possible ? Text::common_cancel : Text::common_close);
    cancel.kind = ButtonKind::kSecondary;
    if (!possible) {
        close = button(ui, column, cancel) || close;
        return;
    }
    rule(ui, column, *view);
    if (const auto children = sick_at_once(ui, *view); children.size() > 1) {
        sick_buttons(ui, column, children);
        close = button(ui, column, cancel) || close;
        return;
    }
    Button save;
    save.key = "save";
    save.label = ui.text(form.failure != app::Failure::kNone ? Text::common_retry : Text::common_save);
    save.submits = true;
    save.busy = form.busy();
    buttons(ui, column, cancel, save, close);
}

/// "vrijdag 27 november · Noor · De Kikkers"
std::string subtitle(const Ui& ui, bool ready) {
    const app::State& state = ui.state();
    std::string text = app::day_name(state.language, *state.route.day);
    if (!ready || state.form.choices.children.size() != 1) {
        return text;
    }
    text += " · ";
    text += app::first_name(state, app::form_child(state));
    if (const core::CareOffer* offer = app::form_place(state, *state.route.day).offer) {
        text += " · " + offer->location_name;
    }
    return text;
}

/// The sheet while `view` is null shows that it waits.
void draw(Ui& ui, const FormView* view) {
    const std::string where = subtitle(ui, view != nullptr);
    bool close = false;
    Sheet form;
    form.key = "change-sheet";
    form.title = app::action_name(ui.state().language, *ui.state().route.form);
    form.subtitle = where;
    form.is_form = true;
    form.content = [&](Column& column) {
        if (view != nullptr) {
            content(ui, column, *view);
        } else {
            waiting(ui, column);
        }
    };
    form.footer = [&](Column& column) { footer(ui, column, view, close); };
    close = sheet(ui, form) || close;
    if (close) {
        ui.emit(app::FormClosed{});
    }
}

}  // namespace

void change_sheet(Ui& ui) {
    if (!app::verdicts_ready(ui.state()) || !ui.state().form.begun) {
        draw(ui, nullptr);
        return;
    }
    const core::CareContext context = app::care_context(ui.state());
    const FormView view = view_of(ui.state(), context);
    draw(ui, &view);
}

}  // namespace portal::ui
