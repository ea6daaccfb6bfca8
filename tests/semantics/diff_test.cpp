#include "semantics/diff.hpp"

#include "semantics/simulated_dom.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace portal::semantics {
namespace {

Node make(NodeId id, NodeId parent, Role role, std::string name = {}) {
    Node node;
    node.id = id;
    node.parent = parent;
    node.role = role;
    node.name = std::move(name);
    return node;
}

std::size_t count(const std::vector<Patch>& patches, Patch::Kind kind) {
    return static_cast<std::size_t>(
        std::count_if(patches.begin(), patches.end(), [kind](const Patch& patch) { return patch.kind == kind; }));
}

Tree list_of(const std::vector<NodeId>& items) {
    Tree tree;
    tree.nodes.push_back(make(1, kNoNode, Role::kList));
    for (const NodeId id : items) {
        tree.nodes.push_back(make(id, 1, Role::kListItem, "item " + std::to_string(id)));
    }
    return tree;
}

TEST(Diff, SaysNothing_WhenNothingChanged) {
    const Tree tree = list_of({2, 3, 4});
    EXPECT_TRUE(diff(tree, tree).empty());
}

TEST(Diff, UpdatesOneElement_WhenOneTextChanged) {
    const Tree before = list_of({2, 3, 4});
    Tree after = before;
    after.nodes[2].name = "anders";
    const std::vector<Patch> patches = diff(before, after);
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, Patch::Kind::kUpdate);
    EXPECT_EQ(patches[0].id, 3U);
    EXPECT_EQ(patches[0].element.text, "anders");
}

TEST(Diff, MovesOneElement_WhenTheLastBecomesTheFirst) {
    const std::vector<Patch> patches = diff(list_of({2, 3, 4, 5, 6}), list_of({6, 2, 3, 4, 5}));
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, Patch::Kind::kMove);
    EXPECT_EQ(patches[0].id, 6U);
    EXPECT_EQ(patches[0].after, kNoNode);
}

TEST(Diff, InsertsAndRemovesOnlyWhatChanged) {
    const std::vector<Patch> patches = diff(list_of({2, 3, 4}), list_of({2, 7, 4}));
    EXPECT_EQ(patches.size(), 2U);
    EXPECT_EQ(count(patches, Patch::Kind::kRemove), 1U);
    EXPECT_EQ(count(patches, Patch::Kind::kInsert), 1U);
}

TEST(Diff, RemovesASubtreeAtOnce) {
    Tree after;
    const std::vector<Patch> patches = diff(list_of({2, 3, 4}), after);
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].id, 1U);
}

TEST(Diff, PlacesOnlyTheParent_WhenAllOfItMoved) {
    Tree before = list_of({2, 3, 4});
    for (Node& node : before.nodes) {
        node.rect = {10, 20, 100, 30};
    }
    Tree after = before;
    for (Node& node : after.nodes) {
        node.rect.y += 300;
    }
    const std::vector<Patch> patches = diff(before, after);
    ASSERT_EQ(patches.size(), 1U);
    EXPECT_EQ(patches[0].kind, Patch::Kind::kPlace);
    EXPECT_EQ(patches[0].id, 1U);
    EXPECT_EQ(patches[0].rect.y, 320);
}

TEST(Diff, PlacesChildrenInTheContentOfAParentThatScrolls) {
    Tree tree;
    Node sheet = make(1, kNoNode, Role::kDialog, "Extra opvang");
    sheet.rect = {0, 200, 390, 600};
    sheet.scrolls = true;
    sheet.content_height = 900;
    Node button = make(2, 1, Role::kButton, "Opslaan");
    button.rect = {16, 820, 358, 48};
    tree.nodes = {sheet, button};
    const std::vector<Patch> patches = diff(Tree{}, tree);
    ASSERT_EQ(patches.size(), 2U);
    EXPECT_EQ(patches[0].content_height, 900);
    EXPECT_EQ(patches[1].rect.x, 16);
    EXPECT_EQ(patches[1].rect.y, 820);
}

TEST(Diff, IgnoresRoundingErrorsOfALayout) {
    Tree before = list_of({2});
    before.nodes[0].rect = {10, 20.0F, 100, 30};
    Tree after = before;
    after.nodes[0].rect.y = 20.01F;
    EXPECT_TRUE(diff(before, after).empty());
}

TEST(Diff, MakesEverythingInert_WhenAModalOpens) {
    Tree before;
    before.nodes = {make(1, kNoNode, Role::kMain), make(2, kNoNode, Role::kNavigation, "Menu"),
                    make(3, kNoNode, Role::kStatus, "Bewaard")};
    Tree after = before;
    Node dialog = make(4, kNoNode, Role::kDialog, "Extra opvang");
    dialog.modal = true;
    after.nodes.push_back(dialog);
    const auto is_inert = [](const Element& element) {
        return std::any_of(element.attributes.begin(), element.attributes.end(),
                           [](const auto& attribute) { return attribute.first == "inert"; });
    };
    std::size_t inert = 0;
    for (const Patch& patch : diff(before, after)) {
        EXPECT_NE(patch.id, 3U) << "a live region stays audible beside the dialog";
        inert += is_inert(patch.element) ? 1U : 0U;
        EXPECT_FALSE(patch.id == 4U && is_inert(patch.element));
    }
    EXPECT_EQ(inert, 2U);
}

