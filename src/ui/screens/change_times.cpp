#include "app/explain.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/widgets/option_card.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/time_range_field.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

using core::RequestKind;

/// Times with their price; those that a rule forbids are named with the reason, not offered.
void slot_choice(Ui& ui, Column& column, const std::vector<app::TimeChoice>& all, core::Date day) {
    const app::State& state = ui.state();
    const app::ChangeChoices& choices = state.form.choices;
    part_title(ui, column, "times-title", Text::change_times);
    Group group(ui, Role::kRadioGroup, "times", ui.text(Text::change_times));
    if (choices.start.empty()) {
        group.node().invalid = state.form.pressed;
        missing_line(ui, column, "no-time", Text::change_choose_time);
    }
    for (const app::TimeChoice& choice : all) {
        const std::string time = app::time_range(choice.time);
        const std::string amount = app::cost_text(state, choice.verdict);
        if (!choice.verdict.allowed()) {
            const std::string reason = app::explain(state, choice.verdict.reasons.front(), choice.verdict, day);
            quiet_line(ui, column, "no-" + time,
                       ui.text(Text::change_not_possible,
                               {{"time", choice.name.empty() ? time : choice.name + " " + time}, {"reason", reason}}));
            column.space(8);
            continue;
        }
        OptionCard option;
        option.key = time;
        option.title = choice.name.empty() ? std::string_view(time) : std::string_view(choice.name);
        option.detail = choice.name.empty() ? std::string_view() : std::string_view(time);
        option.trailing = choice.verdict.kind == RequestKind::kExtra ? std::string_view(amount) : std::string_view();
        option.chosen = choice.time.start.to_string() == choices.start && choice.time.end.to_string() == choices.end;
        option.disabled = state.form.busy();
        if (option_card(ui, column, option)) {
            edit_choices(ui, [&](app::ChangeChoices& edited) {
                edited.start = choice.time.start.to_string();
                edited.end = choice.time.end.to_string();
            });
        }
        column.space(8);
    }
}

/// Between which times it can be.
void hours_line(Ui& ui, Column& column, const FormView& view) {
    const app::FormPlace place = app::form_place(ui.state());
    if (place.offer == nullptr || place.rules == nullptr) {
        return;
    }
    const auto open = core::opening_hours(*place.offer, *place.rules, view.context.days(), app::wanted_day(ui.state()));
    if (open) {
        column.space(8);
        quiet_line(ui, column, "hours",
                   ui.text(Text::change_open, {{"start", open->start.to_string()}, {"end", open->end.to_string()}}));
    }
}

std::string way_title(const Ui& ui, const core::CareOption& way) {
    if (way.wish.kind == RequestKind::kSwap) {
        return ui.text(Text::way_swap, {{"day", app::day_name(ui.state().language, way.wish.given->date)}});
    }
    const bool strips = way.verdict.credit_used.unit == core::CreditUnit::kStrips;
    switch (way.wish.payment) {
        case core::Payment::kInvoice:
            return std::string(ui.text(Text::way_invoice));
        case core::Payment::kCredit:
            return std::string(ui.text(strips ? Text::way_strip : Text::way_credit));
        case core::Payment::kCreditAndInvoice:
            break;
    }
    return std::string(ui.text(Text::way_mixed));
}

/// What is given up, what credit is left, and whether it can be undone.
std::string way_detail(const Ui& ui, const core::CareOption& way) {
    std::string text = way.wish.given
                           ? ui.text(Text::log_given, {{"what", app::time_range(way.wish.given->time)}}) + ". "
                           : std::string();
    const std::string credit = app::credit_text(ui.state(), way.verdict);
    return text + credit + (credit.empty() ? "" : " ") + app::revocation_text(ui.state(), way.verdict);
}

void choose_way(Ui& ui, const core::CareOption& way) {
    edit_choices(ui, way.wish.kind, [&](app::ChangeChoices& choices) {
        choices.given = way.wish.given;
        choices.payment = way.wish.kind == RequestKind::kExtra ? std::optional{way.wish.payment} : std::nullopt;
    });
}

