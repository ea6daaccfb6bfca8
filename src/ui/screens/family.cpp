#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/record_links.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

constexpr float kGap = 12;

void title(Ui& ui, Column& column, std::string_view key, Text text) {
    Heading heading;
    heading.key = key;
    heading.text = ui.text(text);
    ui::heading(ui, column, heading);
    column.space(8);
}

/// "ma di do": the weekdays of a contract's care.
std::string weekdays_of(const Ui& ui, const core::PlacementContract& contract) {
    std::set<core::Weekday> days;
    for (const core::CareMoment& moment : contract.week) {
        days.insert(moment.weekday);
    }
    std::string text;
    for (const core::Weekday day : days) {
        text += (text.empty() ? "" : " ") + app::weekday_short(ui.state().language, day);
    }
    return text;
}

std::string age_of(const Ui& ui, const core::Child& child) {
    const int age = core::age_in_years(child.birth_date, app::today(ui.state()));
    return age == 0 ? std::string(ui.text(Text::family_age_baby))
                    : ui.text(Text::family_age, {{"years", std::to_string(age)}});
}

/// The contract that a child has now, else the one that comes next.
const core::PlacementContract* present_contract(const Ui& ui, const core::Child& child) {
    const core::Family& family = *ui.state().family.value;
    const core::Date today = app::today(ui.state());
    if (const auto* contract = core::contract_on(family, child.id, today)) {
        return contract;
    }
    const core::PlacementContract* next = nullptr;
    for (const core::PlacementContract& contract : family.contracts) {
        if (contract.child == child.id && contract.is_signed() && contract.start > today &&
            (next == nullptr || contract.start < next->start)) {
            next = &contract;
        }
    }
    return next;
}

// --- Children --------------------------------------------------------------------------------------------------------

void child_head(Ui& ui, Column& column, const core::Child& child, std::size_t index,
                const core::PlacementContract* contract) {
    constexpr float kAvatar = 44;
    constexpr float kTextX = kAvatar + 14;
    const std::string days = contract != nullptr ? weekdays_of(ui, *contract) : std::string();
    const float badge_room = days.empty() ? 0 : badge_width(ui, nullptr, days) + 12;
    const bool beside = column.width - kTextX - badge_room >= 140;
    Column text{column.x + kTextX, column.y, column.width - kTextX - (beside ? badge_room : 0)};
    const float top = text.y;
    Heading name;
    name.key = "name";
    const std::string full_name = child.first_name + " " + child.last_name;
    name.text = full_name;
    name.level = 3;
    heading(ui, text, name);
    const std::string detail = age_of(ui, child) + " · " +
                               (contract != nullptr ? place_name(ui.state(), contract->location, contract->care_type)
                                                    : std::string(ui.text(Text::family_no_contract)));
    quiet_line(ui, text, "about", detail);
    if (!days.empty()) {
        const Tone tone{ui.colors().accent, ui.colors().accent_tint};
        const float height = badge_height(ui);
        const Point at = beside ? Point{column.x + column.width - badge_room + 12, top + (kAvatar - height) / 2}
                                : Point{text.x, text.y + 8};
        badge(ui, at, tone, nullptr, days);
        ui.record(Role::kText, "days", {at.x, at.y, badge_room - 12, height}).name = days;
        text.y = beside ? text.y : at.y + height;
    }
    child_avatar(ui, {column.x, top, kAvatar, kAvatar}, index, child.first_name);
    column.y = std::max(text.y, top + kAvatar);
}

void child_card(Ui& ui, Column& column, const core::Child& child, std::size_t index) {
    const Group group(ui, Role::kRegion, "child-" + child.id.value, child.first_name);
    const core::PlacementContract* contract = present_contract(ui, child);
    Card card(ui, column);
    Column& content = card.content();
    child_head(ui, content, child, index, contract);
    content.space(12);
    card.divider();
    content.space(4);
    std::vector<Fact> list{
        {"born", std::string(ui.text(Text::family_born)), app::plain_date(ui.state().language, child.birth_date)}};
    if (contract != nullptr) {
        list.push_back({"group", std::string(ui.text(Text::family_group)), contract->group});
    }
    fact_list(ui, content, "facts", child.first_name, list);
    child_links(ui, card, child, contract);
}

/// Below the heading of a part, or on a page of its own right below the page's title.
std::uint8_t card_level(const Ui& ui) {
    return ui.state().route.record == app::RecordPage::kNone ? 3 : 2;
}

}  // namespace

void guardian_card(Ui& ui, Column& column, const core::Guardian& guardian) {
    const std::string name = guardian.first_name + " " + guardian.last_name;
    const Group group(ui, Role::kRegion, "guardian-" + guardian.id.value, name);
    Card card(ui, column);
    Column& content = card.content();
    constexpr float kAvatar = 44;
    const float top = content.y;
    Column text{content.x + kAvatar + 14, content.y, content.width - kAvatar - 14};
    person_avatar(ui, {content.x, top, kAvatar, kAvatar}, name);
    Heading title;
    title.key = "name";
    title.text = name;
    title.level = card_level(ui);
    heading(ui, text, title);
    quiet_line(ui, text, "role", ui.text(guardian.pays ? Text::family_pays : Text::family_guardian));
    content.y = std::max(text.y, top + kAvatar) + 12;
    card.divider();
    content.space(4);
    fact_list(ui, content, "facts", name,
              {{"email", std::string(ui.text(Text::family_email)), guardian.email},
               {"phone", std::string(ui.text(Text::family_phone)), app::phone_number(guardian.phone)}});
    guardian_links(ui, card, guardian);
}

