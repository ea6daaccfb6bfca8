#include "app/record_world.hpp"
#include "ui/portal_fixture.hpp"

#include <algorithm>
#include <ostream>

namespace portal::ui::test {
namespace {

struct Screen {
    float width;
    float height;
    float text_scale;
    bool touch;
};

void PrintTo(const Screen& screen, std::ostream* out) {
    *out << screen.width << "x" << screen.height << " text " << screen.text_scale;
}

constexpr float kRounding = 0.51F;
constexpr const char* kPaths[] = {"/wijziging/2026-11-25",
                                  "/wijziging/2026-11-25/extra",
                                  "/wijziging/2026-12-02/extra",
                                  "/wijziging/2026-11-27/ruilen",
                                  "/wijziging/2026-11-26/ruilen",
                                  "/wijziging/2026-11-26/afmelden",
                                  "/wijziging/2026-11-23/ziek",
                                  "/tegoed",
                                  "/planner",
                                  "/stamgegevens",
                                  "/stamgegevens/ouders",
                                  "/stamgegevens/ouder/g1",
                                  "/stamgegevens/kind/noor",
                                  "/stamgegevens/noodpersonen/noor",
                                  "/stamgegevens/noodpersonen/noor/nieuw",
                                  "/stamgegevens/contract/c1",
                                  "/logboek"};

/// Every screen on every size: what holds for all of them.
class Layout : public Portal, public testing::WithParamInterface<Screen> {
  protected:
    Layout() {
        browser.viewport.width = GetParam().width;
        browser.viewport.height = GetParam().height;
        browser.viewport.text_scale = GetParam().text_scale;
        browser.viewport.touch = GetParam().touch;
        server.family.contracts[0].weeks_per_year = 40;
        server.give_noor_credit(600);
        for (const auto& [id, state] :
             {std::pair{"r1", core::RequestState::kSubmitted}, std::pair{"r2", core::RequestState::kApproved},
              std::pair{"r3", core::RequestState::kRejected}}) {
            core::ChangeRequest request = server.request(id, server.noor, "2026-11-25", kMorning, state);
            request.submitted_by = "Jasmijn Visser";
            request.price = core::Money{6177};
            request.decision_reason = "De groep zit op deze dag vol.";
            server.requests.push_back(request);
        }
    }

    void go(const std::string& path) {
        if (state().session == app::Session::kUnknown) {
            open(path);
        } else {
            store.dispatch(app::PathChanged{path});
            answer_data();
        }
        outside.http.answer(Method::kGet, "/records", 200, api::encode(app::test::family_records()));
        browser.show();
        browser.seconds += 1;
        browser.show();
    }

    /// What a node's coordinates are relative to.
    [[nodiscard]] semantics::NodeId space_of(const Node& node) const {
        for (const Node* at = browser.find(node.parent); at != nullptr; at = browser.find(at->parent)) {
            if (at->scrolls) {
                return at->id;
            }
        }
        return node.layer == semantics::Layer::kFixed ? 1 : 0;
    }

    void expect_large_enough() const {
        for (const Node* node : browser.controls()) {
            EXPECT_GE(node->rect.width, 44 - kRounding) << node->name;
            EXPECT_GE(node->rect.height, 44 - kRounding) << node->name;
        }
    }

    void expect_apart() const {
        const std::vector<const Node*> controls = browser.controls();
        for (std::size_t i = 0; i < controls.size(); ++i) {
            for (std::size_t j = i + 1; j < controls.size(); ++j) {
                const semantics::Rect& a = controls[i]->rect;
                const semantics::Rect& b = controls[j]->rect;
                const bool apart = a.x + a.width <= b.x + kRounding || b.x + b.width <= a.x + kRounding ||
                                   a.y + a.height <= b.y + kRounding || b.y + b.height <= a.y + kRounding;
                EXPECT_TRUE(apart || space_of(*controls[i]) != space_of(*controls[j]))
                    << controls[i]->name << " lies over " << controls[j]->name;
            }
        }
    }

    void expect_on_the_screen() const {
        for (const Node& node : browser.tree().nodes) {
            EXPECT_GE(node.rect.x, -kRounding) << node.name;
            EXPECT_LE(node.rect.x + node.rect.width, GetParam().width + kRounding) << node.name;
            EXPECT_LE(node.rect.y + node.rect.height,
                      std::max(browser.tree().page_height, GetParam().height * 4) + kRounding)
                << node.name;
        }
    }

    void expect_nothing_shortened() const {
        for (const std::string& text : browser.view().shortened_texts()) {
            ADD_FAILURE() << "no room for " << text;
        }
    }

    void give_long_names() {
        server.family.children[0].first_name = "Anna-Sophia Wilhelmina";
        server.family.children[0].last_name = "van der Meulen-Schouwenaar tot Noordwijkerhout";
        server.family.children[1].first_name = "Łukasz-Ğüneş Żaneta";
        server.family.children[2].first_name = "Zoë 🌱 Ǧorđe";
        server.family.guardians[0].email = "johanna.wilhelmina.van.der.meulen-schouwenaar@voorbeeld-organisatie.nl";
        server.locations.offers[0].location_name = "Kinderdagverblijf De Vrolijke Kikkersprong aan de Rijnsburgerweg";
    }

    void give_twelve_children() {
        const core::Child pattern = server.family.children[0];
        const core::PlacementContract contract = server.family.contracts[0];
        for (int i = 4; i <= 12; ++i) {
            core::Child child = pattern;
            child.id = core::ChildId{"child-" + std::to_string(i)};
            child.first_name = "Kind " + std::to_string(i);
            server.family.children.push_back(child);
            core::PlacementContract made = contract;
            made.id = core::ContractId{"contract-" + std::to_string(i)};
            made.child = child.id;
            server.family.contracts.push_back(made);
        }
    }
};

TEST_P(Layout, ControlsAreLargeEnoughAndApart) {
    for (const char* path : kPaths) {
        SCOPED_TRACE(path);
        go(path);
        expect_large_enough();
        expect_apart();
        expect_on_the_screen();
    }
}

TEST_P(Layout, NoTextIsCut) {
    for (const app::Language language : {app::Language::nl, app::Language::en}) {
        for (const char* path : kPaths) {
            SCOPED_TRACE(path);
            go(path);
            store.dispatch(app::LanguageChosen{language});
            browser.show();
            expect_nothing_shortened();
        }
    }
}

TEST_P(Layout, SignInFits) {
    start();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 401, problem(401, "not-signed-in")));
    browser.show();
    expect_large_enough();
    expect_apart();
    expect_on_the_screen();
    expect_nothing_shortened();
}

TEST_P(Layout, LongNamesStayOnTheScreen) {
    give_long_names();
    for (const char* path : kPaths) {
        SCOPED_TRACE(path);
        go(path);
        expect_large_enough();
        expect_apart();
        expect_on_the_screen();
    }
}

TEST_P(Layout, TwelveChildrenFit) {
    give_twelve_children();
    for (const char* path : kPaths) {
        SCOPED_TRACE(path);
        go(path);
        expect_large_enough();
        expect_apart();
        expect_on_the_screen();
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Layout,
                         testing::Values(Screen{390, 844, 1, true}, Screen{320, 568, 1, true},
                                         Screen{320, 640, 2, true}, Screen{320, 256, 1, false},
                                         Screen{844, 390, 1, true}, Screen{820, 1180, 1, true},
                                         Screen{1024, 768, 1, false}, Screen{1280, 800, 1, false},
                                         Screen{1280, 800, 2, false}, Screen{1920, 1080, 1, false}));

}  // namespace
}  // namespace portal::ui::test
