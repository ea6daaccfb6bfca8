#include "ui/screens/calendar_text.hpp"

#include "app/format.hpp"
#include "app/selectors.hpp"
#include "ui/widgets/care_look.hpp"

#include <algorithm>
#include <utility>

namespace portal::ui {
namespace {

using app::Text;

/// In a month it is clear which: the days alone.
std::string dated(const app::State& state, std::string_view name, core::Date first, core::Date last) {
    std::string days = std::to_string(first.day());
    if (last != first) {
        days += "–" + std::to_string(last.day());
    }
    return app::translate(state.language, Text::calendar_dated, {{"name", name}, {"days", days}});
}

/// Days beside each other with the same name are one item.
std::vector<LegendItem> closed_days(const app::State& state, core::Month month) {
    struct Run {
        std::string name;
        core::Date first;
        core::Date last;
    };
    std::vector<Run> runs;
    for (core::Date day = month.first(); day <= month.last(); day = day + 1) {
        if (const auto closed = app::closed_day(state, day)) {
            const std::string name = closed_name(state, *closed);
            if (!runs.empty() && runs.back().name == name && runs.back().last + 1 == day) {
                runs.back().last = day;
            } else {
                runs.push_back({name, day, day});
            }
        }
    }
    std::vector<LegendItem> items;
    for (const Run& run : runs) {
        LegendItem& item = items.emplace_back();
        item.sign = LegendItem::Sign::kClosed;
        item.text = dated(state, run.name, run.first, run.last);
    }
    return items;
}

}  // namespace

std::string_view care_word(app::Language language, core::CareState state) {
    switch (state) {
        case core::CareState::kExtraRequested:
            return app::text(language, Text::state_asked);
        case core::CareState::kExtraApproved:
            return app::text(language, Text::state_extra_approved);
        case core::CareState::kSwapRequested:
            return app::text(language, Text::state_swap_requested);
        case core::CareState::kSwapApproved:
            return app::text(language, Text::state_swap_approved);
        case core::CareState::kGivenUpRequested:
            return app::text(language, Text::state_given_up_requested);
        case core::CareState::kGivenUp:
            return app::text(language, Text::state_given_up);
        case core::CareState::kAbsent:
            return app::text(language, Text::state_absent);
        case core::CareState::kSick:
            return app::text(language, Text::state_sick);
        case core::CareState::kContract:
            break;
    }
    return {};
}

std::string closed_name(const app::State& state, const app::ClosedDay& closed) {
    return closed.place.empty() ? closed.name
                                : app::translate(state.language, Text::calendar_closed_place,
                                                 {{"name", closed.name}, {"place", closed.place}});
}

std::vector<LegendItem> free_time(const app::State& state, core::Month month) {
    std::vector<LegendItem> items = closed_days(state, month);
    if (!state.locations.value) {
        return items;
    }
    for (const core::SchoolHoliday& holiday : state.locations.value->calendar.school_holidays) {
        if (holiday.first <= month.last() && month.first() <= holiday.last) {
            LegendItem& item = items.emplace_back();
            item.sign = LegendItem::Sign::kSchoolHoliday;
            item.text = dated(state, holiday.name, std::max(holiday.first, month.first()),
                              std::min(holiday.last, month.last()));
        }
    }
    return items;
}

std::vector<LegendItem> care_states(const app::State& state, const api::Occupancy* occupancy, core::Date first,
                                    core::Date last) {
    std::vector<LegendItem> items;
    if (occupancy == nullptr) {
        return items;
    }
    for (const core::CareBlock& block : occupancy->blocks) {
        if (block.date < first || last < block.date || !app::is_shown(state, block.child)) {
            continue;
        }
        const auto place =
            std::find_if(items.begin(), items.end(), [&](const LegendItem& item) { return item.state >= block.state; });
        if (place != items.end() && place->state == block.state) {
            continue;
        }
        LegendItem item;
        item.state = block.state;
        item.child = app::child_index(state, block.child);
        item.text = app::text(state.language, care_look(block.state).legend);
        items.insert(place, std::move(item));
    }
    return items;
}

}  // namespace portal::ui