std::string way_key(const core::CareOption& way) {
    return way.wish.given ? "swap-" + way.wish.given->date.to_string() + way.wish.given->time.start.to_string()
                          : "extra-" + std::string(core::to_string(way.wish.payment));
}

/// Why ways are not possible, each reason once.
void refused_ways(Ui& ui, Column& column, const std::vector<core::CareOption>& all) {
    std::vector<std::string> told;
    for (const core::CareOption& way : all) {
        if (way.verdict.allowed() || way.verdict.has(core::ReasonCode::kNotOffered)) {
            continue;
        }
        const bool swap = way.wish.kind == RequestKind::kSwap;
        const std::string reason = app::explain(ui.state(), way.verdict.reasons.front(), way.verdict, way.wish.date);
        const std::string what =
            swap ? std::string(app::action_name(ui.state().language, RequestKind::kSwap)) : way_title(ui, way);
        const std::string text = ui.text(Text::change_not_possible, {{"time", what}, {"reason", reason}});
        if (std::find(told.begin(), told.end(), text) == told.end()) {
            told.push_back(text);
            quiet_line(ui, column, "refused-" + std::to_string(told.size()), text);
            column.space(8);
        }
    }
}

/// One way, with its cost, what it uses and whether it can be undone.
void way_card(Ui& ui, Column& column, const FormView& view, const core::CareOption& way) {
    const std::string key = way_key(way);
    const std::string title = way_title(ui, way);
    const std::string detail = way_detail(ui, way);
    const std::string cost = app::cost_text(ui.state(), way.verdict);
    OptionCard option;
    option.key = key;
    option.title = title;
    option.detail = detail;
    option.trailing = cost;
    option.chosen = !view.wishes.empty() && view.wishes.front() == way.wish;
    option.disabled = ui.state().form.busy();
    if (option_card(ui, column, option)) {
        choose_way(ui, way);
    }
    column.space(8);
}

/// The swap among the ways, where more than one day can be given up: which one is asked below.
void swap_card(Ui& ui, Column& column, const std::vector<const core::CareOption*>& swaps) {
    const bool chosen = ui.state().route.form == RequestKind::kSwap;
    const std::string detail = app::revocation_text(ui.state(), swaps.front()->verdict);
    OptionCard option;
    option.key = "swap";
    option.title = ui.text(Text::way_swap_any);
    option.detail = detail;
    option.trailing = ui.text(Text::way_free);
    option.chosen = chosen;
    option.disabled = ui.state().form.busy();
    if (option_card(ui, column, option) && !chosen) {
        edit_choices(ui, RequestKind::kSwap, [](app::ChangeChoices& choices) {
            choices.given.reset();
            choices.payment.reset();
        });
    }
    column.space(8);
}

std::string given_name(const Ui& ui, const core::CareOption& way) {
    const core::CareSpan& given = *way.wish.given;
    const bool free = way.verdict.cost.cents == 0 && way.verdict.credit_used.amount == 0;
    return app::day_name(ui.state().language, given.date) + ", " + app::time_range(given.time) +
           (free ? std::string() : " · " + app::cost_text(ui.state(), way.verdict));
}

/// The day that is given up for the wanted one.
void given_day(Ui& ui, Column& column, const std::vector<const core::CareOption*>& swaps) {
    const app::ChangeForm& form = ui.state().form;
    std::vector<std::string> keys{std::string()};
    std::vector<std::string> labels{std::string(ui.text(Text::change_choose_day))};
    std::string chosen;
    for (const core::CareOption* way : swaps) {
        keys.push_back(way_key(*way));
        labels.push_back(given_name(ui, *way));
        chosen = way->wish.given == form.choices.given ? keys.back() : chosen;
    }
    std::vector<SelectOption> options;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        options.push_back({keys[i], labels[i]});
    }
    SelectField field;
    field.key = "given";
    field.caption.label = ui.text(Text::change_given);
    field.caption.error = form.pressed && chosen.empty() ? ui.text(Text::change_choose_given) : std::string_view();
    field.chosen = chosen;
    field.options = options;
    field.required = true;
    field.disabled = form.busy();
    if (const std::string* key = select_field(ui, column, field)) {
        for (const core::CareOption* way : swaps) {
            if (way_key(*way) == *key) {
                choose_way(ui, *way);
            }
        }
    }
    column.space(12);
}

