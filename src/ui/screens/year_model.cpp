#include "ui/screens/year_model.hpp"

#include "app/calendar.hpp"
#include "app/format.hpp"
#include "app/selectors.hpp"
#include "ui/screens/calendar_text.hpp"

#include <algorithm>
#include <utility>

namespace portal::ui {
namespace {

using app::Text;

const std::vector<core::CareBlock> kNone;

/// What has to be looked up once for all days of a year.
struct Source {
    const app::State& state;
    const std::vector<core::CareBlock>& blocks;
    std::size_t next = 0;  ///< the first block that no day has had yet
    core::Date today;
    bool in_words = true;
};

void add_marks(Source& source, core::Date date, YearDay& day) {
    const app::State& state = source.state;
    for (; source.next < source.blocks.size() && source.blocks[source.next].date <= date; ++source.next) {
        const core::CareBlock& block = source.blocks[source.next];
        if (block.date == date && app::is_shown(state, block.child)) {
            const std::size_t child = app::child_index(state, block.child);
            // By child and then by time, which is the blocks' own order.
            const auto later = std::find_if(day.marks.begin(), day.marks.end(),
                                            [&](const YearMark& mark) { return mark.child > child; });
            day.marks.insert(later, {child, state.only_child ? 0 : child, block.state});
        }
    }
}

/// Who is there, without times: those are in the month.
void say_marks(const app::State& state, YearDay& day) {
    for (const YearMark& mark : day.marks) {
        day.name += ", " + state.family.value->children[mark.child].first_name;
        if (const std::string_view word = care_word(state.language, mark.state); !word.empty()) {
            day.name += ' ';
            day.name += word;
        }
    }
}

YearDay year_day(Source& source, core::Date date) {
    const app::State& state = source.state;
    YearDay day;
    day.today = date == source.today;
    const auto closed = app::closed_day(state, date);
    const core::SchoolHoliday* holiday = app::school_holiday(state, date);
    day.closed = closed.has_value();
    day.school_holiday = holiday != nullptr;
    if (source.in_words) {
        day.name = app::day_name(state.language, date);
        if (closed) {
            day.name += ", ";
            day.name += app::translate(state.language, Text::month_closed, {{"name", closed_name(state, *closed)}});
        }
        if (holiday != nullptr) {
            day.name += ", " + holiday->name;
        }
    }
    add_marks(source, date, day);
    if (source.in_words && state.family.value) {
        say_marks(state, day);
    }
    return day;
}

std::vector<YearTotal> year_totals(const app::State& state, core::Month month) {
    std::vector<YearTotal> totals;
    for (const app::CareTotal& total : app::care_totals(state, month)) {
        const std::string days = app::days(state.language, total.days);
        const std::string hours = app::hours(state.language, total.minutes);
        YearTotal& made = totals.emplace_back();
        made.child = total.child;
        made.child_name = state.family.value->children[total.child].first_name;
        made.text = app::translate(state.language, Text::year_total, {{"days", days}, {"hours", hours}});
        made.name = app::translate(state.language, Text::year_total_in_words,
                                   {{"child", made.child_name}, {"days", days}, {"hours", hours}});
    }
    return totals;
}

YearMonth year_month(Source& source, core::Month month) {
    YearMonth made;
    made.month = month;
    made.title = app::month_alone(source.state.language, month);
    made.name = app::month_name(source.state.language, month);
    for (core::Date date = month.first(); date <= month.last(); date = date + 1) {
        made.days.push_back(year_day(source, date));
    }
    made.free_time = free_time(source.state, month);
    made.totals = year_totals(source.state, month);
    return made;
}

}  // namespace

YearModel year_model(const app::State& state, int year, bool in_words) {
    const api::Occupancy* occupancy = app::occupancy_of_year(state, year);
    Source source{state, occupancy != nullptr ? occupancy->blocks : kNone, 0, app::today(state), in_words};
    YearModel model;
    model.year = year;
    // Names of days off and the children's totals make months higher: a page that scrolls to one of them waits for all.
    const auto awaited = [](const auto& remote) { return remote.loading() && !remote.value; };
    model.loading = occupancy == nullptr || awaited(state.locations) || awaited(state.family);
    model.lanes = std::max<std::size_t>(1, app::shown_children(state).size());
    for (std::size_t i = 0; i < model.months.size(); ++i) {
        model.months[i] = year_month(source, {year, static_cast<int>(i) + 1});
    }
    return model;
}

}  // namespace portal::ui
