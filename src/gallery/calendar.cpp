#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/icons.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/widgets/care_look.hpp"
#include "ui/widgets/legend.hpp"
#include "ui/widgets/month_grid.hpp"
#include "ui/widgets/navigation.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace portal::gallery {
namespace {

constexpr int kToday = 23;
constexpr int kClosed = 27;
constexpr int kFirstOfHoliday = 19;
constexpr std::size_t kChildren = 3;
constexpr auto kStates = static_cast<int>(core::CareState::kSick) + 1;

/// Every state of care on a day of its own, each for another child; then days with all children.
std::vector<ui::DayMark> marks_on(const ui::Ui& ui, int day) {
    constexpr int kFirst = 2;
    const std::array<Text, kChildren> names{Text::name_child, Text::name_other_child, Text::name_third_child};
    std::vector<ui::DayMark> marks;
    const auto add = [&](std::size_t child, core::CareState state) {
        ui::DayMark& mark = marks.emplace_back();
        mark.child = child;
        mark.lane = child;
        mark.initial = words(ui, names[child]).substr(0, 1);
        mark.start = core::TimeOfDay{7, 30}.to_string();
        mark.time = app::time_range({{7, 30}, {18, 30}});
        mark.state = state;
    };
    if (day >= kFirst && day < kFirst + kStates) {
        add(static_cast<std::size_t>(day) % kChildren, static_cast<core::CareState>(day - kFirst));
    } else if (day == kToday || day == kToday + 1) {
        for (std::size_t child = 0; child < kChildren; ++child) {
            add(child, core::CareState::kContract);
        }
    }
    return marks;
}

ui::MonthModel month_of(const ui::Ui& ui, const Samples& samples, core::Month month) {
    const app::Language language = ui.state().language;
    ui::MonthModel model;
    model.month = month;
    model.lanes = kChildren;
    for (core::Date date = month.grid_begin(); date <= month.grid_end(); date = date + 1) {
        ui::DayCell& day = model.days.emplace_back();
        const int number = date.day();
        day.date = date;
        day.in_month = core::Month::of(date) == month;
        day.name = app::day_name(language, date);
        if (!day.in_month) {
            continue;
        }
        day.today = number == kToday;
        day.chosen = date == samples.chosen;
        day.school_holiday = number >= kFirstOfHoliday && number <= kToday;
        day.marks = marks_on(ui, number);
        for (const ui::DayMark& mark : day.marks) {
            day.name += ", " + mark.initial + " " + mark.time + " ";
            day.name += ui::care_word(language, mark.state);
        }
        if (number == kClosed) {
            day.closed = words(ui, Text::name_closing);
            day.name += ", " + day.closed;
            day.hint = day.name;
        }
    }
    return model;
}

void month(ui::Ui& ui, ui::Column& column, Samples& samples, bool full) {
    const ui::MonthModel model = month_of(ui, samples, samples.month);
    ui::MonthGrid grid{model, full, [&](core::Month other) { return month_of(ui, samples, other); }};
    const ui::MonthGridResult result = ui::month_grid(ui, column, grid);
    if (result.chosen) {
        samples.chosen = *result.chosen;
        ui.redo();
    }
    if (result.turned_to) {
        samples.month = *result.turned_to;
        ui.redo();
    }
}

void key(ui::Ui& ui, ui::Column& column) {
    std::vector<ui::LegendItem> items;
    for (int i = 0; i < kStates; ++i) {
        const auto state = static_cast<core::CareState>(i);
        items.push_back({ui::LegendItem::Sign::kCare, state, static_cast<std::size_t>(i) % kChildren,
                         std::string(ui.text(ui::care_look(state).legend))});
    }
    items.push_back({ui::LegendItem::Sign::kClosed, {}, 0, std::string(words(ui, Text::name_closing))});
    items.push_back({ui::LegendItem::Sign::kSchoolHoliday, {}, 0, std::string(words(ui, Text::name_holiday))});
    ui::legend(ui, column, items);
}

}  // namespace

void calendar_section(ui::Ui& ui, ui::Column& column, Samples& samples) {
    {
        Part part(ui, column, "month", Text::part_month);
        month(ui, part.content(), samples, !ui.is_phone());
    }
    Part part(ui, column, "legend", Text::part_legend);
    key(ui, part.content());
}

void bars_section(ui::Ui& ui, Samples& samples) {
    constexpr std::array<std::string_view, 3> kKeys{"buttons", "choices", "fields"};
    const std::array<Text, 3> labels{Text::section_buttons, Text::section_choices, Text::section_fields};
    const std::array<const char*, 3> icons{ui::icon::kHouse, ui::icon::kCalendarDays, ui::icon::kScrollText};
    std::vector<ui::NavigationItem> items;
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
        const std::string_view label = words(ui, labels[i]);
        items.push_back({kKeys[i], label, label, icons[i], "/" + std::string(kKeys[i]), i == samples.tab});
    }
    ui::AppBar bar;
    bar.brand = ui.text(app::Text::app_name);
    bar.home_label = ui.text(app::Text::app_home);
    bar.home_href = "/tokens";
    bar.title = words(ui, Text::section_bars);
    bar.account_name = words(ui, Text::name_parent);
    bar.account_label = ui.text(app::Text::account_open, {{"name", bar.account_name}});
    bar.account_open = samples.account_open;
    bar.items = items;
    const ui::NavigationResult top = ui::app_bar(ui, bar);
    const auto bottom = ui::bottom_bar(ui, items, bar.brand);
    if (const auto followed = top.followed ? top.followed : bottom) {
        samples.tab = *followed;
        ui.redo();
    } else if (top.home_followed) {
        samples.tab = 0;
        ui.redo();
    }
    if (top.account_pressed) {
        samples.account_open = !samples.account_open;
        ui.redo();
    }
}

}  // namespace portal::gallery
