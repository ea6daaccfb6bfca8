#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

/// A question before something that cannot be taken back.
struct ConfirmDialog {
    std::string_view key;
    std::string_view title;    ///< the question
    std::string_view text;     ///< what happens, and what it costs
    std::string_view confirm;  ///< a verb: "Weggooien"
    std::string_view cancel;
    std::string_view error;  ///< why it did not work
    bool danger = false;     ///< something is lost by it
    bool busy = false;
};

enum class Confirmation : std::uint8_t { kNone, kConfirmed, kCancelled };

/// May lie over a sheet. Focus begins on `cancel`, the way that does no harm; Escape and a tap beside it cancel too.
Confirmation confirm_dialog(Ui& ui, const ConfirmDialog& dialog);

}  // namespace portal::ui
