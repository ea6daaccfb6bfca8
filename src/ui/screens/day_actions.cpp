#include "app/calendar.hpp"
#include "app/explain.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"
#include "ui/icons.hpp"
#include "ui/screens/request_look.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::ReasonCode;
using core::RequestKind;

struct ChildVerdict {
    const core::Child* child;
    core::Verdict verdict;
    bool gives = false;  ///< a swap that gives the day up
};

/// What is said about an action, and for whom.
struct Said {
    std::string names;
    std::string text;
};

const core::Verdict& swap_verdict(const core::DayVerdicts& day) {
    if (day.swap.allowed() || day.give_swap.allowed()) {
        return day.give_swap.allowed() ? day.give_swap : day.swap;
    }
    // Of a day with care the reason why it cannot be given up says more.
    return day.give_swap.has(ReasonCode::kNoCare) ? day.swap : day.give_swap;
}

std::vector<ChildVerdict> verdicts_of(const std::vector<std::pair<const core::Child*, core::DayVerdicts>>& days,
                                      RequestKind kind) {
    std::vector<ChildVerdict> verdicts;
    for (const auto& [child, day] : days) {
        const std::array<const core::Verdict*, 4> of_kind{&day.extra, &swap_verdict(day), &day.absence, &day.sick};
        const core::Verdict& verdict = *of_kind[static_cast<std::size_t>(kind)];
        verdicts.push_back({child, verdict, &verdict == &day.give_swap});
    }
    return verdicts;
}

/// "Vanaf € 61,77." or the price of an hour where times are free.
std::string price_from(const Ui& ui, const core::CareContext& context, const ChildVerdict& of, core::Date day) {
    const core::Verdict& verdict = of.verdict;
    if (verdict.rules == nullptr || verdict.contract == nullptr || verdict.offer == nullptr) {
        return {};
    }
    const app::Language language = ui.state().language;
    if (verdict.rules->extra.free_times) {
        const core::Money rate = verdict.rules->extra.hourly_rate.value_or(verdict.contract->hourly_rate);
        return ui.text(Text::verdict_per_hour, {{"price", app::money(language, rate)}});
    }
    std::optional<core::Money> least;
    for (const core::Slot& slot : core::slots_on(*verdict.offer, *verdict.rules, context.days(), day)) {
        const core::Verdict one = core::evaluate(context, core::extra_wish(of.child->id, {day, slot.time}));
        if (one.allowed() && one.cost.cents > 0 && (!least || one.cost < *least)) {
            least = one.cost;
        }
    }
    return least ? ui.text(Text::verdict_from, {{"price", app::money(language, *least)}}) : std::string();
}

std::string gain(const Ui& ui, const core::CareContext& context, const ChildVerdict& of, core::Date day) {
    const app::Language language = ui.state().language;
    switch (of.verdict.kind) {
        case RequestKind::kExtra:
            return price_from(ui, context, of, day);
        case RequestKind::kSwap:
            if (!of.gives) {
                return std::string(ui.text(Text::verdict_take));
            }
            return of.verdict.wanted_window
                       ? ui.text(Text::verdict_give,
                                 {{"first", app::day_name(language, of.verdict.wanted_window->first)},
                                  {"last", app::day_name(language, of.verdict.wanted_window->last)}})
                       : std::string();
        case RequestKind::kAbsence:
        case RequestKind::kSick:
            break;
    }
    std::string text = app::credit_text(ui.state(), of.verdict);
    for (const core::Reason& reason : of.verdict.reasons) {
        text += text.empty() ? "" : " ";
        text += app::explain(ui.state(), reason, of.verdict, day);
    }
    return text;
}

