#include "semantics/simulated_dom.hpp"

#include <algorithm>

namespace portal::semantics {

void SimulatedDom::fail(const std::string& what, NodeId id) {
    if (!error_) {
        error_ = what + " " + element_id(id);
    }
}

std::vector<NodeId>& SimulatedDom::siblings(NodeId parent, Layer layer) {
    return parent == kNoNode ? roots_[static_cast<int>(layer)] : items_[parent].children;
}

void SimulatedDom::detach(NodeId id) {
    std::vector<NodeId>& list = siblings(items_[id].parent, items_[id].layer);
    list.erase(std::remove(list.begin(), list.end(), id), list.end());
}

void SimulatedDom::attach(NodeId id, const Patch& patch) {
    if (patch.parent != kNoNode && items_.count(patch.parent) == 0) {
        fail("unknown parent of", id);
        return;
    }
    std::vector<NodeId>& list = siblings(patch.parent, patch.layer);
    auto place = list.begin();
    if (patch.after != kNoNode) {
        place = std::find(list.begin(), list.end(), patch.after);
        if (place == list.end()) {
            fail("unknown sibling before", id);
            return;
        }
        ++place;
    }
    list.insert(place, id);
    items_[id].parent = patch.parent;
    items_[id].layer = patch.layer;
}

void SimulatedDom::erase(NodeId id) {
    for (const NodeId child : items_[id].children) {
        erase(child);
    }
    items_.erase(id);
}

void SimulatedDom::apply(const std::vector<Patch>& patches) {
    for (const Patch& patch : patches) {
        const bool known = items_.count(patch.id) != 0;
        if (known == (patch.kind == Patch::Kind::kInsert)) {
            fail(known ? "inserted twice:" : "unknown:", patch.id);
            return;
        }
        switch (patch.kind) {
            case Patch::Kind::kRemove:
                detach(patch.id);
                erase(patch.id);
                break;
            case Patch::Kind::kInsert:
                items_[patch.id].last = patch;
                attach(patch.id, patch);
                break;
            case Patch::Kind::kMove:
                if (items_[patch.id].parent != patch.parent) {
                    fail("moved to another parent:", patch.id);
                }
                detach(patch.id);
                attach(patch.id, patch);
                break;
            case Patch::Kind::kUpdate:
                if (items_[patch.id].last.element.tag != patch.element.tag) {
                    fail("changed its tag:", patch.id);
                }
                items_[patch.id].last.element = patch.element;
                break;
            case Patch::Kind::kPlace:
                items_[patch.id].last.rect = patch.rect;
                items_[patch.id].last.content_height = patch.content_height;
                items_[patch.id].last.text_size = patch.text_size;
                break;
        }
    }
}

void SimulatedDom::write(NodeId id, int depth, std::string& out) const {
    const Item& item = items_.at(id);
    const Element& element = item.last.element;
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + element_id(id) + ' ' + element.tag;
    for (const auto& [name, value] : element.attributes) {
        out += ' ' + name + "='" + value + "'";
    }
    out += " text='" + element.text + "' label='" + element.label + "' description='" + element.description + "'";
    out += element.has_value ? " value='" + element.value + "'" : "";
    for (const float number : {item.last.rect.x, item.last.rect.y, item.last.rect.width, item.last.rect.height,
                               item.last.content_height, item.last.text_size}) {
        out += ' ' + std::to_string(number);
    }
    out += '\n';
    for (const NodeId child : item.children) {
        write(child, depth + 1, out);
    }
}

std::string SimulatedDom::text() const {
    std::string out;
    for (const std::vector<NodeId>& roots : roots_) {
        for (const NodeId id : roots) {
            write(id, 0, out);
        }
        out += "--\n";
    }
    return out;
}

}  // namespace portal::semantics
