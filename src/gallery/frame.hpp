#pragma once

#include "gallery/text.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/card.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the examples stand in.
namespace portal::gallery {

[[nodiscard]] std::string_view words(const ui::Ui& ui, Text text);

/// "5,5 uur", to a tenth.
[[nodiscard]] std::string hours_in_words(const ui::Ui& ui, float hours);

/// A heading and a card that the examples are drawn into, for as long as the object lives.
class Part {
  public:
    Part(ui::Ui& ui, ui::Column& column, std::string_view key, Text title);
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;

    [[nodiscard]] ui::Column& content() { return card_->content(); }
    [[nodiscard]] ui::Card& card() { return *card_; }
    void divider() { card_->divider(); }

  private:
    ui::Column& column_;
    ui::Group group_;
    std::optional<ui::Card> card_;
};

/// Examples beside each other, as many as fit when each is `least` wide (CSS pixels), with what they show above them.
class Cells {
  public:
    Cells(ui::Ui& ui, ui::Column& column, float least);
    ~Cells();
    Cells(const Cells&) = delete;
    Cells& operator=(const Cells&) = delete;

    template <class Draw>
    void add(std::string_view key, Text state, Draw draw) {
        ui::Column cell = begin(state);
        {
            const ui::Group group(ui_, ui::Role::kGroup, key);
            draw(cell);
        }
        end(cell);
    }

  private:
    ui::Column begin(Text state);
    void end(const ui::Column& cell);

    ui::Ui& ui_;
    ui::Column& column_;
    float width_;
    int columns_;
    int next_ = 0;
    float bottom_;
};

enum class Pose : std::uint8_t { kRest, kHover, kFocus, kPressed };

/// While it lives, the widget with that id looks as if the pointer or the keyboard were on it.
class Posed {
  public:
    Posed(ui::Ui& ui, ui::NodeId node, Pose pose);
    ~Posed();
    Posed(const Posed&) = delete;
    Posed& operator=(const Posed&) = delete;

  private:
    ui::Memory& memory_;
    ui::NodeId hovered_;
    ui::NodeId pressed_;
    ui::NodeId focused_;
    bool focus_visible_;
};

/// The poses and what they are called.
struct NamedPose {
    std::string_view key;
    Text name;
    Pose pose;
};
inline constexpr NamedPose kPoses[] = {{"rest", Text::state_rest, Pose::kRest},
                                       {"hover", Text::state_hover, Pose::kHover},
                                       {"focus", Text::state_focus, Pose::kFocus},
                                       {"pressed", Text::state_pressed, Pose::kPressed}};

}  // namespace portal::gallery