TEST(Diff, ReplacesAnElement_WhenItsTagChanges) {
    Tree before;
    before.nodes = {make(1, kNoNode, Role::kButton, "Noor")};
    Tree after;
    after.nodes = {make(1, kNoNode, Role::kLink, "Noor")};
    const std::vector<Patch> patches = diff(before, after);
    ASSERT_EQ(patches.size(), 2U);
    EXPECT_EQ(patches[0].kind, Patch::Kind::kRemove);
    EXPECT_EQ(patches[1].kind, Patch::Kind::kInsert);
}

TEST(Diff, KeepsTheFirst_WhenTwoNodesHaveTheSameId) {
    Tree tree = list_of({2});
    tree.nodes.push_back(make(2, 1, Role::kButton, "dubbel"));
    const std::vector<Patch> patches = diff(Tree{}, tree);
    ASSERT_EQ(patches.size(), 2U);
    EXPECT_EQ(patches[1].element.tag, "li");
}

class RandomTrees {
  public:
    explicit RandomTrees(std::uint32_t seed) : random_(seed) {}

    Tree make_tree() {
        Tree tree;
        std::vector<NodeId> ids(40);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            ids[i] = i + 1;
        }
        std::shuffle(ids.begin(), ids.end(), random_);
        ids.resize(pick(ids.size() + 1));
        for (const NodeId id : ids) {
            tree.nodes.push_back(make_node(id, tree));
        }
        return tree;
    }

    /// Few changes, as between two frames.
    Tree change(const Tree& tree) {
        Tree changed;
        for (const Node& node : tree.nodes) {
            if (pick(12) == 0) {
                continue;
            }
            Node copy = node;
            if (pick(6) == 0) {
                copy.name = "naam " + std::to_string(pick(5));
            }
            if (pick(8) == 0) {
                copy.rect.y += 8;
            }
            changed.nodes.push_back(copy);
        }
        if (changed.nodes.size() > 2 && pick(2) == 0) {
            std::swap(changed.nodes[1 + pick(changed.nodes.size() - 1)], changed.nodes.back());
        }
        return changed;
    }

  private:
    std::size_t pick(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random_); }

    Node make_node(NodeId id, const Tree& tree) {
        constexpr Role kRoles[] = {Role::kGroup, Role::kButton, Role::kTextField, Role::kHeading,
                                   Role::kList,  Role::kDialog, Role::kSelect,    Role::kGridCell};
        Node node = make(id, kNoNode, kRoles[pick(8)], "naam " + std::to_string(pick(5)));
        if (!tree.nodes.empty() && pick(4) != 0) {
            node.parent = tree.nodes[pick(tree.nodes.size())].id;
        }
        node.layer = pick(3) == 0 ? Layer::kFixed : Layer::kPage;
        node.rect = {static_cast<float>(pick(400)), static_cast<float>(pick(900)), 40, 20};
        node.modal = pick(15) == 0;
        node.scrolls = pick(10) == 0;
        node.content_height = static_cast<float>(pick(900));
        node.description = pick(5) == 0 ? "uitleg" : "";
        node.value = pick(3) == 0 ? "waarde" : "";
        return node;
    }

    std::mt19937 random_;
};

std::string drawn_afresh(const Tree& tree) {
    SimulatedDom dom;
    dom.apply(diff(Tree{}, tree));
    EXPECT_FALSE(dom.error().has_value()) << dom.error().value_or("");
    return dom.text();
}

TEST(Diff, GivesExactlyTheNewTree_ForAnyTwoTrees) {
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        RandomTrees trees(seed);
        const Tree before = trees.make_tree();
        const Tree after = trees.make_tree();
        SimulatedDom dom;
        dom.apply(diff(Tree{}, before));
        dom.apply(diff(before, after));
        ASSERT_FALSE(dom.error().has_value()) << *dom.error() << ", seed " << seed;
        ASSERT_EQ(dom.text(), drawn_afresh(after)) << "seed " << seed;
    }
}

TEST(Diff, GivesExactlyTheNewTree_AfterManyFrames) {
    for (std::uint32_t seed = 1000; seed < 1040; ++seed) {
        RandomTrees trees(seed);
        Tree shown = trees.make_tree();
        SimulatedDom dom;
        dom.apply(diff(Tree{}, shown));
        for (int frame = 0; frame < 10; ++frame) {
            const Tree next = trees.change(shown);
            dom.apply(diff(shown, next));
            ASSERT_FALSE(dom.error().has_value()) << *dom.error() << ", seed " << seed;
            ASSERT_EQ(dom.text(), drawn_afresh(next)) << "seed " << seed << ", frame " << frame;
            ASSERT_TRUE(diff(next, next).empty());
            shown = next;
        }
    }
}

}  // namespace
}  // namespace portal::semantics
