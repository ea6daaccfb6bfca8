#include "app/money.hpp"
#include "app/selectors.hpp"
#include "core/monthly_cost.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/week_pattern.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::ContractDetails;
using core::ContractPhase;
using core::PlacementContract;

RowBadge badge_of(const Ui& ui, ContractPhase phase) {
    const Palette& colors = ui.colors();
    switch (phase) {
        case ContractPhase::kDraft:
            return {colors.closed, icon::kPencil, ui.text(Text::contract_phase_draft)};
        case ContractPhase::kToSign:
            return {colors.asked, icon::kClock, ui.text(Text::contract_phase_to_sign)};
        case ContractPhase::kFuture:
            return {colors.swap, icon::kArrowRight, ui.text(Text::contract_phase_future)};
        case ContractPhase::kEnded:
            return {colors.closed, icon::kX, ui.text(Text::contract_phase_ended)};
        case ContractPhase::kCurrent:
            break;
    }
    return {colors.approved, icon::kCheck, ui.text(Text::contract_phase_current)};
}

std::string period_of(const Ui& ui, const PlacementContract& contract) {
    const app::Language language = ui.state().language;
    const std::string start = app::plain_date(language, contract.start);
    return contract.end
               ? ui.text(Text::family_period, {{"start", start}, {"end", app::plain_date(language, *contract.end)}})
               : ui.text(Text::family_period_open, {{"start", start}});
}

/// What a parent should know or do about a contract that does not run yet; empty for others.
std::string next_step(const Ui& ui, const PlacementContract& contract, ContractPhase phase) {
    switch (phase) {
        case ContractPhase::kDraft:
            return std::string(ui.text(Text::contract_next_draft));
        case ContractPhase::kToSign:
            return std::string(ui.text(Text::contract_next_to_sign));
        case ContractPhase::kFuture:
            return ui.text(Text::contract_next_future, {{"day", app::plain_date(ui.state().language, contract.start)}});
        case ContractPhase::kCurrent:
        case ContractPhase::kEnded:
            break;
    }
    return {};
}

std::string payer_of(const core::Family& family) {
    for (const core::Guardian& guardian : family.guardians) {
        if (guardian.pays) {
            return guardian.first_name + " " + guardian.last_name;
        }
    }
    return {};
}

void head_card(Ui& ui, Column& column, const PlacementContract& contract) {
    const app::State& state = ui.state();
    const app::Language language = state.language;
    const core::Child* child = app::find_child(state, contract.child);
    Card card(ui, column);
    Column& content = card.content();
    Heading name;
    name.key = "place";
    const std::string place = place_name(state, contract.location, contract.care_type);
    name.text = place;
    heading(ui, content, name);
    content.space(4);
    const ContractPhase phase = core::phase_on(contract, app::today(state));
    contract_phase(ui, content, contract);
    if (const std::string next = next_step(ui, contract, phase); !next.empty()) {
        content.space(12);
        Banner what;
        what.key = "next";
        what.text = next;
        what.kind = phase == ContractPhase::kToSign ? BannerKind::kWarning : BannerKind::kInfo;
        banner(ui, content, what);
    }
    content.space(8);
    const core::CareOffer* offer = state.locations.value
                                       ? core::find_offer(*state.locations.value, contract.location, contract.care_type)
                                       : nullptr;
    fact_list(ui, content, "facts", place,
              {{"child", std::string(ui.text(Text::family_child)),
                child != nullptr ? child->first_name + " " + child->last_name : std::string()},
               {"born", std::string(ui.text(Text::family_born)),
                child != nullptr ? app::plain_date(language, child->birth_date) : std::string()},
               {"address", std::string(ui.text(Text::contract_address)),
                state.records.value ? core::address_of(*state.records.value, contract.child.value) : std::string()},
               {"payer", std::string(ui.text(Text::family_pays)), payer_of(*state.family.value)},
               {"care", std::string(ui.text(Text::family_care)), app::care_type(language, contract.care_type)},
               {"number", std::string(ui.text(Text::family_contract_number)), contract.number},
               {"lrk", std::string(ui.text(Text::contract_lrk)), offer != nullptr ? offer->lrk : std::string()},
               {"group", std::string(ui.text(Text::family_group)), contract.group},
               {"period", std::string(ui.text(Text::family_term)), period_of(ui, contract)},
               {"weeks", std::string(ui.text(Text::contract_weeks)), app::weeks(language, contract.weeks_per_year)}});
}

