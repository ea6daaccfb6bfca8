#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// What stands where content would be: nothing there yet, or it could not be had.
struct Notice {
    std::string_view key;
    const char* icon = nullptr;
    std::string_view title;
    std::string_view text;
    std::string_view action;  ///< label of a button; empty for none
    bool is_error = false;    ///< read out when it appears
};

/// True when the button was pressed.
bool notice(Ui& ui, Column& column, const Notice& notice);

/// Why the server's data is missing, or (`has_data`) may be out of date, with 'Opnieuw proberen'. Emits RetryPressed.
void load_failure(Ui& ui, Column& column, app::Failure failure, bool has_data);

/// The sentence for a failure.
[[nodiscard]] std::string_view failure_text(const Ui& ui, app::Failure failure);

}  // namespace portal::ui
