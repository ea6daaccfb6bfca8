#include "ui/widgets/notice.hpp"

#include "app/age.hpp"
#include "app/format.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace portal::ui {
namespace {

/// Wrapped lines, each in the middle.
void centred_text(Ui& ui, Column& column, const TextStyle& style, std::string_view text, Color color) {
    for (const std::string_view line : ui.fonts().wrapped(style, text, column.width)) {
        draw_line(ui, column.take(style.line), style, line, color, Align::kCentre);
    }
}

}  // namespace

bool notice(Ui& ui, Column& column, const Notice& notice) {
    constexpr float kDisc = 72;
    constexpr float kIcon = 32;
    constexpr float kWidest = 420;
    const Palette& colors = ui.colors();
    const float width = std::min(column.width, kWidest);
    Column inner{column.x + (column.width - width) / 2, column.y + 24, width};
    const Rect disc = centred(inner.take(kDisc), kDisc, kDisc);
    const Tone tone = notice.is_error ? colors.error : Tone{colors.accent, colors.accent_tint};
    ui.paint().fill(disc, tone.ground, kDisc / 2);
    const Rect place = centred(disc, kIcon, kIcon);
    ui.paint().icon({place.x, place.y}, kIcon, notice.icon, tone.text);
    inner.space(16);

    bool pressed = false;
    {
        const Group group(ui, notice.is_error ? Role::kAlert : Role::kGroup, notice.key);
        const float title_y = inner.y;
        centred_text(ui, inner, ui.theme().type(Type::kSection), notice.title, colors.text);
        ui.record(Role::kParagraph, "title", {inner.x, title_y, inner.width, inner.y - title_y}).name = notice.title;
        inner.space(4);
        const float text_y = inner.y;
        centred_text(ui, inner, ui.theme().type(Type::kBody), notice.text, colors.secondary);
        ui.record(Role::kParagraph, "text", {inner.x, text_y, inner.width, inner.y - text_y}).name = notice.text;
    }
    if (!notice.action.empty()) {
        inner.space(16);
        Button retry;
        retry.key = "retry";
        retry.label = notice.action;
        retry.kind = ButtonKind::kSecondary;
        retry.icon = notice.is_error ? icon::kRotateCcw : nullptr;
        const Rect row = inner.take(button_height(ui));
        pressed = button(ui, centred(row, std::min(row.width, button_width(ui, retry)), row.height), retry);
    }
    column.y = inner.y + 24;
    return pressed;
}

std::string_view failure_text(const Ui& ui, app::Failure failure) {
    switch (failure) {
        case app::Failure::kUnreachable:
            return ui.text(Text::failure_unreachable);
        case app::Failure::kTimedOut:
            return ui.text(Text::failure_timed_out);
        case app::Failure::kMissing:
            return ui.text(Text::failure_missing);
        default:
            return ui.text(Text::failure_server);
    }
}

namespace {

/// Above the data that is there: one line, one button.
void outdated(Ui& ui, Column& column, app::Failure failure) {
    const Group group(ui, Role::kGroup, "outdated");
    std::string text(failure_text(ui, failure));
    const app::State& state = ui.state();
    if (const auto moment = app::shown_as_of(state)) {
        const std::string age = app::time_ago(state.language, state.now.seconds - moment->seconds);
        text += " " + ui.text(Text::failure_outdated, {{"age", age}});
    }
    Banner error;
    error.key = "text";
    error.text = text;
    error.kind = BannerKind::kError;
    error.appears = true;
    banner(ui, column, error);
    column.space(8);
    Button retry;
    retry.key = "retry";
    retry.label = ui.text(Text::common_retry);
    retry.kind = ButtonKind::kSecondary;
    retry.icon = icon::kRotateCcw;
    retry.busy = state.session_request != 0;
    const Rect row = column.take(button_height(ui));
    if (button(ui, {row.x, row.y, std::min(row.width, button_width(ui, retry)), row.height}, retry)) {
        ui.emit(app::RetryPressed{});
    }
    column.space(12);
}

}  // namespace

void load_failure(Ui& ui, Column& column, app::Failure failure, bool has_data) {
    if (has_data) {
        outdated(ui, column, failure);
        return;
    }
    Notice failed;
    failed.key = "load-failure";
    failed.icon =
        failure == app::Failure::kServer || failure == app::Failure::kMissing ? icon::kCircleAlert : icon::kWifiOff;
    failed.title = ui.text(Text::failure_title);
    failed.text = failure_text(ui, failure);
    failed.action = ui.text(Text::common_retry);
    failed.is_error = true;
    if (notice(ui, column, failed)) {
        ui.emit(app::RetryPressed{});
    }
}

}  // namespace portal::ui