/// The week as it is drawn, once for each kind of week that differs.
void week_card(Ui& ui, Column& column, const PlacementContract& contract) {
    if (contract.week.empty()) {
        return;
    }
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "week-title";
    title.text = ui.text(Text::contract_week);
    heading(ui, content, title);
    struct Kind {
        core::DayKind days;
        std::string_view key;
        Text name;
    };
    for (const Kind& kind : {Kind{core::DayKind::kEvery, "every", Text::contract_week_every},
                             Kind{core::DayKind::kSchoolDay, "school", Text::contract_week_school},
                             Kind{core::DayKind::kSchoolHoliday, "holiday", Text::contract_week_holiday}}) {
        WeekPattern pattern;
        bool any = false;
        for (const core::CareMoment& moment : contract.week) {
            if (moment.days == kind.days) {
                pattern.days[static_cast<std::size_t>(moment.weekday)] = moment.time;
                any = true;
            }
        }
        if (any) {
            content.space(8);
            if (kind.days != core::DayKind::kEvery) {
                quiet_line(ui, content, std::string(kind.key) + "-name", ui.text(kind.name));
                content.space(4);
            }
            pattern.key = kind.key;
            pattern.name = ui.text(kind.name);
            pattern.child = app::child_index(ui.state(), contract.child);
            week_pattern(ui, content, pattern);
        }
    }
}

/// What a month costs, and how that is computed.
void cost_card(Ui& ui, Column& column, const PlacementContract& contract) {
    const app::Language language = ui.state().language;
    const core::MonthlyCost cost = core::monthly_cost(contract);
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "cost-title";
    title.text = ui.text(Text::contract_cost);
    heading(ui, content, title);
    content.space(4);
    std::vector<Fact> facts{{"rate", std::string(ui.text(Text::family_rate)),
                             ui.text(Text::family_rate_per_hour, {{"price", app::money(language, cost.hourly_rate)}})}};
    if (!cost.parts.empty()) {
        facts.push_back({"year", std::string(ui.text(Text::contract_hours_year)),
                         app::hours(language, static_cast<int>(cost.year_minutes))});
        facts.push_back({"month", std::string(ui.text(Text::contract_hours_month)),
                         app::hours(language, static_cast<int>(cost.minutes))});
        facts.push_back(
            {"amount", std::string(ui.text(Text::contract_amount_month)), app::money(language, cost.amount)});
    }
    fact_list(ui, content, "cost", ui.text(Text::contract_cost), facts);
    content.space(4);
    quiet_line(ui, content, "formula",
               cost.parts.empty() ? std::string(ui.text(Text::contract_flexible))
                                  : formula_of(ui, cost) + " = " + app::money(language, cost.amount));
}

void terms(Ui& ui, Column& column, const ContractDetails& details) {
    for (const core::ContractTerms& term : details.terms) {
        const Rect rect = column.take(kTarget);
        const TextStyle style = ui.theme().type(Type::kSecondaryStrong);
        const bool linked = term.url.rfind("https://", 0) == 0;
        const float width = draw_line(ui, rect, style, term.name, linked ? ui.colors().accent : ui.colors().text);
        const Group item(ui, Role::kListItem, "terms-" + term.name);
        Node& node = ui.record(linked ? Role::kLink : Role::kText, "link", {rect.x, rect.y, width, rect.height});
        node.name = term.name;
        node.href = linked ? term.url : std::string();
        const NodeId id = node.id;
        if (linked) {
            ui.paint().line({rect.x, rect.y + (rect.height + style.size) / 2 + 1},
                            {rect.x + width, rect.y + (rect.height + style.size) / 2 + 1}, ui.colors().accent);
            ui.focus_ring(id, {rect.x - 4, rect.y, width + 8, rect.height}, radius::kControl);
        }
    }
}

void details_card(Ui& ui, Column& column, const ContractDetails& details) {
    const app::Language language = ui.state().language;
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "details-title";
    title.text = ui.text(Text::contract_agreed);
    heading(ui, content, title);
    content.space(4);
    const auto days = [&](int count) { return app::days(language, count); };
    fact_list(ui, content, "details", ui.text(Text::contract_agreed),
              {{"notice", std::string(ui.text(Text::contract_notice)),
                ui.text(details.notice_months == 1 ? Text::contract_month : Text::contract_months,
                        {{"count", std::to_string(details.notice_months)}})},
               {"payment", std::string(ui.text(Text::contract_payment)), days(details.payment_days)},
               {"debit", std::string(ui.text(Text::contract_debit)),
                std::string(ui.text(details.direct_debit ? Text::common_yes : Text::common_no))},
               {"cancellation", std::string(ui.text(Text::contract_cancellation)), details.cancellation},
               {"signed", std::string(ui.text(Text::contract_signed)),
                details.signed_on ? app::plain_date(language, *details.signed_on) : std::string()},
               {"by", std::string(ui.text(Text::contract_signed_by)), details.signed_by}});
    if (!details.terms.empty()) {
        content.space(4);
        quiet_line(ui, content, "terms-name", ui.text(Text::contract_terms));
        const Group list(ui, Role::kList, "terms", ui.text(Text::contract_terms));
        terms(ui, content, details);
    }
}

