#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/date_field.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/unfold_button.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using Field = app::LogFiltered::Field;

constexpr float kGap = 12;

void choose(Ui& ui, Field field, const std::string* value) {
    if (value != nullptr) {
        ui.emit(app::LogFiltered{field, *value});
    }
}

std::string_view kind_name(const Ui& ui, core::LogKind kind) {
    switch (kind) {
        case core::LogKind::kGuardian:
            return ui.text(Text::log_kind_guardian);
        case core::LogKind::kChild:
            return ui.text(Text::log_kind_child);
        case core::LogKind::kContact:
            return ui.text(Text::log_kind_contact);
        default:
            return app::request_name(ui.state().language, static_cast<core::RequestKind>(kind));
    }
}

void child_choice(Ui& ui, Column& column) {
    std::vector<SelectOption> options{{"", ui.text(Text::log_children_all)}};
    for (const core::Child& child : ui.state().family.value->children) {
        options.push_back({child.id.value, child.first_name});
    }
    SelectField field;
    field.key = "child";
    field.caption.label = ui.text(Text::log_filter_child);
    field.chosen = ui.state().route.log.filter.child.value;
    field.options = options;
    choose(ui, Field::kChild, select_field(ui, column, field));
}

void kind_choice(Ui& ui, Column& column) {
    constexpr std::array<core::LogKind, 7> kAll{
        core::LogKind::kExtra,    core::LogKind::kSwap,  core::LogKind::kAbsence, core::LogKind::kSick,
        core::LogKind::kGuardian, core::LogKind::kChild, core::LogKind::kContact};
    std::vector<SelectOption> options{{"", ui.text(Text::log_kinds_all)}};
    for (const core::LogKind kind : kAll) {
        options.push_back({core::to_string(kind), kind_name(ui, kind)});
    }
    const auto& chosen = ui.state().route.log.filter.kind;
    SelectField field;
    field.key = "kind";
    field.caption.label = ui.text(Text::log_filter_kind);
    field.chosen = chosen ? core::to_string(*chosen) : std::string_view();
    field.options = options;
    choose(ui, Field::kKind, select_field(ui, column, field));
}

void day_choice(Ui& ui, Column& column, Field which) {
    const core::LogFilter& filter = ui.state().route.log.filter;
    const bool first = which == Field::kFrom;
    const auto& day = first ? filter.from : filter.until;
    const std::string value = day ? day->to_string() : std::string();
    DateField field;
    field.key = first ? "from" : "until";
    field.caption.label = ui.text(first ? Text::log_filter_from : Text::log_filter_until);
    field.value = value;
    field.latest = app::today(ui.state());
    choose(ui, which, date_field(ui, column, field));
}

/// Two fields beside each other, where they have the room for it.
template <class Left, class Right>
void pair(Ui& ui, Column& column, Left left, Right right) {
    const float half = (column.width - kGap) / 2;
    if (half < 150 * ui.theme().text_scale) {
        left(column);
        column.space(kGap);
        right(column);
    } else {
        Column one{column.x, column.y, half};
        Column other{column.x + half + kGap, column.y, half};
        left(one);
        right(other);
        column.y = std::max(one.y, other.y);
    }
    column.space(kGap);
}

/// The table of what is shown, and the way back to everything.
void filter_actions(Ui& ui, Column& column) {
    const std::string file = app::log_file(ui.state());
    Button csv;
    csv.key = "csv";
    csv.label = ui.text(Text::common_download_csv);
    csv.kind = ButtonKind::kSecondary;
    csv.icon = icon::kDownload;
    csv.file = file;
    Button clear;
    clear.key = "clear";
    clear.label = ui.text(Text::log_filter_clear);
    clear.kind = ButtonKind::kQuiet;
    const Rect row = column.take(button_height(ui));
    const float width = std::min(row.width, button_width(ui, csv));
    button(ui, {row.x, row.y, width, row.height}, csv);
    if (ui.state().route.log.filter == core::LogFilter{}) {
        return;
    }
    const float rest = row.width - width - kGap;
    const bool beside = button_width(ui, clear) <= rest;
    const Rect place = beside ? Rect{row.x + width + kGap, row.y, button_width(ui, clear), row.height}
                              : column.take(button_height(ui));
    if (button(ui, place, clear)) {
        ui.emit(app::LogFiltered{});
    }
}

