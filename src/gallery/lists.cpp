#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/card_links.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/timeline.hpp"

#include <array>
#include <string>
#include <vector>

namespace portal::gallery {
namespace {

void rows(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "rows", Text::part_rows);
    const ui::Group list(ui, ui::Role::kList, "list", words(ui, Text::part_rows));
    ui::ListRow row;
    row.key = "contract";
    row.title = words(ui, Text::name_child);
    row.detail = words(ui, Text::line_place);
    row.child_name = row.title;
    ui::list_row(ui, part.content(), row);
    row.key = "asked";
    row.title = words(ui, Text::line_approved);
    row.detail = words(ui, Text::name_other_child);
    row.note = words(ui, Text::line_place);
    row.child = 1;
    row.child_name = row.detail;
    row.badge = ui::RowBadge{ui.colors().approved, ui::icon::kCheck, words(ui, Text::badge_approved)};
    ui::list_row(ui, part.content(), row);
}

void actions(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "actions", Text::part_actions);
    const ui::Group list(ui, ui::Role::kList, "list", words(ui, Text::part_actions));
    const std::vector<std::string> can{std::string(words(ui, Text::line_action_detail))};
    const std::vector<std::string> cannot{std::string(words(ui, Text::line_refused_detail))};
    const std::vector<std::string> leads{std::string(words(ui, Text::line_link_detail))};
    ui::ActionRow row;
    row.key = "can";
    row.name = words(ui, Text::line_action);
    row.icon = ui::icon::kPlus;
    row.lines = can;
    ui::action_row(ui, part.content(), row);
    ui::ActionRow refused = row;
    refused.key = "cannot";
    refused.name = words(ui, Text::line_refused);
    refused.icon = ui::icon::kCircleSlash;
    refused.lines = cannot;
    refused.refused = words(ui, Text::line_refused_word);
    ui::action_row(ui, part.content(), refused);
    ui::ActionRow link = row;
    link.key = "leads";
    link.name = words(ui, Text::line_link);
    link.icon = ui::icon::kHourglass;
    link.lines = leads;
    link.href = "/lists";
    link.tone = ui.colors().warning;
    ui::action_row(ui, part.content(), link);
}

std::array<ui::TimelineEntry, 3> credit(const ui::Ui& ui, const std::array<std::string, 3>& hours) {
    std::array<ui::TimelineEntry, 3> lots;
    constexpr std::array<Text, 3> kWhen{Text::line_lot_spent, Text::line_lot_soon, Text::line_lot_later};
    constexpr std::array<std::string_view, 3> kKeys{"spent", "soon", "later"};
    for (std::size_t i = 0; i < lots.size(); ++i) {
        lots[i].key = kKeys[i];
        lots[i].when = words(ui, kWhen[i]);
        lots[i].title = hours[i];
        lots[i].detail = words(ui, Text::line_lot_detail);
    }
    lots[0].icon = ui::icon::kCheck;
    lots[0].mark = ui::TimelineMark::kDone;
    lots[1].icon = ui::icon::kHourglass;
    lots[1].mark = ui::TimelineMark::kPressing;
    lots[2].icon = ui::icon::kHourglass;
    return lots;
}

std::array<ui::TimelineEntry, 3> steps(const ui::Ui& ui) {
    std::array<ui::TimelineEntry, 3> made;
    made[0].key = "asked";
    made[0].title = words(ui, Text::line_step_asked);
    made[0].mark = ui::TimelineMark::kDone;
    made[1].key = "review";
    made[1].title = words(ui, Text::line_step_review);
    made[1].mark = ui::TimelineMark::kNow;
    made[1].badge = ui::RowBadge{ui.colors().asked, ui::icon::kClock, words(ui, Text::badge_asked)};
    made[2].key = "answer";
    made[2].title = words(ui, Text::line_step_answer);
    return made;
}

/// What can be done with a card, at its lower edge: at rest, busy, and what unfolds something.
void links(ui::Ui& ui, ui::Column& column) {
    const auto link = [&](std::string_view key, Text label, const char* icon) {
        const std::string name(words(ui, label));
        return ui::CardLink{key, name, name, icon, {}};
    };
    Part part(ui, column, "links", Text::part_links);
    ui::ListRow row;
    row.key = "child";
    row.title = words(ui, Text::name_child);
    row.detail = words(ui, Text::line_place);
    row.child_name = row.title;
    {
        const ui::Group list(ui, ui::Role::kList, "list", words(ui, Text::part_links));
        ui::list_row(ui, part.content(), row);
    }
    std::vector<ui::CardLink> all{link("edit", Text::link_edit, ui::icon::kPencil),
                                  link("undo", Text::link_undo, ui::icon::kUndo2),
                                  link("rule", Text::link_rule, ui::icon::kScrollText)};
    all[1].busy = true;
    all[2].expanded = semantics::Toggle::kOff;
    ui::card_links(ui, part.card(), all);
}

void timelines(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "timeline", Text::part_timeline);
    Cells cells(ui, part.content(), 320);
    cells.add("credit", Text::line_credit, [&](ui::Column& cell) {
        const std::array<std::string, 3> hours{hours_in_words(ui, 4), hours_in_words(ui, 5.5F), hours_in_words(ui, 10)};
        ui::timeline(ui, cell, "lots", words(ui, Text::line_credit), credit(ui, hours));
    });
    cells.add("request", Text::line_request,
              [&](ui::Column& cell) { ui::timeline(ui, cell, "steps", words(ui, Text::line_request), steps(ui)); });
}

void notices(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "notices", Text::part_empty);
    ui::Notice empty;
    empty.key = "empty";
    empty.icon = ui::icon::kScrollText;
    empty.title = words(ui, Text::empty_title);
    empty.text = words(ui, Text::empty_text);
    empty.action = words(ui, Text::empty_action);
    {
        const ui::Group group(ui, ui::Role::kGroup, "empty-state");
        ui::notice(ui, part.content(), empty);
    }
    part.divider();
    const ui::Group group(ui, ui::Role::kGroup, "failed-state");
    ui::load_failure(ui, part.content(), app::Failure::kUnreachable, false);
}

}  // namespace

void lists_section(ui::Ui& ui, ui::Column& column) {
    rows(ui, column);
    links(ui, column);
    actions(ui, column);
    timelines(ui, column);
    notices(ui, column);
}

}  // namespace portal::gallery
