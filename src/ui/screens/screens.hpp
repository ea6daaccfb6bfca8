#pragma once

#include "ui/core/ui.hpp"

/// The screens of the portal. Each draws its content into the column that it is given, and takes what it needs of it.
namespace portal::ui {

/// Where a screen's content goes, and whether the screen has to show its own title (a phone's bar does).
struct Page {
    Column column;
    bool shows_title = false;
};

/// E-mail and password; all of the page.
void sign_in_screen(Ui& ui);

/// Wijziging aanvragen: the month and the chosen day, or the year.
void changes_screen(Ui& ui, Page& page);

/// The same for a whole year: twelve small months.
void year_view(Ui& ui, Page& page);

/// Stamgegevens: children, guardians, contracts.
void family_screen(Ui& ui, Page& page);

/// Logboek: what was asked and what became of it.
void log_screen(Ui& ui, Page& page);

/// The chosen day of the calendar: its care, what may be asked, and why not.
void day_panel(Ui& ui, Column& column);

/// The form for extra care on the route's day.
void extra_sheet(Ui& ui);

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

}  // namespace portal::ui
