#include "ui/screens/month_model.hpp"

#include "app/calendar.hpp"
#include "app/format.hpp"
#include "app/selectors.hpp"
#include "core/stable_sort.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/widgets/avatar.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

using app::Text;

const std::vector<core::CareBlock> kNone;

std::string_view child_name(const app::State& state, const core::ChildId& id) {
    const core::Child* child = app::find_child(state, id);
    return child != nullptr ? std::string_view(child->first_name) : std::string_view();
}

DayMark mark_of(const app::State& state, const core::CareBlock& block) {
    const std::size_t child = app::child_index(state, block.child);
    return {child,
            state.only_child ? 0 : child,
            initial_of(child_name(state, block.child)),
            app::time_range(block.time),
            block.time.start.to_string(),
            block.state};
}

/// Adds to the day what its blocks say, and returns how many blocks those were.
std::size_t add_blocks(const app::State& state, const std::vector<core::CareBlock>& blocks, std::size_t from,
                       DayCell& day) {
    std::size_t i = from;
    for (; i < blocks.size() && blocks[i].date == day.date; ++i) {
        const core::CareBlock& block = blocks[i];
        if (!app::is_shown(state, block.child)) {
            continue;
        }
        day.marks.push_back(mark_of(state, block));
        day.name += ", ";
        day.name += child_name(state, block.child);
        day.name += ' ';
        // A screen reader says a dash as a pause or not at all.
        day.name += app::time_range_in_words(state.language, block.time);
        if (const std::string_view word = care_word(state.language, block.state); !word.empty()) {
            day.name += ' ';
            day.name += word;
        }
    }
    return i;
}

/// Holidays, closing days and school holidays.
void add_free_time(const app::State& state, DayCell& day) {
    std::string words;
    if (const auto closed = app::closed_day(state, day.date)) {
        day.closed = closed->name;
        words = ", " + app::translate(state.language, Text::month_closed, {{"name", closed_name(state, *closed)}});
    }
    if (const core::SchoolHoliday* holiday = app::school_holiday(state, day.date)) {
        day.school_holiday = true;
        words += ", " + holiday->name;
    }
    if (!words.empty()) {
        day.hint = day.name + words;
        day.name = day.hint;
    }
}

/// What an invoice's line is about.
void add_pointing(const app::State& state, DayCell& day) {
    if (!state.pointed) {
        return;
    }
    const std::vector<core::Date>& dates = state.pointed->dates;
    if (std::find(dates.begin(), dates.end(), day.date) != dates.end()) {
        day.pointed = true;
        day.name.append(", ").append(
            app::translate(state.language, Text::calendar_on_invoice, {{"number", state.pointed->invoice}}));
    }
}

}  // namespace

MonthModel month_model(const app::State& state, core::Month month) {
    MonthModel model;
    model.month = month;
    const api::Occupancy* occupancy = app::occupancy_of(state, month);
    model.loading = occupancy == nullptr;
    model.lanes = std::max<std::size_t>(1, app::shown_children(state).size());
    const std::vector<core::CareBlock>& blocks = occupancy != nullptr ? occupancy->blocks : kNone;
    const core::Date today = app::today(state);
    const core::Date chosen = app::shown_day(state);
    const core::Date begin = month.grid_begin();
    model.days.reserve(42);
    auto next = static_cast<std::size_t>(
        std::find_if(blocks.begin(), blocks.end(), [&](const core::CareBlock& block) { return block.date >= begin; }) -
        blocks.begin());
    for (core::Date date = begin; date <= month.grid_end(); date = date + 1) {
        DayCell& day = model.days.emplace_back();
        day.date = date;
        day.in_month = core::Month::of(date) == month;
        day.today = date == today;
        day.chosen = date == chosen && month == state.route.month;
        day.name = app::day_name(state.language, date);
        add_free_time(state, day);
        next = add_blocks(state, blocks, next, day);
        add_pointing(state, day);
        // A child's marks stand at the same height on every day, as far as that is possible.
        core::stable_sort(day.marks, [](const DayMark& a, const DayMark& b) { return a.child < b.child; });
    }
    return model;
}

}  // namespace portal::ui
