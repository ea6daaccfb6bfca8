#include "app/format.hpp"
#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/widgets/year_grid.hpp"

#include <array>
#include <string>
#include <string_view>

namespace portal::gallery {
namespace {

constexpr std::size_t kChildren = 3;

/// Which child has care on which weekdays, and in which state.
ui::YearDay day_of(const ui::Ui& ui, core::Date date) {
    using core::CareState;
    ui::YearDay day;
    day.name = app::day_name(ui.state().language, date);
    day.today = date == core::Month{2026, 11}.first() + 22;
    day.closed = date == core::Month{2026, 12}.first() + 24;
    day.school_holiday = date >= core::Month{2026, 7}.first() + 10 && date <= core::Month{2026, 8}.first() + 20;
    const auto weekday = static_cast<int>(date.weekday());
    if (day.closed || weekday > 4) {
        return day;
    }
    for (std::size_t child = 0; child < kChildren; ++child) {
        const auto place = static_cast<int>(child);
        if (weekday == place || weekday == place + 2) {
            const bool asked = date.day() == 26;
            day.marks.push_back({child, child, asked ? CareState::kExtraRequested : CareState::kContract});
        }
    }
    return day;
}

ui::YearModel year_of(const ui::Ui& ui, int year) {
    const app::Language language = ui.state().language;
    const std::array<Text, kChildren> names{Text::name_child, Text::name_other_child, Text::name_third_child};
    ui::YearModel model;
    model.year = year;
    model.lanes = kChildren;
    for (std::size_t i = 0; i < model.months.size(); ++i) {
        ui::YearMonth& month = model.months[i];
        month.month = {year, static_cast<int>(i) + 1};
        month.title = app::month_alone(language, month.month);
        month.name = app::month_name(language, month.month);
        std::array<int, kChildren> days{};
        for (core::Date date = month.month.first(); date <= month.month.last(); date = date + 1) {
            for (const ui::YearMark& mark : month.days.emplace_back(day_of(ui, date)).marks) {
                ++days[mark.child];
            }
        }
        for (std::size_t child = 0; child < kChildren; ++child) {
            ui::YearTotal& total = month.totals.emplace_back();
            total.child = child;
            total.child_name = words(ui, names[child]);
            total.text = app::days(language, days[child]);
            total.name = total.child_name + ": " + total.text;
        }
    }
    return model;
}

}  // namespace

void year_section(ui::Ui& ui, ui::Column& column, Samples& samples) {
    Part part(ui, column, "year", Text::part_year);
    const ui::YearModel model = year_of(ui, samples.year);
    const ui::YearGrid grid{model, core::Month{2026, 1}, 3, true, [&](int year) { return year_of(ui, year); }};
    const ui::YearGridResult result = ui::year_grid(ui, part.content(), grid);
    if (result.turned_to) {
        samples.year = *result.turned_to;
        ui.redo();
    }
}

}  // namespace portal::gallery
