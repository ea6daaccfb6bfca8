#include "semantics/diff.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace portal::semantics {
namespace {

struct Placement {
    Rect rect;
    float content_height = 0;
    float text_size = 0;

    friend bool operator==(const Placement& a, const Placement& b) {
        return a.rect == b.rect && a.content_height == b.content_height && a.text_size == b.text_size;
    }
};

struct Entry {
    const Node* node = nullptr;
    NodeId parent = kNoNode;
    Layer layer = Layer::kPage;
    std::vector<NodeId> children;
};

/// A tree by id. Of nodes with the same id the first counts; a node whose parent does not stand before it is top-level.
struct Index {
    std::unordered_map<NodeId, Entry> entries;
    std::vector<NodeId> order;
    std::vector<NodeId> roots[2];  ///< by layer
    NodeId modal_root = kNoNode;

    [[nodiscard]] const Entry* find(NodeId id) const {
        const auto found = entries.find(id);
        return found == entries.end() ? nullptr : &found->second;
    }

    [[nodiscard]] const std::vector<NodeId>& siblings(const Entry& entry) const {
        return entry.parent == kNoNode ? roots[static_cast<int>(entry.layer)] : find(entry.parent)->children;
    }
};

Index make_index(const Tree& tree) {
    Index index;
    index.entries.reserve(tree.nodes.size());
    index.order.reserve(tree.nodes.size());
    for (const Node& node : tree.nodes) {
        if (node.id == kNoNode || index.entries.count(node.id) != 0) {
            continue;
        }
        Entry entry;
        entry.node = &node;
        entry.layer = node.layer;
        const auto parent = index.entries.find(node.parent);
        if (parent != index.entries.end()) {
            entry.parent = node.parent;
            entry.layer = parent->second.layer;
            parent->second.children.push_back(node.id);
        } else {
            index.roots[static_cast<int>(node.layer)].push_back(node.id);
        }
        if (node.modal) {
            NodeId root = node.id;
            for (NodeId up = entry.parent; up != kNoNode; up = index.entries.at(up).parent) {
                root = up;
            }
            index.modal_root = root;
        }
        index.entries.emplace(node.id, std::move(entry));
        index.order.push_back(node.id);
    }
    return index;
}

/// Eighths of a pixel, so that rounding errors of a layout don't count as changes.
float snap(float value) {
    return std::round(value * 8.0F) / 8.0F;
}

Placement placement_of(const Index& index, const Entry& entry) {
    const Node& node = *entry.node;
    Placement placement;
    if (node.role == Role::kOption) {
        return placement;  // drawn by the browser inside its select
    }
    placement.rect = node.rect;
    const Entry* parent = index.find(entry.parent);
    if (parent != nullptr && !parent->node->scrolls) {
        placement.rect.x -= parent->node->rect.x;
        placement.rect.y -= parent->node->rect.y;
    }
    placement.rect = {snap(placement.rect.x), snap(placement.rect.y), snap(placement.rect.width),
                      snap(placement.rect.height)};
    placement.content_height = node.scrolls ? snap(node.content_height) : 0;
    placement.text_size = node.text_size;
    return placement;
}

Element element_of(const Index& index, const Entry& entry) {
    const Node& node = *entry.node;
    Surroundings surroundings;
    surroundings.has_children = !entry.children.empty();
    // What a live region says must be heard beside a dialog too.
    const bool is_live = node.live != Live::kNone || node.role == Role::kStatus || node.role == Role::kAlert;
    surroundings.inert =
        index.modal_root != kNoNode && entry.parent == kNoNode && index.modal_root != node.id && !is_live;
    return to_element(node, surroundings);
}

/// Which positions of `values` (all different) to leave alone so that as few as possible have to move: the longest
/// increasing subsequence, by patience sorting.
std::vector<bool> longest_increasing(const std::vector<std::size_t>& values) {
    std::vector<std::size_t> tails;  // positions of the smallest last value for each length
    std::vector<std::size_t> before(values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto place = std::lower_bound(tails.begin(), tails.end(), values[i],
                                            [&](std::size_t tail, std::size_t value) { return values[tail] < value; });
        if (place != tails.begin()) {
            before[i] = *(place - 1);
        }
        if (place == tails.end()) {
            tails.push_back(i);
        } else {
            *place = i;
        }
    }
    std::vector<bool> kept(values.size(), false);
    for (std::size_t i = tails.empty() ? values.size() : tails.back(); i < values.size(); i = before[i]) {
        kept[i] = true;
    }
    return kept;
}

class Differ {
  public:
    Differ(const Tree& before, const Tree& after) : before_(make_index(before)), after_(make_index(after)) {}

