#include "app/calendar.hpp"
#include "app/planner.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/card.hpp"

#include <string>
#include <vector>

namespace portal::ui {
namespace {

/// Whether a contract of today's gives credit.
bool gives_credit(const core::CareContext& context, const core::ChildId& child) {
    const core::PlacementContract* contract = core::contract_on(context.facts().family, child, context.today());
    const core::CareRules* rules =
        contract != nullptr ? core::rules_on(context.facts().rules, *contract, context.today()) : nullptr;
    return rules != nullptr && rules->credit.enabled;
}

/// What each shown child has; empty where no credit is given.
std::vector<std::string> credit_lines(const Ui& ui, const core::CareContext& context) {
    std::vector<std::string> lines;
    bool given = false;
    for (const core::Child* child : app::shown_children(ui.state())) {
        for (const core::CreditLedger& ledger : ui.state().credit.value->ledgers) {
            const std::string amount = ledger.child == child->id ? credit_balance(ui, ledger) : std::string();
            if (!amount.empty()) {
                lines.push_back(ui.text(Text::verdict_for, {{"names", child->first_name}, {"text", amount}}));
            }
        }
        given = given || gives_credit(context, child->id);
    }
    if (!lines.empty() || given) {
        lines.emplace_back(ui.text(Text::credit_link));
    }
    return lines;
}

void link(Ui& ui, Column& column, app::Screen screen, const ActionRow& look) {
    app::Route route;
    route.screen = screen;
    route.month = ui.state().route.month;
    const std::string href = app::to_path(route);
    ActionRow row = look;
    row.href = href;
    if (action_row(ui, column, row)) {
        ui.emit(app::Navigated{route});
    }
}

}  // namespace

void further_links(Ui& ui, Column& column, const core::CareContext& context) {
    const std::vector<std::string> credit = credit_lines(ui, context);
    const bool plans = !app::planner_contracts(ui.state(), context).empty();
    if (credit.empty() && !plans) {
        return;
    }
    column.space(ui.is_wide() ? 20 : 12);
    Card card(ui, column);
    const Group group(ui, Role::kList, "further", ui.text(Text::app_changes));
    if (!credit.empty()) {
        ActionRow row;
        row.key = "credit";
        row.name = ui.text(Text::app_credit);
        row.icon = icon::kHourglass;
        row.lines = credit;
        link(ui, card.content(), app::Screen::kCredit, row);
    }
    if (plans) {
        const std::vector<std::string> lines{std::string(ui.text(Text::planner_link))};
        ActionRow row;
        row.key = "planner";
        row.name = ui.text(Text::app_planner);
        row.icon = icon::kCalendarDays;
        row.lines = lines;
        link(ui, card.content(), app::Screen::kPlanner, row);
    }
}

}  // namespace portal::ui