std::string words(const Ui& ui, const core::CareContext& context, ChildVerdict of, core::Date day, bool nameless) {
    if (!of.verdict.allowed()) {
        of.verdict.child = nameless ? nullptr : of.verdict.child;
        std::string why = app::explain(ui.state(), of.verdict.reasons.front(), of.verdict, day);
        if (of.verdict.has(ReasonCode::kByPhone)) {
            why += " ";
            why += ui.text(Text::rule_by_phone);
        }
        return why;
    }
    std::string text = app::deadline_text(ui.state(), of.verdict);
    const std::string more = gain(ui, context, of, day);
    text += text.empty() || more.empty() ? "" : " ";
    return text + more;
}

bool is_allowed(const ChildVerdict& of) {
    return of.verdict.allowed();
}

/// Children about whom the same is said share a line. Children without care or contract say nothing about a day on
/// which others have it.
std::vector<Said> say(const Ui& ui, const core::CareContext& context, const std::vector<ChildVerdict>& all,
                      core::Date day) {
    const bool possible = std::any_of(all.begin(), all.end(), is_allowed);
    const bool alike = !possible && std::all_of(all.begin(), all.end(), [&](const ChildVerdict& of) {
        return of.verdict.reasons.front().code == all.front().verdict.reasons.front().code;
    });
    std::vector<Said> said;
    for (const ChildVerdict& of : all) {
        const ReasonCode code = is_allowed(of) ? core::kLastReason : of.verdict.reasons.front().code;
        if (possible && (code == ReasonCode::kNoCare || code == ReasonCode::kNoContract)) {
            continue;
        }
        const std::string text = words(ui, context, of, day, alike && all.size() > 1);
        const auto same = std::find_if(said.begin(), said.end(), [&](const Said& other) { return other.text == text; });
        if (same == said.end()) {
            said.push_back({of.child->first_name, text});
        } else {
            same->names += ", " + of.child->first_name;
        }
    }
    return said;
}

/// The lines of an action; names only where they tell something.
std::vector<std::string> lines_of(const Ui& ui, const core::CareContext& context, const std::vector<ChildVerdict>& all,
                                  core::Date day) {
    const std::vector<Said> said = say(ui, context, all, day);
    const bool possible = std::any_of(all.begin(), all.end(), is_allowed);
    const bool named = all.size() > 1 && (said.size() > 1 || possible);
    std::vector<std::string> lines;
    for (const Said& one : said) {
        if (!named || one.text.find(one.names) != std::string::npos) {
            lines.push_back(one.text);
        } else if (one.text.empty()) {
            lines.push_back(one.names);
        } else {
            lines.push_back(ui.text(Text::verdict_for, {{"names", one.names}, {"text", one.text}}));
        }
    }
    return lines;
}

}  // namespace

void day_actions(Ui& ui, Column& column, const core::CareContext& context, core::Date day) {
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "verdict-title";
    title.text = ui.text(Text::verdict_title);
    heading(ui, content, title);
    content.space(6);
    std::vector<std::pair<const core::Child*, core::DayVerdicts>> days;
    for (const core::Child* child : app::shown_children(ui.state())) {
        days.emplace_back(child, core::evaluate_day(context, child->id, day));
    }
    const Group list(ui, Role::kList, "verdicts", ui.text(Text::verdict_title));
    for (const RequestKind kind :
         {RequestKind::kExtra, RequestKind::kSwap, RequestKind::kAbsence, RequestKind::kSick}) {
        const std::vector<ChildVerdict> all = verdicts_of(days, kind);
        if (!all.empty()) {
            const bool possible = std::any_of(all.begin(), all.end(), is_allowed);
            const std::vector<std::string> lines = lines_of(ui, context, all, day);
            ActionRow row;
            row.key = core::to_string(kind);
            row.name = app::action_name(ui.state().language, kind);
            row.icon = possible ? icon_of(kind) : icon::kCircleSlash;
            row.lines = lines;
            row.refused = possible ? std::string_view() : ui.text(Text::verdict_impossible);
            if (action_row(ui, content, row)) {
                ui.emit(app::FormOpened{kind, day});
            }
        }
    }
}

}  // namespace portal::ui
