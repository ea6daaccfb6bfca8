#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/date_field.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

/// The sections of the gallery, each a column of parts.
namespace portal::gallery {

/// What a visitor changed in the samples.
struct Samples {
    bool agrees = false;
    bool mails = true;
    std::string reason = "vacation";
    std::string week = "this";
    std::string slot = "morning";
    std::string child = "noor";
    std::array<bool, 7> days{true, false, false, true, false, false, false};
    std::string name;
    std::string note;
    std::string password;
    bool password_shown = false;
    std::string day = "2026-11-27";
    ui::DateParts born{"7", "3", "2023"};
    std::string start = "07:30";
    std::string end = "13:00";
    bool asks = false;   ///< the question is open
    bool fills = false;  ///< the form is open
    bool tells = false;  ///< the message is there
    int year = 2026;
    core::Month month{2026, 11};
    core::Date chosen = core::Month{2026, 11}.first() + 25;
    std::size_t tab = 0;
    bool account_open = false;
};

void tokens_section(ui::Ui& ui, ui::Column& column);
void buttons_section(ui::Ui& ui, ui::Column& column);
void choices_section(ui::Ui& ui, ui::Column& column, Samples& samples);
void fields_section(ui::Ui& ui, ui::Column& column, Samples& samples);
void lists_section(ui::Ui& ui, ui::Column& column);
void feedback_section(ui::Ui& ui, ui::Column& column, Samples& samples);
void figures_section(ui::Ui& ui, ui::Column& column);
void calendar_section(ui::Ui& ui, ui::Column& column, Samples& samples);
void year_section(ui::Ui& ui, ui::Column& column, Samples& samples);
/// The bars at the edges of the screen.
void bars_section(ui::Ui& ui, Samples& samples);

}  // namespace portal::gallery