/// The ways that the rules allow, of one kind.
std::vector<const core::CareOption*> allowed_ways(const std::vector<core::CareOption>& all, RequestKind kind) {
    std::vector<const core::CareOption*> allowed;
    for (const core::CareOption& way : all) {
        if (way.verdict.allowed() && way.wish.kind == kind) {
            allowed.push_back(&way);
        }
    }
    return allowed;
}

/// Credit, invoice and swap for the same time beside each other.
void way_choice(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    const std::vector<core::CareOption> all = app::ways(state, view.context);
    const auto payments = allowed_ways(all, RequestKind::kExtra);
    const auto swaps = allowed_ways(all, RequestKind::kSwap);
    if (payments.empty() && swaps.empty()) {
        return;
    }
    column.space(4);
    const bool chosen_by_itself = payments.size() + swaps.size() == 1 && !view.wishes.empty();
    const bool asks_given = swaps.size() > 1 && state.route.form == RequestKind::kSwap;
    if (!chosen_by_itself) {
        part_title(ui, column, "ways-title", Text::change_way);
        Group group(ui, Role::kRadioGroup, "ways", ui.text(Text::change_way));
        if (view.wishes.empty() && !asks_given) {
            group.node().invalid = state.form.pressed;
            missing_line(ui, column, "no-way", Text::change_choose_way);
        }
        for (const core::CareOption* way : payments) {
            way_card(ui, column, view, *way);
        }
        if (swaps.size() > 1) {
            swap_card(ui, column, swaps);
        } else if (!swaps.empty()) {
            way_card(ui, column, view, *swaps.front());
        }
    }
    if (asks_given) {
        given_day(ui, column, swaps);
    }
    refused_ways(ui, column, all);
}

}  // namespace

void typed_times(Ui& ui, Column& column, Text title, Text hint, bool required) {
    const app::ChangeForm& form = ui.state().form;
    TimeRangeField field;
    field.key = "times";
    field.caption.label = ui.text(title);
    field.caption.hint = hint == title ? std::string_view() : ui.text(hint);
    field.start = form.choices.start;
    field.end = form.choices.end;
    field.start_invalid = required && form.pressed && form.choices.start.empty();
    field.end_invalid = required && form.pressed && form.choices.end.empty();
    field.caption.error =
        field.start_invalid || field.end_invalid ? ui.text(Text::change_time_missing) : std::string_view();
    field.disabled = form.busy();
    const TimeRangeTyped typed = time_range_field(ui, column, field);
    if (typed.start != nullptr || typed.end != nullptr) {
        edit_choices(ui, [&](app::ChangeChoices& choices) {
            choices.start = typed.start != nullptr ? *typed.start : choices.start;
            choices.end = typed.end != nullptr ? *typed.end : choices.end;
        });
    }
}

void time_part(Ui& ui, Column& column, const FormView& view) {
    const app::State& state = ui.state();
    if (!app::has_free_times(state)) {
        const std::vector<app::TimeChoice> all = app::time_choices(state, view.context);
        if (!all.empty()) {
            slot_choice(ui, column, all, app::wanted_day(state));
        }
        return;
    }
    typed_times(ui, column, Text::change_times, Text::change_times, true);
    hours_line(ui, column, view);
    const bool priced =
        !view.wishes.empty() && view.wishes.front().kind == RequestKind::kExtra && view.verdicts.front().allowed();
    if (priced) {
        column.space(8);
        Paragraph cost;
        cost.key = "price";
        const std::string text = ui.text(Text::change_price, {{"price", app::cost_text(state, view.verdicts.front())}});
        cost.text = text;
        cost.type = Type::kItem;
        paragraph(ui, column, cost);
    }
    column.space(8);
}

void wanted_parts(Ui& ui, Column& column, const FormView& view) {
    time_part(ui, column, view);
    way_choice(ui, column, view);
    if (ui.state().route.form == RequestKind::kSwap && !app::typed_time(ui.state())) {
        quiet_line(ui, column, "given-hint", ui.text(Text::change_given_hint));
    }
}

}  // namespace portal::ui
