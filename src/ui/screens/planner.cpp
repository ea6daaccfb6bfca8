#include "app/planner.hpp"

#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"
#include "ui/icons.hpp"
#include "ui/screens/change_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::PlacementContract;

template <class Change>
void edit(Ui& ui, Change change) {
    edit_choices(ui, core::RequestKind::kAbsence, std::move(change));
}

void child_choice(Ui& ui, Column& column, const std::vector<const PlacementContract*>& all,
                  const PlacementContract& planned) {
    if (all.size() < 2) {
        return;
    }
    const Group group(ui, Role::kRadioGroup, "child", ui.text(Text::change_child));
    ChipRow row(ui, column);
    for (const PlacementContract* contract : all) {
        Chip chip;
        chip.key = contract->id.value;
        chip.label = app::first_name(ui.state(), contract->child);
        chip.child = app::child_index(ui.state(), contract->child);
        chip.chosen = contract == &planned;
        chip.radio = true;
        if (row.add(chip)) {
            edit(ui, [&](app::ChangeChoices& choices) {
                choices.children = {contract->child};
                choices.weeks.clear();
            });
        }
    }
}

void year_choice(Ui& ui, Column& column) {
    const int year = app::today(ui.state()).year();
    const std::string now = std::to_string(year);
    const std::string next = std::to_string(year + 1);
    const std::array<Segment, 2> segments{{{"this", now}, {"next", next}}};
    SegmentedControl control;
    control.key = "year";
    control.name = ui.text(Text::planner_year);
    control.chosen = segments[ui.state().form.choices.next_year ? 1 : 0].key;
    control.segments = segments;
    if (const auto chosen = segmented_control(ui, column, control)) {
        edit(ui, [&](app::ChangeChoices& choices) {
            choices.next_year = *chosen == 1;
            choices.weeks.clear();
        });
    }
}

/// What is still to be chosen, and what it costs not to.
std::string budget_text(const Ui& ui, const core::WeekBudget& budget) {
    const app::Language language = ui.state().language;
    if (budget.beyond > 0) {
        return ui.text(Text::planner_beyond, {{"weeks", app::weeks(language, budget.beyond)}});
    }
    if (budget.remaining == 0) {
        return std::string(ui.text(Text::planner_complete));
    }
    std::string text = ui.text(Text::planner_remaining, {{"weeks", app::weeks(language, budget.remaining)}});
    if (budget.surplus_cost.cents > 0) {
        text += " " + ui.text(Text::planner_surplus, {{"hours", app::hours(language, budget.surplus_minutes)},
                                                      {"price", app::money(language, budget.surplus_cost)}});
    }
    return text;
}

void budget_part(Ui& ui, Column& column, const PlacementContract& contract, const core::WeekBudget& budget) {
    const app::Language language = ui.state().language;
    const std::string intro = ui.text(Text::planner_intro, {{"child", app::first_name(ui.state(), contract.child)},
                                                            {"weeks", app::weeks(language, contract.weeks_per_year)},
                                                            {"free", app::weeks(language, budget.to_choose)}});
    quiet_line(ui, column, "intro", intro);
    column.space(12);
    const std::string value = ui.text(
        Text::planner_chosen, {{"chosen", std::to_string(budget.chosen)}, {"of", std::to_string(budget.to_choose)}});
    Progress bar;
    bar.key = "budget";
    bar.label = ui.text(Text::planner_weeks);
    bar.value = value;
    bar.share = budget.to_choose > 0 ? static_cast<float>(std::min(budget.chosen, budget.to_choose)) /
                                           static_cast<float>(budget.to_choose)
                                     : 1.0F;
    bar.exceeded = budget.beyond > 0;
    progress(ui, column, bar);
    column.space(8);
    const std::string text = budget_text(ui, budget);
    Paragraph line;
    line.key = "cost";
    line.text = text;
    line.type = Type::kSecondaryStrong;
    line.role = Role::kStatus;  // said again whenever a mark changes it
    paragraph(ui, column, line);
}

/// "Week 30: 20 juli tot en met 26 juli"
std::string week_label(const Ui& ui, core::Date monday) {
    constexpr int kSunday = 6;
    const app::Language language = ui.state().language;
    return ui.text(Text::planner_week, {{"number", std::to_string(monday.iso_week())},
                                        {"first", app::short_date(language, monday)},
                                        {"last", app::short_date(language, monday + kSunday)}});
}

void week_row(Ui& ui, Column& column, const app::PlannedWeek& planned) {
    const core::Date monday = planned.week.monday;
    const std::string label = week_label(ui, monday);
    const std::string key = "week-" + monday.to_string();
    if (planned.refused && !planned.week.absent) {
        const std::string reason = app::explain(ui.state(), planned.refused->reasons.front(), *planned.refused, monday);
        quiet_line(ui, column, key, ui.text(Text::change_not_possible, {{"time", label}, {"reason", reason}}));
        column.space(8);
        return;
    }
    std::string detail = app::hours(ui.state().language, planned.week.minutes);
    if (planned.week.school_holiday != nullptr) {
        detail += " · " + planned.week.school_holiday->name;
    }
    if (planned.week.absent) {
        detail += " · " + std::string(ui.text(Text::planner_absent));
    }
    Checkbox box;
    box.key = key;
    box.label = label;
    box.detail = detail;
    box.checked = planned.marked || planned.week.absent;
    box.disabled = planned.week.absent || planned.absences.empty() || ui.state().form.busy();
    if (checkbox(ui, column, box)) {
        edit(ui, [&](app::ChangeChoices& choices) {
            const auto known = std::find(choices.weeks.begin(), choices.weeks.end(), monday);
            if (known != choices.weeks.end()) {
                choices.weeks.erase(known);
            } else {
                choices.weeks.push_back(monday);
            }
        });
    }
}

