#include "app/calendar.hpp"
#include "app/overview.hpp"
#include "app/selectors.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/overview_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/care_look.hpp"
#include "ui/widgets/text.hpp"

#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::CareState;

std::string title_of(const Ui& ui, core::Date today) {
    if (app::anybody_comes(ui.state(), today)) {
        return std::string(ui.text(Text::overview_today));
    }
    if (const auto closed = app::closed_day(ui.state(), today)) {
        return ui.text(Text::overview_today_closed, {{"name", closed_name(ui.state(), *closed)}});
    }
    return std::string(ui.text(Text::overview_today_none));
}

void block_row(Ui& ui, Column& column, const core::Child& child, const core::CareBlock& block) {
    const std::string key = child.id.value + block.date.to_string() + block.time.start.to_string();
    const std::string detail =
        app::time_range(block.time) + " · " + place_name(ui.state(), block.location, block.care_type);
    ListRow row;
    row.key = key;
    row.title = child.first_name;
    row.detail = detail;
    row.child = app::child_index(ui.state(), child.id);
    row.child_name = child.first_name;
    row.badge = care_badge(ui, block.state);
    list_row(ui, column, row);
}

/// Returns whether there were any.
bool rows(Ui& ui, Column& column, std::string_view key, core::Date day) {
    const std::vector<app::ChildDay> care = app::care_on(ui.state(), day);
    if (care.empty()) {
        return false;
    }
    column.space(12);
    Column inside{column.x - 8, column.y, column.width + 16};
    {
        Card ground(ui, inside, 8, ui.colors().surface);
        Column content = ground.content().inside(4);
        const Group list(ui, Role::kList, key, app::day_name(ui.state().language, day));
        content.space(-6);  // rows bring their own space
        for (const app::ChildDay& of : care) {
            for (const core::CareBlock& block : of.blocks) {
                block_row(ui, content, *of.child, block);
            }
        }
        ground.content().y = content.y - 6;
    }
    column.y = inside.y;
    return true;
}

/// It stands out by day; on a dark screen that much of a bright colour would dazzle.
Tone tone_of(const Ui& ui) {
    const Palette& colors = ui.colors();
    return ui.theme().dark ? Tone{colors.text, colors.accent_tint} : Tone{colors.on_accent, colors.accent};
}

void line(Ui& ui, Column& column, std::string_view key, std::string_view text) {
    Paragraph words;
    words.key = key;
    words.text = text;
    words.color = tone_of(ui).text;
    paragraph(ui, column, words);
}

}  // namespace

std::optional<RowBadge> care_badge(const Ui& ui, CareState state) {
    const Palette& colors = ui.colors();
    const std::string_view word = care_word(ui.state().language, state);
    const char* icon = care_look(state).icon;
    switch (state) {
        case CareState::kContract:
            break;
        case CareState::kExtraApproved:
            return RowBadge{colors.approved, icon, word};
        case CareState::kExtraRequested:
        case CareState::kSwapRequested:
        case CareState::kGivenUpRequested:
            return RowBadge{colors.asked, icon, word};
        case CareState::kSwapApproved:
        case CareState::kGivenUp:
            return RowBadge{colors.swap, icon, word};
        case CareState::kAbsent:
            return RowBadge{colors.absent, icon, word};
        case CareState::kSick:
            return RowBadge{colors.sick, icon, word};
    }
    return std::nullopt;
}

void today_part(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const core::Date today = app::today(state);
    const std::string title = title_of(ui, today);
    const Group region(ui, Role::kRegion, "today", title);
    Card card(ui, column, 20, tone_of(ui).ground);
    Column& content = card.content();
    line(ui, content, "date", app::day_name(state.language, today));
    Heading head;
    head.key = "title";
    head.text = title;
    head.type = Type::kTitle;
    head.color = tone_of(ui).text;
    heading(ui, content, head);
    bool ends_with_rows = rows(ui, content, "today-care", today);
    if (const auto next = app::next_care_day(state); next && !app::anybody_comes(state, today)) {
        content.space(12);
        line(ui, content, "next-day",
             ui.text(Text::overview_next_day, {{"day", app::day_name(state.language, *next)}}));
        ends_with_rows = rows(ui, content, "next-care", *next);
    }
    content.space(ends_with_rows ? -8 : 0);  // as much below them as beside them
}

}  // namespace portal::ui
