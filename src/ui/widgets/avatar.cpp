#include "ui/widgets/avatar.hpp"

#include "ui/widgets/text.hpp"

namespace portal::ui {
namespace {

void draw_initials(Ui& ui, const Rect& square, std::string_view initials, Color color) {
    TextStyle style;
    style.weight = Weight::kExtraBold;
    style.size = square.width * (initials.size() > 1 ? 0.36F : 0.44F);
    style.line = square.height;
    const float width = ui.fonts().width(style, initials);
    ui.paint().text({square.x + (square.width - width) / 2, square.y}, style, initials, color);
}

/// Every third child has the first one's colour; shifting the shapes lets nine differ.
void fill_shape(Ui& ui, const Rect& square, std::size_t index, Color color) {
    switch ((index + index / 3) % 3) {
        case 0:
            ui.paint().fill(square, color, square.width / 2);
            break;
        case 1:
            ui.paint().fill(square, color, square.width * 0.26F);
            break;
        default:
            ui.paint().leaf(square, color);
            break;
    }
}

}  // namespace

void child_avatar(Ui& ui, const Rect& square, std::size_t index, std::string_view name) {
    const Tone& tone = ui.theme().child(index);
    // With high contrast the shape is an edge: a larger one in the mark's colour under the ground.
    if (ui.theme().high_contrast) {
        fill_shape(ui, square, index, ui.theme().mark(index));
        fill_shape(ui, inset(square, 1.5F), index, tone.ground);
    } else {
        fill_shape(ui, square, index, tone.ground);
    }
    draw_initials(ui, square, initial_of(name), tone.text);
}

void person_avatar(Ui& ui, const Rect& square, std::string_view name) {
    const Tone& tone = ui.theme().child(0);
    ui.paint().fill(square, tone.ground, square.width / 2);
    if (ui.theme().high_contrast) {
        ui.paint().outline(square, ui.colors().control, square.width / 2);
    }
    draw_initials(ui, square, initials_of(name), tone.text);
}

std::string initial_of(std::string_view name) {
    std::size_t length = name.empty() ? 0 : 1;
    while (length < name.size() && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    std::string initial(name.substr(0, length));
    if (initial.size() == 1 && initial[0] >= 'a' && initial[0] <= 'z') {
        initial[0] = static_cast<char>(initial[0] - 'a' + 'A');
    }
    return initial;
}

std::string initials_of(std::string_view name) {
    std::string first = initial_of(name);
    std::string second;
    for (std::size_t space = name.find(' '); space != std::string_view::npos; space = name.find(' ', space + 1)) {
        const std::string_view word = name.substr(space + 1);
        const bool is_prefix = !word.empty() && word.front() >= 'a' && word.front() <= 'z';
        second = initial_of(word);
        if (!is_prefix) {
            break;
        }
    }
    return first + second;
}

}  // namespace portal::ui
