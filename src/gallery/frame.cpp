#include "gallery/frame.hpp"

#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>

namespace portal::gallery {

std::string_view words(const ui::Ui& ui, Text text) {
    return gallery::text(ui.state().language, text);
}

std::string hours_in_words(const ui::Ui& ui, float hours) {
    const long tenths = std::lround(hours * 10);
    std::string text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) {
        text += ui.state().language == app::Language::nl ? ',' : '.';
        text += std::to_string(tenths % 10);
    }
    return text + ' ' + std::string(words(ui, Text::amount_in_hours));
}

// --- Part ------------------------------------------------------------------------------------------------------------

Part::Part(ui::Ui& ui, ui::Column& column, std::string_view key, Text title)
    : column_(column), group_(ui, ui::Role::kGroup, key, words(ui, title)) {
    ui::Heading heading;
    heading.key = "title";
    heading.text = words(ui, title);
    ui::heading(ui, column, heading);
    column.space(8);
    card_.emplace(ui, column);
}

Part::~Part() {
    card_.reset();
    column_.space(24);
}

// --- Cells -----------------------------------------------------------------------------------------------------------

namespace {

constexpr float kBetween = 24;
constexpr float kBelow = 20;

}  // namespace

Cells::Cells(ui::Ui& ui, ui::Column& column, float least)
    : ui_(ui),
      column_(column),
      columns_(std::max(1, static_cast<int>((column.width + kBetween) / (least * ui.theme().text_scale + kBetween)))),
      bottom_(column.y) {
    const auto count = static_cast<float>(columns_);
    width_ = (column.width - (count - 1) * kBetween) / count;
}

ui::Column Cells::begin(Text state) {
    if (next_ == columns_) {
        next_ = 0;
        column_.y = bottom_ + kBelow;
    }
    ui::Column cell{column_.x + static_cast<float>(next_) * (width_ + kBetween), column_.y, width_};
    ++next_;
    const ui::TextStyle style = ui_.theme().type(ui::Type::kCaption);
    cell.space(ui::draw_text(ui_, {cell.x, cell.y}, cell.width, style, words(ui_, state), ui_.colors().secondary) + 6);
    return cell;
}

void Cells::end(const ui::Column& cell) {
    bottom_ = std::max(bottom_, cell.y);
}

Cells::~Cells() {
    column_.y = bottom_;
}

// --- Posed -----------------------------------------------------------------------------------------------------------

Posed::Posed(ui::Ui& ui, ui::NodeId node, Pose pose)
    : memory_(ui.memory()),
      hovered_(memory_.hovered),
      pressed_(memory_.pressed),
      focused_(memory_.focused),
      focus_visible_(memory_.focus_visible) {
    switch (pose) {
        case Pose::kRest:
            break;
        case Pose::kHover:
            memory_.hovered = node;
            break;
        case Pose::kFocus:
            memory_.focused = node;
            memory_.focus_visible = true;
            break;
        case Pose::kPressed:
            memory_.pressed = node;
            break;
    }
}

Posed::~Posed() {
    memory_.hovered = hovered_;
    memory_.pressed = pressed_;
    memory_.focused = focused_;
    memory_.focus_visible = focus_visible_;
}

}  // namespace portal::gallery