/// Unfolds the filter. What is filtered shows by what.
bool unfolds(Ui& ui, Column& column) {
    if (!ui.is_phone() || ui.state().route.log.filter != core::LogFilter{}) {
        return true;
    }
    Button show;
    show.key = "filter-button";
    show.label = ui.text(Text::log_filter_show);
    show.kind = ButtonKind::kSecondary;
    show.icon = icon::kChevronDown;
    const bool open = unfold_button(ui, column.take(button_height(ui)), show);
    column.space(kGap);
    return open;
}

void filters(Ui& ui, Column& column) {
    const Group group(ui, Role::kGroup, "filter", ui.text(Text::log_filter));
    if (!unfolds(ui, column)) {
        return;
    }
    pair(
        ui, column, [&](Column& place) { child_choice(ui, place); }, [&](Column& place) { kind_choice(ui, place); });
    pair(
        ui, column, [&](Column& place) { day_choice(ui, place, Field::kFrom); },
        [&](Column& place) { day_choice(ui, place, Field::kUntil); });
    filter_actions(ui, column);
    column.space(20);
}

void entry_card(Ui& ui, Column& column, const core::LogEntry& entry, const core::CareContext* context) {
    if (entry.request != nullptr) {
        request_card(ui, column, *entry.request, context);
    } else {
        change_card(ui, column, *entry.change);
    }
}

/// The one entry that a mail leads to, with what can be done about it.
void single(Ui& ui, Column& page) {
    Beside columns(ui, page, kLogShare);
    Column& column = columns.first();
    const app::State& state = ui.state();
    const std::vector<core::LogEntry> entries = app::shown_entries(state);
    if (entries.empty() && nothing_found(ui, column)) {
        ui.emit(app::LogFiltered{});
    }
    const Group list(ui, Role::kList, "entry", ui.text(Text::app_log));
    for (const core::LogEntry& entry : entries) {
        if (app::verdicts_ready(state)) {
            const core::CareContext context = app::care_context(state);
            entry_card(ui, column, entry, &context);
        } else {
            entry_card(ui, column, entry, nullptr);
        }
    }
    column.space(16);
}

void entries_list(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const std::vector<core::LogEntry> entries = app::shown_entries(state);
    if (entries.empty() && nothing_found(ui, column)) {
        ui.emit(app::LogFiltered{});
    }
    const app::PageRange range = app::page_range(entries.size(), state.route.log.page);
    by_month(
        ui, column, range, [&](std::size_t index) { return entries[index].at(); },
        [&](std::size_t index) { entry_card(ui, column, entries[index], nullptr); });
    pager(ui, column, range);
}

void content(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    if (!state.route.log.filter.id.empty()) {
        single(ui, column);
        return;
    }
    Beside columns(ui, column, kLogShare);
    log_choice(ui, columns.second());
    if (state.requests.value->empty() && state.changes.value->empty()) {
        empty_log(ui, columns.first());
        return;
    }
    filters(ui, columns.second());
    entries_list(ui, columns.first());
}

}  // namespace

void log_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    const bool one = !ui.state().route.log.filter.id.empty();
    if (one) {
        page_head(ui, page, ui.text(Text::app_log), WayBack{ui.text(Text::app_log), route_to(ui, app::Screen::kLog)});
    } else {
        page_head(ui, page, ui.text(Text::app_log));
        unsent_list(ui, column);
    }
    const app::State& state = ui.state();
    const bool known = state.requests.value && state.changes.value && state.family.value;
    const bool failed = state.requests.failed() || state.changes.failed() || state.family.failed();
    if (failed) {
        const app::Failure failure = state.requests.failed()  ? state.requests.failure
                                     : state.changes.failed() ? state.changes.failure
                                                              : state.family.failure;
        load_failure(ui, column, failure, known);
    }
    if (known) {
        content(ui, column);
    } else if (!failed) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