namespace {

/// Each weekday with its times: "ma 07:30–18:30 · di 14:00–18:30".
std::string week_of(const Ui& ui, const core::PlacementContract& contract) {
    std::string text;
    for (const core::CareMoment& moment : contract.week) {
        text += text.empty() ? "" : " · ";
        text += app::weekday_short(ui.state().language, moment.weekday) + " " + app::time_range(moment.time);
        if (moment.days == core::DayKind::kSchoolHoliday) {
            text += " " + std::string(ui.text(Text::family_in_school_holidays));
        }
    }
    return text;
}

void contract_link(Ui& ui, Column& column, const core::PlacementContract& contract, const std::string& name) {
    const app::Route route = contract_route(ui, contract);
    const std::string href = app::to_path(route);
    const std::vector<std::string> lines{std::string(ui.text(Text::contract_link_about))};
    const Group list(ui, Role::kList, "further", name);
    ActionRow row;
    row.key = "contract";
    row.name = ui.text(Text::contract_link);
    row.lines = lines;
    row.icon = icon::kFileText;
    row.href = href;
    if (action_row(ui, column, row)) {
        ui.emit(app::Navigated{route});
    }
}

}  // namespace

void contract_card(Ui& ui, Column& column, const core::PlacementContract& contract) {
    const core::Child* child = app::find_child(ui.state(), contract.child);
    const std::string who = child != nullptr ? child->first_name : std::string();
    const std::string name = who + " · " + place_name(ui.state(), contract.location, contract.care_type);
    // A child may have had the same place before.
    const Group group(ui, Role::kRegion, "contract-" + contract.id.value, name + " · " + contract.number);
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "name";
    title.text = name;
    title.level = card_level(ui);
    title.type = Type::kItem;
    heading(ui, content, title);
    content.space(4);
    contract_phase(ui, content, contract);
    content.space(12);
    card.divider();
    content.space(4);
    const app::Language language = ui.state().language;
    const std::string period =
        contract.end ? ui.text(Text::family_period, {{"start", app::plain_date(language, contract.start)},
                                                     {"end", app::plain_date(language, *contract.end)}})
                     : ui.text(Text::family_period_open, {{"start", app::plain_date(language, contract.start)}});
    fact_list(ui, content, "facts", name,
              {{"care", std::string(ui.text(Text::family_care)), app::care_type(language, contract.care_type)},
               {"number", std::string(ui.text(Text::family_contract_number)), contract.number},
               {"period", std::string(ui.text(Text::family_term)), period},
               {"week", std::string(ui.text(Text::family_week)), week_of(ui, contract)},
               {"rate", std::string(ui.text(Text::family_rate)),
                ui.text(Text::family_rate_per_hour, {{"price", app::money(language, contract.hourly_rate)}})}});
    card.divider();
    contract_link(ui, content, contract, name);
    content.space(-8);
}

namespace {

/// Cards in as many columns as there is room for, each under the shortest so far.
template <class Item, class Draw>
void cards(Ui& ui, Column& column, const std::vector<Item>& items, Draw draw) {
    const bool two = column.width / ui.theme().text_scale >= 760;
    const float width = two ? (column.width - kGap - 4) / 2 : column.width;
    std::array<Column, 2> columns{{{column.x, column.y, width}, {column.x + width + kGap + 4, column.y, width}}};
    for (std::size_t i = 0; i < items.size(); ++i) {
        Column& shorter = two && columns[1].y < columns[0].y ? columns[1] : columns[0];
        draw(shorter, items[i], i);
        shorter.space(kGap);
    }
    column.y = std::max(columns[0].y, two ? columns[1].y : 0);
}

void content(Ui& ui, Column& column, const core::Family& family) {
    title(ui, column, "children-title", Text::family_children);
    cards(ui, column, family.children,
          [&](Column& place, const core::Child& child, std::size_t i) { child_card(ui, place, child, i); });
    column.space(12);
    title(ui, column, "guardians-title", Text::family_guardians);
    cards(ui, column, family.guardians,
          [&](Column& place, const core::Guardian& guardian, std::size_t) { guardian_card(ui, place, guardian); });
    column.space(12);
    title(ui, column, "contracts-title", Text::family_contracts);
    cards(ui, column, family.contracts, [&](Column& place, const core::PlacementContract& contract, std::size_t) {
        contract_card(ui, place, contract);
    });
}

}  // namespace

void family_screen(Ui& ui, Page& page) {
    if (ui.state().route.record != app::RecordPage::kNone) {
        record_screen(ui, page);
        return;
    }
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::app_family));
    const auto& family = ui.state().family;
    if (family.failed()) {
        load_failure(ui, column, family.failure, family.value.has_value());
    }
    if (family.value) {
        content(ui, column, *family.value);
    } else if (!family.failed()) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
