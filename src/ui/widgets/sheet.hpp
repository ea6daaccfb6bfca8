#pragma once

#include "ui/core/ui.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace portal::ui {

/// A dialog over the page: from the bottom edge on a phone, in the middle of a larger screen. The rest of the page
/// cannot be reached meanwhile. Content that is too high scrolls; the footer stays in sight.
struct Sheet {
    std::string_view key;
    std::string_view title;
    std::string_view subtitle;
    float widest = 520;
    bool is_form = false;
    std::function<void(Column&)> content;
    std::function<void(Column&)> footer;  ///< may be empty
};

/// True when the parent wants it closed: by its close button, Escape or a tap beside it. Focus moves to the title when
/// it opens; where it returns to is the view's business.
bool sheet(Ui& ui, const Sheet& sheet);

}  // namespace portal::ui
