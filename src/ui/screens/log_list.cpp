#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace portal::ui {
namespace {

core::Month month_of(core::Instant at) {
    return core::Month::of(core::amsterdam::local_time(at).date);
}

/// A page of the same list. What is read begins at its top.
void page_link(Ui& ui, const Rect& rect, Button look, int page) {
    app::Route route = ui.state().route;
    route.log.page = page;
    look.kind = ButtonKind::kSecondary;
    if (link_button(ui, rect, look, route)) {
        const auto title = std::find_if(ui.nodes().begin(), ui.nodes().end(), [](const Node& node) {
            return node.role == Role::kHeading && node.level == 1;
        });
        ui.memory().wanted_scroll = 0.0F;
        if (title != ui.nodes().end()) {
            ui.want_focus(title->id);
        }
    }
}

}  // namespace

void log_choice(Ui& ui, Column& column) {
    const std::array<Segment, 2> segments{
        {{"all", ui.text(Text::log_view_all)}, {"requests", ui.text(Text::log_view_requests)}}};
    const bool requests = ui.state().route.screen == app::Screen::kRequests;
    SegmentedControl control;
    control.key = "view";
    control.name = ui.text(Text::log_view);
    control.chosen = segments[requests ? 1 : 0].key;
    control.segments = segments;
    if (const auto chosen = segmented_control(ui, column, control)) {
        ui.emit(app::Navigated{route_to(ui, *chosen == 1 ? app::Screen::kRequests : app::Screen::kLog)});
    }
    column.space(16);
}

void by_month(Ui& ui, Column& column, const app::PageRange& range, const std::function<core::Instant(std::size_t)>& at,
              const std::function<void(std::size_t)>& show) {
    for (std::size_t next = range.first; next < range.end;) {
        const core::Month shown = month_of(at(next));
        const std::string name = app::month_name(ui.state().language, shown);
        const std::string key = "month-" + shown.to_string();
        Heading title;
        title.key = key;
        title.text = name;
        heading(ui, column, title);
        column.space(8);
        const Group group(ui, Role::kList, "entries-" + shown.to_string(), name);
        for (; next < range.end && month_of(at(next)) == shown; ++next) {
            show(next);
            column.space(12);
        }
        column.space(8);
    }
}

void pager(Ui& ui, Column& column, const app::PageRange& range) {
    if (range.pages == 1) {
        return;
    }
    const Group group(ui, Role::kNavigation, "pages", ui.text(Text::log_pages));
    Button before;
    before.key = "before";
    before.label = ui.text(Text::log_page_before);
    Button after;
    after.key = "after";
    after.label = ui.text(Text::log_page_after);
    const std::string place =
        ui.text(Text::log_page, {{"page", std::to_string(range.page)}, {"pages", std::to_string(range.pages)}});
    Paragraph where;
    where.key = "page";
    where.text = place;
    where.type = Type::kSecondary;
    paragraph(ui, column, where);
    column.space(8);
    const Rect row = column.take(button_height(ui));
    constexpr float kGap = 12;
    const float width = std::min((row.width - kGap) / 2, std::max(button_width(ui, before), button_width(ui, after)));
    if (range.page > 1) {
        page_link(ui, {row.x, row.y, width, row.height}, before, range.page - 1);
    }
    if (range.page < range.pages) {
        page_link(ui, {row.x + width + kGap, row.y, width, row.height}, after, range.page + 1);
    }
}

void empty_log(Ui& ui, Column& column) {
    Notice empty;
    empty.key = "empty";
    empty.icon = icon::kScrollText;
    empty.title = ui.text(Text::log_empty_title);
    empty.text = ui.text(Text::log_empty_text);
    empty.action = ui.text(Text::log_empty_action);
    if (notice(ui, column, empty)) {
        ui.emit(app::Navigated{route_to(ui, app::Screen::kChanges)});
    }
}

bool nothing_found(Ui& ui, Column& column) {
    Notice none;
    none.key = "none";
    none.icon = icon::kScrollText;
    none.title = ui.text(Text::log_none_title);
    none.text = ui.text(Text::log_none_text);
    none.action = ui.text(Text::log_filter_clear);
    return notice(ui, column, none);
}

}  // namespace portal::ui