void weeks_part(Ui& ui, Column& column, const std::vector<app::PlannedWeek>& weeks) {
    std::optional<core::Month> shown;
    for (const app::PlannedWeek& planned : weeks) {
        const core::Month month = core::Month::of(planned.week.monday);
        if (month != shown) {
            column.space(shown ? 12 : 0);
            shown = month;
            const std::string key = "month-" + month.to_string();
            const std::string name = app::month_name(ui.state().language, month);
            Heading title;
            title.key = key;
            title.text = name;
            heading(ui, column, title);
            column.space(4);
        }
        week_row(ui, column, planned);
    }
}

void tell(Ui& ui, Column& column, std::string_view key, std::string_view text, BannerKind kind) {
    if (text.empty()) {
        return;
    }
    Banner told;
    told.key = key;
    told.text = text;
    told.kind = kind;
    told.appears = kind == BannerKind::kError;
    banner(ui, column, told);
    column.space(12);
}

/// What became of the last attempt; the marks are still there.
void outcome(Ui& ui, Column& column, const core::CareContext& context) {
    const app::ChangeForm& form = ui.state().form;
    if (form.failure != app::Failure::kNone) {
        tell(ui, column, "failure",
             std::string(failure_text(ui, form.failure)) + " " + std::string(ui.text(Text::change_not_lost)),
             BannerKind::kError);
    }
    std::size_t index = 0;
    for (const app::RefusedWish& refused : form.refused) {
        const core::Verdict verdict = core::evaluate(context, refused.wish);
        const std::string reason =
            refused.code ? app::explain(ui.state(), app::reason_of(verdict, *refused.code), verdict, refused.wish.date)
                         : std::string(ui.text(Text::change_rejected));
        tell(ui, column, "refused-" + std::to_string(index++),
             ui.text(Text::change_not_possible,
                     {{"time", app::day_name(ui.state().language, refused.wish.date)}, {"reason", reason}}),
             BannerKind::kError);
    }
    if (form.rejected) {
        tell(ui, column, "rejected", ui.text(Text::change_rejected), BannerKind::kError);
    }
}

void save_part(Ui& ui, Column& column, const core::CareContext& context) {
    const app::ChangeForm& form = ui.state().form;
    const std::vector<core::Wish> wishes = app::planner_wishes(ui.state(), context);
    const std::vector<core::Verdict> verdicts = core::evaluate_all(context, wishes);
    outcome(ui, column, context);
    if (!wishes.empty()) {
        tell(ui, column, "rule", app::rule_text(ui.state(), verdicts, wishes.front().date), BannerKind::kWarning);
    } else {
        missing_line(ui, column, "no-week", Text::planner_choose);
    }
    Button save;
    save.key = "save";
    save.label = ui.text(form.failure != app::Failure::kNone ? Text::common_retry : Text::common_save);
    save.submits = true;
    save.busy = form.busy();
    if (button(ui, column, save)) {
        ui.emit(app::FormSubmitted{});
    }
}

void plan(Ui& ui, Column& column) {
    const core::CareContext context = app::care_context(ui.state());
    const PlacementContract* contract = app::planner_contract(ui.state(), context);
    if (contract == nullptr) {
        Notice none;
        none.key = "empty";
        none.icon = icon::kCalendarDays;
        none.title = ui.text(Text::planner_empty_title);
        none.text = ui.text(Text::planner_empty_text);
        notice(ui, column, none);
        return;
    }
    const Group form(ui, Role::kForm, "planner", ui.text(Text::app_planner));
    // Where there is room, what is left to choose stays beside the weeks.
    Beside columns(ui, column, 0.58F);
    {
        Card card(ui, columns.second());
        child_choice(ui, card.content(), app::planner_contracts(ui.state(), context), *contract);
        year_choice(ui, card.content());
        card.content().space(12);
        budget_part(ui, card.content(), *contract, app::planner_budget(ui.state(), context, *contract));
    }
    columns.second().space(16);
    {
        Card card(ui, columns.first());
        weeks_part(ui, card.content(), app::planned_weeks(ui.state(), context, *contract));
    }
    columns.first().space(16);
    save_part(ui, columns.second(), context);
    columns.second().space(16);
}

}  // namespace

void planner_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::app_planner),
              WayBack{ui.text(Text::app_changes), route_to(ui, app::Screen::kChanges)});
    const auto& requests = ui.state().requests;
    const app::Failure missing = app::verdicts_failure(ui.state());
    // What is known still has its age, where it could not be asked for anew.
    const app::Failure failure = missing != app::Failure::kNone ? missing
                                 : requests.failed()            ? requests.failure
                                                                : app::Failure::kNone;
    const bool ready = app::verdicts_ready(ui.state()) && ui.state().form.begun;
    if (failure != app::Failure::kNone) {
        load_failure(ui, column, failure, ready);
    }
    if (ready) {
        plan(ui, column);
    } else if (failure == app::Failure::kNone) {
        skeleton_cards(ui, column, 2);
    }
}

}  // namespace portal::ui
