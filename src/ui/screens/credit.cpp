#include "app/calendar.hpp"
#include "app/overview.hpp"
#include "app/selectors.hpp"
#include "core/credit_ledger.hpp"
#include "ui/icons.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/notice.hpp"
#include "ui/widgets/skeleton.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/timeline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

using core::CreditLedger;
using core::EntryKind;

/// What changed the child's own account.
std::int64_t amount_of(const core::CreditEntry& entry) {
    std::int64_t amount = 0;
    for (const core::Posting& posting : entry.postings) {
        amount += posting.account == core::LedgerAccount::kBalance ? posting.amount : 0;
    }
    return amount;
}

/// Where credit comes from or went.
std::string cause_of(const Ui& ui, const core::CreditEntry& entry) {
    const app::State& state = ui.state();
    const core::ChangeRequest* request = entry.request ? app::find_request(state, *entry.request) : nullptr;
    constexpr std::array<Text, 7> kTexts{Text::credit_booked_earned,    Text::credit_booked_revoked,
                                         Text::credit_booked_purchased, Text::credit_booked_spent,
                                         Text::credit_booked_returned,  Text::credit_booked_expired,
                                         Text::credit_booked_corrected};
    if (entry.kind == EntryKind::kEarned && entry.opens) {
        return ui.text(Text::credit_booked_earned, {{"day", app::day_name(state.language, entry.opens->earned_for)}});
    }
    if (entry.kind == EntryKind::kSpent && request != nullptr) {
        return ui.text(Text::credit_booked_spent_on, {{"day", app::day_name(state.language, request->date)}});
    }
    const std::string text(ui.text(kTexts[static_cast<std::size_t>(entry.kind)]));
    return entry.note.empty() ? text : text + ": " + entry.note;
}

std::string when_of(const Ui& ui, const core::LotTerms& terms) {
    const app::Language language = ui.state().language;
    std::string last = terms.use_before
                           ? ui.text(Text::credit_use_before, {{"day", app::plain_date(language, *terms.use_before)}})
                           : std::string(ui.text(Text::credit_use_whenever));
    if (terms.usable_from <= app::today(ui.state())) {
        return last;
    }
    return ui.text(Text::credit_use_from, {{"day", app::plain_date(language, terms.usable_from)}}) + " · " + last;
}

/// What is left, in the order in which it is used and lost.
void lots(Ui& ui, Column& column, const CreditLedger& ledger, std::string_view name) {
    struct Words {
        std::string key, when, cause, left, whole;
        bool soon;
    };
    const core::Date today = app::today(ui.state());
    std::vector<Words> all;
    for (const core::CreditLot& lot : core::lots_on(ledger, today)) {
        const auto& last = lot.terms().use_before;
        const std::int64_t whole = amount_of(*lot.entry);
        all.push_back({"lot-" + std::to_string(lot.entry->number), when_of(ui, lot.terms()), cause_of(ui, *lot.entry),
                       app::credit(ui.state().language, {lot.unit(), lot.left}),
                       whole != lot.left ? ui.text(Text::credit_of_whole,
                                                   {{"amount", app::credit(ui.state().language, {lot.unit(), whole})}})
                                         : std::string(),
                       last && *last - today <= app::kCreditExpiresSoon});
    }
    std::vector<TimelineEntry> entries;
    for (const Words& words : all) {
        TimelineEntry entry;
        entry.key = words.key;
        entry.when = words.when;
        entry.title = words.cause;
        entry.detail = words.whole;
        entry.trailing = words.left;
        entry.icon = words.soon ? icon::kHourglass : nullptr;
        entry.mark = words.soon ? TimelineMark::kPressing : TimelineMark::kAhead;
        entries.push_back(entry);
    }
    const std::string title = ui.text(Text::credit_lots, {{"child", name}});
    timeline(ui, column, "lots", title, entries);
}

/// One booking: the day, why, and how much more or less.
void booking(Ui& ui, Column& column, const core::CreditEntry& entry) {
    const app::Language language = ui.state().language;
    const std::int64_t amount = amount_of(entry);
    const std::string signed_amount =
        (amount < 0 ? "− " : "+ ") + app::credit(language, {entry.unit, amount < 0 ? -amount : amount});
    const std::string cause = cause_of(ui, entry);
    const std::string date = app::plain_date(language, entry.date);
    const TextStyle style = ui.theme().type(Type::kSecondary);
    const TextStyle strong = ui.theme().type(Type::kSecondaryStrong);
    const float room = ui.fonts().width(strong, signed_amount) + 12;
    const float width = column.width - room;
    const float top = column.y;
    column.space(6 + draw_text(ui, {column.x, top + 6}, width, style, cause, ui.colors().text));
    column.space(draw_text(ui, {column.x, column.y}, width, style, date, ui.colors().secondary) + 6);
    draw_line(ui, {column.x + width, top, room, column.y - top}, strong, signed_amount,
              amount < 0 ? ui.colors().secondary : ui.colors().approved.text, Align::kRight);
    ui.record(Role::kListItem, "entry-" + std::to_string(entry.number), {column.x, top, column.width, column.y - top})
        .name = date + ", " + cause + ", " + signed_amount;
}

