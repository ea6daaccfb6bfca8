#pragma once

#include "ui/core/ui.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace portal::ui {

/// A short message that something was done, with a way to take it back where there is one.
struct Toast {
    std::string_view key;  ///< another one for another message, so that it comes in anew
    std::string_view text;
    std::string_view undo;            ///< label of the button that takes it back; empty for none
    const char* undo_icon = nullptr;  ///< in place of that of taking back
    std::string_view link;            ///< label of the link that leads to more; not with `undo`
    std::string href{};               ///< where to
};

enum class ToastAnswer : std::uint8_t { kNone, kClosed, kUndone, kFollowed };

/// Above what lies at the bottom of the screen (`above`, CSS pixels).
ToastAnswer toast(Ui& ui, float above, const Toast& toast);

/// The state's message, if there is one. Emits ToastClosed, UndoPressed and Navigated.
void toast(Ui& ui, float above);

}  // namespace portal::ui
