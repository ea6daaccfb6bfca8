#include "ui/screens/screens.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace portal::ui {

void narrow_page(const Ui& ui, Page& page) {
    constexpr float kWidest = 760;
    const Column whole = page.column;
    const float width = std::min(whole.width, kWidest * ui.theme().text_scale);
    page.column = {whole.x + (whole.width - width) / 2, whole.y, width};
}

void page_head(Ui& ui, Page& page, std::string_view name) {
    page.column.space(ui.is_phone() ? 12 : 24);
    if (!page.shows_title) {
        return;
    }
    Heading title;
    title.key = kTitleKey;
    title.text = name;
    title.level = 1;
    title.type = Type::kDisplay;
    title.focusable = true;
    heading(ui, page.column, title);
    page.column.space(16);
}

}  // namespace portal::ui
