#include "app/calendar.hpp"
#include "app/overview.hpp"
#include "app/selectors.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/overview_parts.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

constexpr float kAvatar = 28;
constexpr float kPadding = 10;

/// What is said of a day without care.
std::string nothing_text(const Ui& ui, core::Date day) {
    const auto closed = app::closed_day(ui.state(), day);
    return closed ? ui.text(Text::month_closed, {{"name", closed_name(ui.state(), *closed)}})
                  : std::string(ui.text(Text::overview_no_care));
}

/// "dinsdag 24 november, vandaag, Noor 07:30 tot 18:30"
std::string spoken(const Ui& ui, core::Date day, const std::vector<app::ChildDay>& care) {
    const app::Language language = ui.state().language;
    std::string text = app::day_name(language, day);
    const auto add = [&text](std::string_view more) { text.append(", ").append(more); };
    if (day == app::today(ui.state())) {
        add(ui.text(Text::day_today));
    }
    for (const app::ChildDay& of : care) {
        for (const core::CareBlock& block : of.blocks) {
            // A screen reader says a dash as a pause or not at all.
            add(of.child->first_name + " " + app::time_range_in_words(language, block.time));
            if (const std::string_view word = care_word(language, block.state); !word.empty()) {
                text.append(" ").append(word);
            }
        }
    }
    if (care.empty()) {
        add(nothing_text(ui, day));
    }
    return text;
}

/// A child's care: its name, the time at the right, and below that what is special about it.
float draw_block(Ui& ui, const Rect& row, const core::Child& child, const core::CareBlock& block) {
    const Palette& colors = ui.colors();
    const TextStyle style = ui.theme().type(Type::kBody);
    const TextStyle small = ui.theme().type(Type::kSecondaryStrong);
    const auto badge = care_badge(ui, block.state);
    const float line = std::max(style.line, kAvatar);
    child_avatar(ui, {row.x, row.y + (line - kAvatar) / 2, kAvatar, kAvatar}, app::child_index(ui.state(), child.id),
                 child.first_name);
    const std::string time = app::time_range(block.time);
    const float width = ui.fonts().width(style, time);
    const float x = row.x + kAvatar + 10;
    const float room = right(row) - width - 10 - x;
    const Color color = core::is_expected(block.state) ? colors.text : colors.secondary;
    const bool beside = room >= std::min(60.0F, ui.fonts().width(style, child.first_name));
    draw_line(ui, {x, row.y, beside ? room : right(row) - x, line}, style, child.first_name, color);
    float height = line;
    if (beside) {
        draw_line(ui, {right(row) - width, row.y, width, line}, style, time, color);
    } else {
        draw_line(ui, {x, row.y + height, right(row) - x, style.line}, style, time, color);
        height += style.line;
    }
    if (badge) {
        constexpr float kIcon = 16;
        const float word = ui.fonts().width(small, badge->label);
        const float start = beside ? std::max(x, right(row) - word - kIcon - 6) : x;
        if (badge->icon != nullptr) {
            ui.paint().icon({start, row.y + height + (small.line - kIcon) / 2}, kIcon, badge->icon, badge->tone.text);
        }
        draw_line(ui, {start + kIcon + 6, row.y + height, right(row) - start - kIcon - 6, small.line}, small,
                  badge->label, badge->tone.text);
        height += small.line + 2;
    }
    return height;
}

/// The day at the left, its care at the right. Returns the height.
float draw_day(Ui& ui, const Rect& row, core::Date day, const std::vector<app::ChildDay>& care) {
    const app::State& state = ui.state();
    const bool today = day == app::today(state);
    const TextStyle style = ui.theme().type(today ? Type::kItem : Type::kBody);
    const std::string label = app::weekday_short(state.language, day.weekday()) + " " + std::to_string(day.day());
    const float lead = ui.fonts().width(ui.theme().type(Type::kItem), "wo 30") + 14;
    const float line = std::max(style.line, kAvatar);
    draw_line(ui, {row.x, row.y, lead, line}, style, label, today ? ui.colors().accent : ui.colors().secondary);
    const float x = row.x + lead;
    if (care.empty()) {
        const TextStyle body = ui.theme().type(Type::kBody);
        const float top = (line - body.line) / 2;
        return std::max(line, 2 * top + draw_text(ui, {x, row.y + top}, row.width - lead, body, nothing_text(ui, day),
                                                  ui.colors().secondary));
    }
    float y = row.y;
    for (const app::ChildDay& of : care) {
        for (const core::CareBlock& block : of.blocks) {
            y += (y > row.y ? 6 : 0);
            y += draw_block(ui, {x, y, row.width - lead, 0}, *of.child, block);
        }
    }
    return y - row.y;
}

/// All of the row leads to its day in the month.
void day_row(Ui& ui, Column& column, core::Date day) {
    app::Route route;
    route.month = core::Month::of(day);
    route.day = day;
    const std::vector<app::ChildDay> care = app::care_on(ui.state(), day);
    const Group item(ui, Role::kListItem, "day-" + day.to_string());
    const NodeId height_id = ui.id("height");
    const Rect rect{column.x - 8, column.y, column.width + 16, ui.remembered(height_id, 48)};
    Node& node = ui.record(Role::kLink, "link", rect);
    node.name = spoken(ui, day, care);
    node.href = app::to_path(route);
    const NodeId id = node.id;
    if (ui.pressed(id) || ui.hovered(id)) {
        ui.paint().fill(rect, faded(ui.colors().accent, ui.pressed(id) ? 0.12F : 0.06F), radius::kMark);
    }
    const float height = draw_day(ui, {column.x, column.y + kPadding, column.width, 0}, day, care) + 2 * kPadding;
    ui.remember(height_id, height);
    ui.focus_ring(id, inset(rect, 1), radius::kMark);
    column.take(height);
    if (ui.clicked(id)) {
        ui.emit(app::Navigated{route});
    }
}

void choice(Ui& ui, Column& column) {
    const std::array<Segment, 2> segments{
        {{"this", ui.text(Text::overview_this_week)}, {"next", ui.text(Text::overview_next_week)}}};
    SegmentedControl control;
    control.key = "which-week";
    control.name = ui.text(Text::overview_week_choice);
    control.chosen = segments[ui.state().next_week ? 1 : 0].key;
    control.segments = segments;
    if (const auto chosen = segmented_control(ui, column, control)) {
        ui.emit(app::WeekShown{*chosen == 1});
    }
}

}  // namespace

void week_part(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const std::vector<core::Date> days = app::shown_week(state);
    const std::string title = ui.text(Text::overview_week, {{"number", std::to_string(days.front().iso_week())}});
    const Group region(ui, Role::kRegion, "week", title);
    Heading head;
    head.key = "title";
    head.text = title;
    heading(ui, column, head);
    column.space(8);
    choice(ui, column);
    column.space(12);
    Card card(ui, column, 16);
    Column& content = card.content();
    content.space(-8);  // rows bring their own space
    const Group list(ui, Role::kList, "days", title);
    for (const core::Date day : days) {
        if (day != days.front()) {
            card.divider();
        }
        if (app::knows_day(state, day)) {
            day_row(ui, content, day);
        } else {
            const Rect row = content.take(48);
            skeleton(ui, centred(row, row.width, 24));
        }
    }
    content.space(-8);
}

}  // namespace portal::ui
