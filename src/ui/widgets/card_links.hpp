#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/card.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace portal::ui {

/// A way from a card to a page below it, or something that is done with what the card is about.
struct CardLink {
    std::string_view key;
    std::string label;
    std::string name;  ///< accessible name; begins with the label
    const char* icon = nullptr;
    std::string href;  ///< empty for what happens here
    bool busy = false;
    semantics::Toggle expanded = semantics::Toggle::kNone;  ///< of what unfolds something in the card
};

/// Links at the lower edge of a card, two beside each other where their labels fit. Returns the key of the one that was
/// followed; empty for none. The card's content ends with them.
std::string_view card_links(Ui& ui, Card& card, const std::vector<CardLink>& links);

}  // namespace portal::ui
