#include "app/explain.hpp"
#include "app/money.hpp"
#include "app/overview.hpp"
#include "app/selectors.hpp"
#include "core/decision.hpp"
#include "ui/icons.hpp"
#include "ui/screens/overview_parts.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/action_row.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace portal::ui {
namespace {

using core::ChangeRequest;

/// A piece of news, and where more is to be read about it.
struct News {
    std::string key;
    std::string title;
    std::vector<std::string> lines;
    const char* icon = nullptr;
    Tone tone;
    app::Route route;
};

/// "Noor · 07:30–13:00"
std::string whose(const Ui& ui, const ChangeRequest& request) {
    std::string text(app::first_name(ui.state(), request.child));
    return request.time.is_valid() ? text + " · " + app::time_range(request.time) : text;
}

std::string title_of(const Ui& ui, const ChangeRequest& request, Text text) {
    const app::Language language = ui.state().language;
    return ui.text(
        text, {{"what", app::request_name(language, request.kind)}, {"day", app::day_name(language, request.date)}});
}

/// Until when the organisation promised an answer; empty where that is not known or has passed.
std::string answer_by(const Ui& ui, const ChangeRequest& request) {
    if (!app::verdicts_ready(ui.state())) {
        return {};
    }
    const core::CareContext context = app::care_context(ui.state());
    const core::CareRules* rules = core::find_rules(context.facts().rules, request.rule_version);
    if (rules == nullptr) {
        return {};
    }
    const core::Instant due = core::decision_due(rules->decision, context.days(), request.submitted_at, request.date);
    return ui.state().now < due ? ui.text(Text::decision_by, {{"moment", app::moment(ui.state().language, due)}})
                                : std::string();
}

void add_credit(const Ui& ui, std::vector<News>& news) {
    const app::Language language = ui.state().language;
    for (const app::ExpiringCredit& soon : app::expiring_credit(ui.state())) {
        const std::string title = ui.text(Text::overview_credit, {{"amount", app::credit(language, soon.credit)},
                                                                  {"day", app::plain_date(language, soon.last)}});
        news.push_back({"credit-" + std::to_string(news.size()),
                        title,
                        {ui.text(Text::overview_for_child, {{"child", soon.child->first_name}})},
                        icon::kHourglass,
                        ui.colors().warning,
                        route_to(ui, app::Screen::kCredit)});
    }
}

/// What is to be paid is pressing; what is collected is only good to know.
void add_invoices(const Ui& ui, std::vector<News>& news) {
    const app::Language language = ui.state().language;
    for (const core::InvoiceHead* invoice : app::open_invoices(ui.state())) {
        const bool late = app::invoice_state(ui.state(), *invoice) == core::InvoiceState::kOverdue;
        News& item = news.emplace_back();
        item.key = "invoice-" + invoice->id.value;
        item.title = ui.text(late ? Text::overview_invoice_late : Text::overview_invoice,
                             {{"month", app::month_name(language, invoice->month)},
                              {"amount", app::money(language, core::open_amount(*invoice))}});
        item.lines = {invoice->direct_debit && !late
                          ? ui.text(Text::invoice_collected_on,
                                    {{"day", app::plain_date(language, invoice->direct_debit->collected_on)}})
                          : ui.text(Text::invoice_due_on, {{"day", app::plain_date(language, invoice->due_on)}})};
        item.icon = late ? icon::kTriangleAlert : icon::kReceiptEuro;
        item.tone = late ? ui.colors().error : ui.colors().asked;
        item.route = route_to(ui, app::Screen::kInvoice);
        item.route.id = invoice->id.value;
    }
}

void add_decision(const Ui& ui, const ChangeRequest& request, std::vector<News>& news) {
    const bool approved = request.state == core::RequestState::kApproved;
    News& item = news.emplace_back();
    item.key = "decision-" + request.id.value;
    item.title = title_of(ui, request, approved ? Text::overview_approved : Text::overview_rejected);
    item.lines = {whose(ui, request)};
    if (!request.decision_reason.empty()) {
        item.lines.push_back(request.decision_reason);
    }
    item.icon = approved ? icon::kCheck : icon::kX;
    item.tone = approved ? ui.colors().approved : ui.colors().error;
    item.route = route_to(ui, app::Screen::kLog);
}

void add_open(const Ui& ui, const ChangeRequest& request, std::vector<News>& news) {
    News& item = news.emplace_back();
    item.key = "open-" + request.id.value;
    item.title = title_of(ui, request, Text::overview_asked);
    item.lines = {whose(ui, request)};
    if (std::string by = answer_by(ui, request); !by.empty()) {
        item.lines.push_back(std::move(by));
    }
    item.icon = icon::kClock;
    item.tone = ui.colors().asked;
    item.route = route_to(ui, app::Screen::kChanges);
    item.route.month = core::Month::of(request.date);
    item.route.day = request.date;
}

/// What has to be acted on first, then what was answered, then what waits.
std::vector<News> all_news(const Ui& ui) {
    constexpr std::size_t kMost = 4;  // of each kind; Logboek has them all
    std::vector<News> news;
    add_invoices(ui, news);
    add_credit(ui, news);
    const auto decisions = app::unread_decisions(ui.state());
    const auto open = app::open_requests(ui.state());
    for (std::size_t i = 0; i < std::min(kMost, decisions.size()); ++i) {
        add_decision(ui, *decisions[i], news);
    }
    for (std::size_t i = 0; i < std::min(kMost, open.size()); ++i) {
        add_open(ui, *open[i], news);
    }
    const std::size_t shown = std::min(kMost, decisions.size()) + std::min(kMost, open.size());
    if (const std::size_t more = decisions.size() + open.size() - shown; more > 0) {
        const std::string title = ui.text(Text::overview_more, {{"count", std::to_string(more)}});
        news.push_back({"more", title, {}, icon::kScrollText, ui.colors().closed, route_to(ui, app::Screen::kLog)});
    }
    return news;
}

}  // namespace

void news_part(Ui& ui, Column& column) {
    const std::vector<News> news = all_news(ui);
    if (news.empty()) {
        return;
    }
    const Group region(ui, Role::kRegion, "news", ui.text(Text::overview_news));
    Heading head;
    head.key = "title";
    head.text = ui.text(Text::overview_news);
    heading(ui, column, head);
    column.space(8);
    Card card(ui, column);
    Column& content = card.content();
    content.space(-8);  // rows bring their own space
    const Group list(ui, Role::kList, "items", ui.text(Text::overview_news));
    for (const News& item : news) {
        if (&item != &news.front()) {
            card.divider();
        }
        const std::string href = app::to_path(item.route);
        ActionRow row;
        row.key = item.key;
        row.name = item.title;
        row.lines = item.lines;
        row.icon = item.icon;
        row.tone = item.tone;
        row.href = href;
        if (action_row(ui, content, row)) {
            ui.emit(app::Navigated{item.route});
        }
    }
    content.space(-8);
}

}  // namespace portal::ui
