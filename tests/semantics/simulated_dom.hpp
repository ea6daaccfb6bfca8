#pragma once

#include "semantics/diff.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal::semantics {

/// What a browser's document would be after the patches: elements in sibling order. It refuses what a document would
/// refuse (an unknown parent, a sibling elsewhere, another tag), by `error`.
class SimulatedDom {
  public:
    void apply(const std::vector<Patch>& patches);

    /// One line per element in document order, indented by depth: tag, attributes, texts, value, place.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const std::optional<std::string>& error() const { return error_; }

  private:
    struct Item {
        NodeId parent = kNoNode;
        Layer layer = Layer::kPage;
        Patch last;
        std::vector<NodeId> children;
    };

    std::vector<NodeId>& siblings(NodeId parent, Layer layer);
    void detach(NodeId id);
    void attach(NodeId id, const Patch& patch);
    void erase(NodeId id);
    void fail(const std::string& what, NodeId id);
    void write(NodeId id, int depth, std::string& out) const;

    std::map<NodeId, Item> items_;
    std::vector<NodeId> roots_[2];
    std::optional<std::string> error_;
};

}  // namespace portal::semantics
