#include "app/selectors.hpp"
#include "ui/screens/log_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace portal::ui {
namespace {

using core::RequestState;

constexpr std::array<std::pair<RequestState, Text>, 6> kStates{{{RequestState::kSubmitted, Text::badge_asked},
                                                                {RequestState::kInReview, Text::badge_in_review},
                                                                {RequestState::kApproved, Text::badge_approved},
                                                                {RequestState::kRejected, Text::badge_rejected},
                                                                {RequestState::kWithdrawn, Text::badge_withdrawn},
                                                                {RequestState::kExpired, Text::badge_expired}}};

void state_chip(Ui& ui, ChipRow& row, std::optional<RequestState> wanted, Text name) {
    const auto& chosen = ui.state().route.log.state;
    const std::size_t count = app::requests_in(ui.state(), wanted).size();
    if (wanted && wanted != chosen && count == 0) {
        return;
    }
    const std::string label =
        ui.text(Text::requests_state, {{"state", ui.text(name)}, {"count", std::to_string(count)}});
    const std::string_view key = wanted ? core::to_string(*wanted) : std::string_view("all");
    Chip chip;
    chip.key = key;
    chip.label = label;
    chip.chosen = wanted == chosen;
    if (row.add(chip)) {
        ui.emit(app::LogFiltered{app::LogFiltered::Field::kState, wanted ? std::string(key) : std::string()});
    }
}

void state_chips(Ui& ui, Column& column) {
    const Group group(ui, Role::kGroup, "states", ui.text(Text::requests_filter));
    ChipRow row(ui, column);
    state_chip(ui, row, std::nullopt, Text::requests_all);
    for (const auto& [state, name] : kStates) {
        state_chip(ui, row, state, name);
    }
}

void entries_list(Ui& ui, Column& column) {
    const app::State& state = ui.state();
    const std::vector<const core::ChangeRequest*> shown = app::requests_in(state, state.route.log.state);
    if (shown.empty() && nothing_found(ui, column)) {
        ui.emit(app::LogFiltered{});
    }
    const bool ready = app::verdicts_ready(state);
    const auto context = ready ? std::optional(app::care_context(state)) : std::nullopt;
    const app::PageRange range = app::page_range(shown.size(), state.route.log.page);
    by_month(
        ui, column, range, [&](std::size_t index) { return shown[index]->submitted_at; },
        [&](std::size_t index) { request_card(ui, column, *shown[index], context ? &*context : nullptr); });
    pager(ui, column, range);
}

void content(Ui& ui, Column& column) {
    Beside columns(ui, column, kLogShare);
    log_choice(ui, columns.second());
    if (ui.state().requests.value->empty()) {
        empty_log(ui, columns.first());
        return;
    }
    state_chips(ui, columns.second());
    columns.second().space(16);
    entries_list(ui, columns.first());
}

}  // namespace

void requests_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::requests_title));
    const auto& requests = ui.state().requests;
    if (requests.failed()) {
        load_failure(ui, column, requests.failure, requests.value.has_value());
    }
    if (requests.value) {
        content(ui, column);
    } else if (!requests.failed()) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
