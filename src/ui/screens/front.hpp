#pragma once

#include "app/route.hpp"
#include "ui/core/ui.hpp"

#include <functional>
#include <string>
#include <string_view>

/// What the pages share that are for who has not signed in.
namespace portal::ui {

struct FrontPage {
    std::string_view title;
    std::string_view text;  ///< below the title
    std::function<void(Column&)> content;
};

/// All of the page: the sign, the title, the content and the choice of language, in the middle of the screen.
void front_page(Ui& ui, const FrontPage& page);

/// A way to another page, in the middle of the column.
void front_link(Ui& ui, Column& column, std::string_view key, std::string_view label, app::Screen screen);

/// After an attempt focus goes to the first field that is wrong, once.
/// A button that tries again sets Memory::sign_in_wrong back.
void focus_wrong(Ui& ui, bool wrong, NodeId field);

/// Why something did not work, with room above; nothing for an empty text.
void failure_banner(Ui& ui, Column& column, const std::string& text);

}  // namespace portal::ui