std::string phase_name(const Ui& ui, const PlacementContract& contract) {
    return std::string(badge_of(ui, core::phase_on(contract, app::today(ui.state()))).label);
}

/// The ways to what else the child has or had.
void other_contracts(Ui& ui, Column& column, const PlacementContract& shown) {
    const app::State& state = ui.state();
    const auto is_other = [&](const PlacementContract& other) {
        return other.child == shown.child && !(other.id == shown.id);
    };
    const std::vector<PlacementContract>& all = state.family.value->contracts;
    if (std::none_of(all.begin(), all.end(), is_other)) {
        return;
    }
    const std::string name = ui.text(Text::contract_others, {{"child", app::first_name(state, shown.child)}});
    Heading title;
    title.key = "others-title";
    title.text = name;
    heading(ui, column, title);
    column.space(8);
    {
        Card card(ui, column);
        const Group list(ui, Role::kList, "others", name);
        for (const PlacementContract& other : all) {
            if (!is_other(other)) {
                continue;
            }
            app::Route route = state.route;
            route.id = other.id.value;
            const std::string href = app::to_path(route);
            const std::string place = place_name(state, other.location, other.care_type);
            const std::vector<std::string> lines{other.number, period_of(ui, other)};
            ActionRow row;
            row.key = other.id.value;
            const std::string name_and_phase = place + " · " + phase_name(ui, other);
            row.name = name_and_phase;
            row.lines = lines;
            row.icon = icon::kFileText;
            row.href = href;
            if (action_row(ui, card.content(), row)) {
                ui.emit(app::Navigated{route});
            }
        }
    }
    column.space(12);
}

void content(Ui& ui, Column& column, const PlacementContract& contract) {
    const auto& known = ui.state().money.contracts;
    const ContractDetails* details = known.value ? core::find_details(*known.value, contract.id) : nullptr;
    {
        Beside columns(ui, column, 0.5F);
        head_card(ui, columns.first(), contract);
        columns.first().space(12);
        week_card(ui, columns.first(), contract);
        columns.first().space(12);
        cost_card(ui, columns.second(), contract);
        columns.second().space(12);
        if (details != nullptr) {
            details_card(ui, columns.second(), *details);
            columns.second().space(12);
        }
    }
    other_contracts(ui, column, contract);
    const std::string file = app::document_path(ui.state(), "contracts", contract.id.value);
    Button pdf;
    pdf.key = "pdf";
    pdf.label = ui.text(Text::common_download_pdf);
    pdf.kind = ButtonKind::kSecondary;
    pdf.icon = icon::kDownload;
    pdf.file = file;
    Beside foot(ui, column, 0.5F);
    button(ui, foot.first(), pdf);
    foot.first().space(16);
}

}  // namespace

void contract_phase(Ui& ui, Column& column, const PlacementContract& contract) {
    const RowBadge look = badge_of(ui, core::phase_on(contract, app::today(ui.state())));
    const Rect rect = column.take(badge_height(ui));
    badge(ui, {rect.x, rect.y}, look.tone, look.icon, look.label);
    ui.record(Role::kText, "phase", {rect.x, rect.y, badge_width(ui, look.icon, look.label), rect.height}).name =
        look.label;
}

void contract_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, screen_name(ui.state()),
              WayBack{ui.text(Text::record_back_family), route_to(ui, app::Screen::kFamily)});
    const app::State& state = ui.state();
    const PlacementContract* contract = app::shown_contract(state);
    const app::Failure failure = state.family.failed()             ? state.family.failure
                                 : state.money.contracts.failed()  ? state.money.contracts.failure
                                 : state.family.value && !contract ? app::Failure::kMissing
                                                                   : app::Failure::kNone;
    if (failure != app::Failure::kNone) {
        load_failure(ui, column, failure, contract != nullptr);
    }
    if (contract != nullptr) {
        content(ui, column, *contract);
    } else if (failure == app::Failure::kNone) {
        skeleton_cards(ui, column, 3);
    }
}

}  // namespace portal::ui
