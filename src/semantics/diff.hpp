#pragma once

#include "semantics/html.hpp"
#include "semantics/node.hpp"

#include <cstdint>
#include <vector>

namespace portal::semantics {

/// One change that turns the mirror of the last frame into the mirror of this one. Apply in order.
struct Patch {
    enum class Kind : std::uint8_t { kRemove, kInsert, kMove, kUpdate, kPlace };

    Kind kind = Kind::kRemove;
    NodeId id = kNoNode;
    NodeId parent = kNoNode;  ///< insert, move; kNoNode: the root of its layer
    NodeId after = kNoNode;   ///< insert, move: the sibling before it; kNoNode: the first child
    Element element;          ///< insert, update: the whole new element (the same tag for an update)
    Rect rect;                ///< insert, place: relative to the parent's rectangle (a scrolling parent's content)
    Layer layer = Layer::kPage;
    float content_height = 0;  ///< insert, place: of a node that scrolls, else 0
    float text_size = 0;       ///< insert, place: CSS pixels, 0 for the default
};

/// Minimal for the usual cases (text changed, nodes added or removed, siblings reordered). A node whose tag or parent
/// changes is removed and inserted anew. Removing a node removes its descendants without patches of their own.
[[nodiscard]] std::vector<Patch> diff(const Tree& before, const Tree& after);

}  // namespace portal::semantics