    std::vector<Patch> run() && {
        find_kept();
        remove_gone();
        place_children(after_.roots[static_cast<int>(Layer::kPage)]);
        place_children(after_.roots[static_cast<int>(Layer::kFixed)]);
        return std::move(patches_);
    }

  private:
    [[nodiscard]] bool is_kept(NodeId id) const {
        const auto found = kept_.find(id);
        return found != kept_.end() && found->second;
    }

    void find_kept() {
        kept_.reserve(after_.order.size());
        for (const NodeId id : after_.order) {
            const Entry& now = *after_.find(id);
            const Entry* then = before_.find(id);
            kept_[id] = then != nullptr && then->parent == now.parent && then->layer == now.layer &&
                        std::string_view(to_tag(*then->node)) == to_tag(*now.node) &&
                        (now.parent == kNoNode || is_kept(now.parent));
        }
    }

    void remove_gone() {
        for (const NodeId id : before_.order) {
            const Entry& then = *before_.find(id);
            if (!is_kept(id) && (then.parent == kNoNode || is_kept(then.parent))) {
                Patch patch;
                patch.kind = Patch::Kind::kRemove;
                patch.id = id;
                patches_.push_back(std::move(patch));
            }
        }
    }

    void place_children(const std::vector<NodeId>& children) {
        const std::vector<bool> moves = moves_of(children);
        NodeId previous = kNoNode;
        for (std::size_t i = 0; i < children.size(); ++i) {
            const Entry& entry = *after_.find(children[i]);
            if (!is_kept(children[i])) {
                insert(entry, previous);
            } else {
                if (moves[i]) {
                    Patch patch = start(Patch::Kind::kMove, entry);
                    patch.after = previous;
                    patches_.push_back(std::move(patch));
                }
                update(entry);
            }
            place_children(entry.children);
            previous = children[i];
        }
    }

    /// For each child whether it was among its siblings before and now stands in another order.
    std::vector<bool> moves_of(const std::vector<NodeId>& children) const {
        std::vector<bool> moves(children.size(), false);
        std::vector<std::size_t> kept_at;
        std::vector<std::size_t> old_positions;
        std::unordered_map<NodeId, std::size_t> position;
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (!is_kept(children[i])) {
                continue;
            }
            if (position.empty()) {
                const std::vector<NodeId>& olds = before_.siblings(*before_.find(children[i]));
                for (std::size_t k = 0; k < olds.size(); ++k) {
                    position[olds[k]] = k;
                }
            }
            kept_at.push_back(i);
            old_positions.push_back(position.at(children[i]));
        }
        const std::vector<bool> stays = longest_increasing(old_positions);
        for (std::size_t k = 0; k < kept_at.size(); ++k) {
            moves[kept_at[k]] = !stays[k];
        }
        return moves;
    }

    static Patch start(Patch::Kind kind, const Entry& entry) {
        Patch patch;
        patch.kind = kind;
        patch.id = entry.node->id;
        patch.parent = entry.parent;
        patch.layer = entry.layer;
        return patch;
    }

    static void set_placement(Patch& patch, const Placement& placement) {
        patch.rect = placement.rect;
        patch.content_height = placement.content_height;
        patch.text_size = placement.text_size;
    }

    void insert(const Entry& entry, NodeId previous) {
        Patch patch = start(Patch::Kind::kInsert, entry);
        patch.after = previous;
        patch.element = element_of(after_, entry);
        set_placement(patch, placement_of(after_, entry));
        patches_.push_back(std::move(patch));
    }

    void update(const Entry& now) {
        const Entry& then = *before_.find(now.node->id);
        Element element = element_of(after_, now);
        if (!(element == element_of(before_, then))) {
            Patch patch = start(Patch::Kind::kUpdate, now);
            patch.element = std::move(element);
            patches_.push_back(std::move(patch));
        }
        const Placement placement = placement_of(after_, now);
        if (!(placement == placement_of(before_, then))) {
            Patch patch = start(Patch::Kind::kPlace, now);
            set_placement(patch, placement);
            patches_.push_back(std::move(patch));
        }
    }

    Index before_;
    Index after_;
    std::unordered_map<NodeId, bool> kept_;
    std::vector<Patch> patches_;
};

}  // namespace

std::vector<Patch> diff(const Tree& before, const Tree& after) {
    return Differ(before, after).run();
}

}  // namespace portal::semantics
