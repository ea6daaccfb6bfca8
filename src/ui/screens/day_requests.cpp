#include "app/calendar.hpp"
#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "ui/screens/calendar_text.hpp"
#include "ui/screens/request_actions.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/list_row.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

using core::RequestState;

/// Beside the avatar.
constexpr float kTextX = 48;

void child_row(Ui& ui, Column& column, ListRow row, const core::ChildId& child) {
    row.child = app::child_index(ui.state(), child);
    row.child_name = app::first_name(ui.state(), child);
    list_row(ui, column, row);
}

void contract_row(Ui& ui, Column& column, const core::CareBlock& block, std::size_t index) {
    const std::string key = "care-" + std::to_string(index);
    const std::string detail =
        app::time_range(block.time) + " · " + place_name(ui.state(), block.location, block.care_type);
    ListRow row;
    row.key = key;
    row.title = app::first_name(ui.state(), block.child);
    row.detail = detail;
    child_row(ui, column, row, block.child);
}

/// "Noor · 07:30–13:00", of a swap also the other day.
std::string detail_of(const Ui& ui, const core::ChangeRequest& request, core::Date day) {
    std::string text(app::first_name(ui.state(), request.child));
    if (request.kind == core::RequestKind::kSick) {
        return text;
    }
    const bool given = request.given && request.given->date == day && request.date != day;
    text += " · " + app::time_range(given ? request.given->time : request.time);
    return text;
}

std::string note_of(const Ui& ui, const core::ChangeRequest& request, core::Date day) {
    std::string text = cost_of(ui, request);
    const auto add = [&text](const std::string& more) { text += (text.empty() || more.empty() ? "" : " · ") + more; };
    if (request.given) {
        add(request.date != day ? ui.text(Text::log_wanted, {{"what", when_of(ui, request)}}) : given_of(ui, request));
    }
    if (request.kind == core::RequestKind::kSick) {
        add(when_of(ui, request));
    }
    add(request.decision_reason);
    return text;
}

void actions_row(Ui& ui, Column& column, const core::CareContext& context, const core::ChangeRequest& request) {
    if (const auto actions = actions_of(ui, context, request)) {
        const Group item(ui, Role::kListItem, "actions-" + request.id.value);
        Column inner{column.x + kTextX, column.y, column.width - kTextX};
        request_actions(ui, inner, request, *actions);
        column.y = inner.y + 8;
    }
}

void request_row(Ui& ui, Column& column, const core::CareContext* context, const core::ChangeRequest& request,
                 core::Date day) {
    const std::string key = "request-" + request.id.value;
    const std::string detail = detail_of(ui, request, day);
    const std::string note = note_of(ui, request, day);
    ListRow row;
    row.key = key;
    row.title = app::request_name(ui.state().language, request.kind);
    row.detail = detail;
    row.note = note;
    row.badge = badge_of(ui, request);
    child_row(ui, column, row, request.child);
    if (context != nullptr) {
        actions_row(ui, column, *context, request);
    }
}

void nothing(Ui& ui, Column& column, core::Date day) {
    column.space(4);
    const auto closed = app::closed_day(ui.state(), day);
    const std::string text = closed ? ui.text(Text::day_closed, {{"name", closed_name(ui.state(), *closed)}})
                                    : std::string(ui.text(Text::day_no_care));
    Paragraph none;
    none.key = "no-care";
    none.text = text;
    none.color = ui.colors().secondary;
    paragraph(ui, column, none);
}

}  // namespace

std::string amendment_error(const Ui& ui, const app::Amendment& amendment, const core::Verdict& verdict,
                            core::Date date) {
    if (amendment.failure != app::Failure::kNone) {
        return std::string(failure_text(ui, amendment.failure));
    }
    if (amendment.refused) {
        return app::explain(ui.state(), app::reason_of(verdict, *amendment.refused), verdict, date);
    }
    return amendment.rejected ? std::string(ui.text(Text::change_rejected)) : std::string();
}

void day_care_list(Ui& ui, Column& column, const core::CareContext* context, core::Date day) {
    const std::vector<core::CareBlock> blocks = app::blocks_on(ui.state(), day);
    std::vector<core::ChangeRequest> requests = app::requests_on(ui.state(), day);
    requests.erase(
        std::remove_if(requests.begin(), requests.end(),
                       [](const core::ChangeRequest& request) { return request.state == RequestState::kWithdrawn; }),
        requests.end());
    if (blocks.empty() && requests.empty()) {
        nothing(ui, column, day);
        return;
    }
    const Group list(ui, Role::kList, "care", ui.text(Text::day_care));
    std::size_t index = 0;
    for (const core::CareBlock& block : blocks) {
        if (!block.request) {
            contract_row(ui, column, block, index++);
        }
    }
    for (const core::ChangeRequest& request : requests) {
        request_row(ui, column, context, request, day);
    }
}

}  // namespace portal::ui
