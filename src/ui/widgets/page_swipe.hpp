#pragma once

#include "ui/core/ui.hpp"

namespace portal::ui {

/// What a finger did to a page that lies between others: -1 turned it to the one before, 1 to the next, 0 neither.
/// `area` is the node that swipes.
int swiped(Ui& ui, NodeId area, float width);

/// How far the page is from its place, in CSS pixels: under a finger, or on its way to rest.
float swipe_offset(Ui& ui);

}  // namespace portal::ui