/// All that happened to it, newest first.
void history(Ui& ui, Column& column, const CreditLedger& ledger) {
    Heading title;
    title.key = "history-title";
    title.text = ui.text(Text::credit_history);
    title.level = 3;
    title.type = Type::kItem;
    heading(ui, column, title);
    column.space(4);
    const Group list(ui, Role::kList, "history", ui.text(Text::credit_history));
    for (std::size_t i = ledger.entries.size(); i-- > 0;) {
        booking(ui, column, ledger.entries[i]);
    }
}

void child_card(Ui& ui, Column& column, const core::Child& child, const CreditLedger& ledger) {
    constexpr float kAvatar = 40;
    const Group region(ui, Role::kRegion, "child-" + child.id.value, child.first_name);
    Card card(ui, column);
    Column& content = card.content();
    const std::string amount = credit_balance(ui, ledger);
    const std::string title = amount.empty()
                                  ? ui.text(Text::credit_balance_none, {{"child", child.first_name}})
                                  : ui.text(Text::credit_balance, {{"child", child.first_name}, {"amount", amount}});
    const float top = content.y;
    Column text{content.x + kAvatar + 12, top + 8, content.width - kAvatar - 12};
    Heading name;
    name.key = "balance";
    name.text = title;
    heading(ui, text, name);
    child_avatar(ui, {content.x, top, kAvatar, kAvatar}, app::child_index(ui.state(), child.id), child.first_name);
    content.y = std::max(text.y, top + kAvatar) + 16;
    if (!amount.empty()) {
        lots(ui, content, ledger, child.first_name);
        content.space(12);
    }
    history(ui, content, ledger);
}

void list(Ui& ui, Column& column) {
    bool any = false;
    {
        Beside columns(ui, column, 0.5F);
        for (const core::Child& child : ui.state().family.value->children) {
            for (const CreditLedger& ledger : ui.state().credit.value->ledgers) {
                if (ledger.child == child.id && !ledger.entries.empty()) {
                    Column& place = columns.second().y < columns.first().y ? columns.second() : columns.first();
                    child_card(ui, place, child, ledger);
                    place.space(16);
                    any = true;
                }
            }
        }
    }
    if (!any) {
        Notice empty;
        empty.key = "empty";
        empty.icon = icon::kHourglass;
        empty.title = ui.text(Text::credit_empty_title);
        empty.text = ui.text(Text::credit_empty_text);
        empty.action = ui.text(Text::log_empty_action);
        if (notice(ui, column, empty)) {
            app::Route calendar;
            calendar.month = core::Month::of(app::today(ui.state()));
            ui.emit(app::Navigated{calendar});
        }
    }
}

}  // namespace

std::string credit_balance(const Ui& ui, const CreditLedger& ledger) {
    std::vector<core::Credit> sums;
    for (const core::CreditLot& lot : core::lots_on(ledger, app::today(ui.state()))) {
        const auto same =
            std::find_if(sums.begin(), sums.end(), [&](const core::Credit& sum) { return sum.unit == lot.unit(); });
        if (same == sums.end()) {
            sums.push_back({lot.unit(), lot.left});
        } else {
            same->amount += lot.left;
        }
    }
    std::string text;
    for (const core::Credit& sum : sums) {
        const std::string amount = app::credit(ui.state().language, sum);
        text = text.empty() ? amount : ui.text(Text::duration_and, {{"first", text}, {"second", amount}});
    }
    return text;
}

void credit_screen(Ui& ui, Page& page) {
    Column& column = page.column;
    page_head(ui, page, ui.text(Text::app_credit),
              WayBack{ui.text(Text::app_changes), route_to(ui, app::Screen::kChanges)});
    const app::State& state = ui.state();
    const bool ready = state.credit.value && state.family.value;
    const app::Failure failure = state.credit.failed()   ? state.credit.failure
                                 : state.family.failed() ? state.family.failure
                                                         : app::Failure::kNone;
    if (failure != app::Failure::kNone) {
        load_failure(ui, column, failure, ready);
    }
    if (ready) {
        list(ui, column);
    } else if (failure == app::Failure::kNone) {
        skeleton_cards(ui, column, 2);
    }
}

}  // namespace portal::ui
