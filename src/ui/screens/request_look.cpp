#include "ui/screens/request_look.hpp"

#include "ui/icons.hpp"

#include <array>

namespace portal::ui {

using core::RequestKind;
using core::RequestState;

const char* icon_of(RequestKind kind) {
    constexpr std::array<const char*, 4> kIcons{icon::kPlus, icon::kArrowLeftRight, icon::kCalendarX,
                                                icon::kThermometer};
    return kIcons[static_cast<std::size_t>(kind)];
}

RowBadge badge_of(const Ui& ui, const core::ChangeRequest& request) {
    const Palette& colors = ui.colors();
    const bool report = request.kind == RequestKind::kAbsence || request.kind == RequestKind::kSick;
    switch (request.state) {
        case RequestState::kSubmitted:
            return {colors.asked, icon::kClock, ui.text(Text::badge_asked)};
        case RequestState::kInReview:
            return {colors.asked, icon::kHourglass, ui.text(Text::badge_in_review)};
        case RequestState::kApproved:
            return {colors.approved, icon::kCheck, ui.text(report ? Text::badge_reported : Text::badge_approved)};
        case RequestState::kRejected:
            return {colors.error, icon::kX, ui.text(Text::badge_rejected)};
        case RequestState::kWithdrawn:
            return {colors.closed, icon::kRotateCcw, ui.text(Text::badge_withdrawn)};
        case RequestState::kExpired:
            break;
    }
    return {colors.closed, icon::kHourglass, ui.text(Text::badge_expired)};
}

std::string when_of(const Ui& ui, const core::ChangeRequest& request) {
    const app::Language language = ui.state().language;
    const std::string day = app::day_name_with_year(language, request.date);
    if (request.kind != RequestKind::kSick) {
        return day + ", " + app::time_range(request.time);
    }
    if (!request.last) {
        return ui.text(Text::log_sick_from, {{"day", day}});
    }
    return *request.last == request.date
               ? day
               : ui.text(Text::log_sick_range, {{"first", app::day_name(language, request.date)},
                                                {"last", app::day_name_with_year(language, *request.last)}});
}

std::string given_of(const Ui& ui, const core::ChangeRequest& request) {
    if (!request.given) {
        return {};
    }
    const std::string what =
        app::day_name(ui.state().language, request.given->date) + ", " + app::time_range(request.given->time);
    return ui.text(Text::log_given, {{"what", what}});
}

std::string cost_of(const Ui& ui, const core::ChangeRequest& request) {
    const app::Language language = ui.state().language;
    std::string text = request.price.cents > 0 ? app::money(language, request.price) : std::string();
    if (request.credit_used.amount > 0) {
        text += text.empty() ? "" : " · ";
        text += ui.text(Text::log_paid_credit, {{"amount", app::credit(language, request.credit_used)}});
    }
    return text;
}

}  // namespace portal::ui
