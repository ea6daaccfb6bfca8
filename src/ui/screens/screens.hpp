#pragma once

#include "core/care_context.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/list_row.hpp"

#include <optional>

/// The screens of the portal. Each draws its content into the column that it is given, and takes what it needs of it.
namespace portal::ui {

/// Where a screen's content goes, and whether the screen has to show its own title (a phone's bar does).
struct Page {
    Column column;
    bool shows_title = false;
};

/// The way from a screen to the one that it is below.
struct WayBack {
    std::string_view label;
    app::Route route;
};

/// What a screen begins with: the way back, and its name where the bar does not have it.
void page_head(Ui& ui, Page& page, std::string_view name, const std::optional<WayBack>& back = std::nullopt);

/// Two columns beside each other, the second one at the right, where there is room for them; else the second one is
/// the first, and what is drawn into it comes below.
class Beside {
  public:
    /// `share`: the first one's part of the width.
    Beside(const Ui& ui, Column& column, float share);
    ~Beside();
    Beside(const Beside&) = delete;
    Beside& operator=(const Beside&) = delete;

    [[nodiscard]] Column& first() { return first_; }
    [[nodiscard]] Column& second() { return is_wide_ ? second_ : first_; }

  private:
    Column& column_;
    bool is_wide_;
    Column first_;
    Column second_;
};

/// Whether a column has room for two beside each other.
[[nodiscard]] bool has_room_for_two(const Ui& ui, const Column& column);

/// A button to look at that leads to another page. Emits Navigated; true when it was followed.
bool link_button(Ui& ui, const Rect& rect, const Button& look, const app::Route& route);

/// The way to a screen that needs nothing more said.
[[nodiscard]] app::Route route_to(const Ui& ui, app::Screen screen);

/// The place of the screen on its own, in the bar of a phone or at the top of the page: "Factuur november 2026".
[[nodiscard]] std::string screen_name(const app::State& state);

/// Facturen: what was sent, what is open.
void invoices_screen(Ui& ui, Page& page);

/// One invoice: its lines, how to pay it, what was paid.
void invoice_screen(Ui& ui, Page& page);

/// How to pay what is open: when it is collected, or where to transfer it, with a QR code for banking apps.
void payment_part(Ui& ui, Column& column, const api::InvoiceDocument& document);

/// An invoice's state in a word.
[[nodiscard]] RowBadge badge_of(const Ui& ui, const core::InvoiceHead& invoice);

/// Jaaroverzichten: the years.
void statements_screen(Ui& ui, Page& page);

/// One year: hours and cost by month, child and registration, and how the care was used.
void statement_screen(Ui& ui, Page& page);

/// How far a contract has come, as a badge: 'Loopt nu', 'Nog te ondertekenen'.
void contract_phase(Ui& ui, Column& column, const core::PlacementContract& contract);
/// A contract with all that was agreed.
void contract_screen(Ui& ui, Page& page);

/// How a month's amount comes about: "11 uur × € 6,42 × 52 weken ÷ 12 maanden". Empty for flexible contracts.
[[nodiscard]] std::string formula_of(const Ui& ui, const core::MonthlyCost& cost);

/// E-mail and password; all of the page.
void sign_in_screen(Ui& ui);

/// Choosing a password by a link that was mailed; all of the page.
void welcome_screen(Ui& ui);

/// Asking for such a link; all of the page.
void forgotten_screen(Ui& ui);

/// The account: its password, the devices that it is signed in on, and who of the family can sign in.
void account_screen(Ui& ui, Page& page);

/// How much has not been sent, on every screen but Logboek, which has the list of it.
void unsent_row(Ui& ui, Column& column);
void unsent_list(Ui& ui, Column& column);
void unsent_dialog(Ui& ui);

/// Overzicht: today, this week, what is most often done, and what is good to know.
void overview_screen(Ui& ui, Page& page);

/// "Goedemorgen", by the clock of the Netherlands.
[[nodiscard]] std::string_view greeting(const Ui& ui);

/// Wijziging aanvragen: the month and the chosen day, or the year.
void changes_screen(Ui& ui, Page& page);

/// The same for a whole year: twelve small months.
void year_view(Ui& ui, Page& page);

/// Stamgegevens: children, guardians, contracts.
void family_screen(Ui& ui, Page& page);

/// A page below Stamgegevens: a form, the contacts of a child, the guardians, a contract.
void record_screen(Ui& ui, Page& page);

/// What that page is called; empty while nobody knows whom it is about.
[[nodiscard]] std::string record_title(const app::State& state);

/// The form of the page.
void record_form(Ui& ui, Page& page, const app::RecordForm& form);

/// Whom to call, in which order.
void contact_list(Ui& ui, Page& page, const core::Record& child);

/// Asks before a contact is removed.
void contact_dialog(Ui& ui);

/// One of Stamgegevens' cards.
void guardian_card(Ui& ui, Column& column, const core::Guardian& guardian);
void contract_card(Ui& ui, Column& column, const core::PlacementContract& contract);

/// Logboek: everything that was asked or changed, and what became of it.
void log_screen(Ui& ui, Page& page);

/// What was asked, by its state, with what can be done about it.
void requests_screen(Ui& ui, Page& page);

/// Tegoed: what each child has, where it comes from, and when it is lost.
void credit_screen(Ui& ui, Page& page);

/// "5,5 uur", "2 dagdelen", or several where a child has more than one kind; empty for none.
[[nodiscard]] std::string credit_balance(const Ui& ui, const core::CreditLedger& ledger);

/// The holiday planner: the weeks without care of contracts of fewer than 52 weeks.
void planner_screen(Ui& ui, Page& page);

/// The ways to Tegoed, with what each shown child has, and to the holiday planner, each where there is something.
void further_links(Ui& ui, Column& column, const core::CareContext& context);

/// The chosen day of the calendar: its care, what may be asked, and why not.
void day_panel(Ui& ui, Column& column);

/// The day's care and requests, with what can be done about them once `context` is there.
void day_care_list(Ui& ui, Column& column, const core::CareContext* context, core::Date day);

/// "Wat kan op deze dag?": every action with its verdict; what is possible opens its form.
void day_actions(Ui& ui, Column& column, const core::CareContext& context, core::Date day);

/// The form for a change of the route's day.
void change_sheet(Ui& ui);

/// Asks before a request is withdrawn, and for the last day of an illness.
void amendment_dialog(Ui& ui);

/// Why withdrawing or reporting well did not work; empty when nothing went wrong.
[[nodiscard]] std::string amendment_error(const Ui& ui, const app::Amendment& amendment, const core::Verdict& verdict,
                                          core::Date date);

/// Who is signed in, the language, and the way out.
void account_sheet(Ui& ui);

/// Everything: the screen that the state asks for, with the bars around it. Returns the height of the page.
float portal_screen(Ui& ui);

/// What the browser calls the page: "november 2026 – Ouderlogin".
[[nodiscard]] std::string page_title(const app::State& state);

/// Where a child is, "BSO De Reigers"; the kind of care while locations are not known.
[[nodiscard]] std::string place_name(const app::State& state, const core::LocationId& location, core::CareType type);

/// The choice between the portal's languages, in their own names. Emits LanguageChosen.
void language_choice(Ui& ui, const Rect& row);

/// Says that a new version can begin, above what lies at the bottom of the screen.
void update_notice(Ui& ui, float above);

/// The way to put the portal among the device's programs, where there is one.
void install_card(Ui& ui, Column& column);

/// What the portal is called here: by the organisation's name, if it has one.
[[nodiscard]] std::string_view portal_name(const app::State& state);

}  // namespace portal::ui
