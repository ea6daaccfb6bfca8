#include "gallery/gallery.hpp"

#include "ui/widget_fixture.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace portal::ui::test {
namespace {

constexpr std::array<const char*, 10> kSections{"/tokens",   "/buttons", "/choices",  "/fields", "/lists",
                                                "/feedback", "/figures", "/calendar", "/year",   "/bars"};
constexpr float kRounding = 0.51F;

struct Screen {
    float width;
    float text_scale;
};

/// All widgets in all states, on every size: what holds for each of them.
class GalleryTest : public Widgets, public testing::WithParamInterface<Screen> {
  protected:
    GalleryTest() {
        browser.viewport.width = GetParam().width;
        browser.viewport.text_scale = GetParam().text_scale;
        browser.viewport.touch = false;
    }

    template <class Check>
    void for_each_section(Check check) {
        for (const char* section : kSections) {
            SCOPED_TRACE(section);
            gallery.go(section);
            show([this](Ui& ui, Column& column) { column.y = gallery.draw(ui); });
            check();
        }
    }

    gallery::Gallery gallery;
};

TEST_P(GalleryTest, ControlsAreNamedLargeEnoughApartAndOnTheScreen) {
    for_each_section([&] {
        const std::vector<const Node*> controls = browser.controls();
        ASSERT_GT(controls.size(), 8U);  // the bars alone
        for (std::size_t i = 0; i < controls.size(); ++i) {
            const semantics::Rect& a = controls[i]->rect;
            // Seven days stand beside each other on every phone: WCAG 2.2, 2.5.8 asks 24.
            const float least = controls[i]->role == Role::kGridCell ? 24 : 44;
            EXPECT_FALSE(controls[i]->name.empty());
            EXPECT_GE(a.width, least - kRounding) << controls[i]->name;
            EXPECT_GE(a.height, least - kRounding) << controls[i]->name;
            EXPECT_GE(a.x, 0) << controls[i]->name;
            EXPECT_LE(a.x + a.width, GetParam().width + kRounding) << controls[i]->name;
            for (std::size_t j = i + 1; j < controls.size(); ++j) {
                const semantics::Rect& b = controls[j]->rect;
                EXPECT_FALSE(overlap(inset(a, kRounding), inset(b, kRounding)))
                    << controls[i]->name << " lies over " << controls[j]->name;
            }
        }
    });
}

TEST_P(GalleryTest, NoTextIsCut) {
    for_each_section([&] {
        for (const std::string& text : browser.view().shortened_texts()) {
            ADD_FAILURE() << "no room for " << text;
        }
    });
}

TEST_P(GalleryTest, EveryNodeHasAnIdOfItsOwn) {
    for_each_section([&] {
        std::set<semantics::NodeId> ids;
        for (const Node& node : browser.tree().nodes) {
            EXPECT_TRUE(ids.insert(node.id).second) << node.name;
        }
    });
}

TEST_P(GalleryTest, NothingMovesForWhoWantsNoMotion) {
    browser.viewport.reduced_motion = true;
    for_each_section([&] { EXPECT_FALSE(browser.output().next_frame.has_value()); });
}

INSTANTIATE_TEST_SUITE_P(Sizes, GalleryTest,
                         testing::Values(Screen{320, 1}, Screen{390, 1}, Screen{768, 1}, Screen{1280, 1},
                                         Screen{320, 2}, Screen{1280, 2}));

class GalleryUseTest : public Widgets {
  protected:
    void open(const char* path) {
        gallery.go(path);
        show([this](Ui& ui, Column& column) { column.y = gallery.draw(ui); });
    }

    gallery::Gallery gallery;
};

TEST_F(GalleryUseTest, LeadsFromSectionToSectionByItsAddress) {
    open("/");
    EXPECT_EQ(gallery.path(app::Language::nl), "/tokens");
    browser.click(Role::kButton, "Keuzes");
    EXPECT_EQ(gallery.path(app::Language::en), "/choices?language=en");
    EXPECT_NE(browser.find(Role::kCheckbox, "Ik ga akkoord"), nullptr);
    EXPECT_EQ(gallery.go("/lists?language=en"), app::Language::en);
    EXPECT_EQ(gallery.path(app::Language::nl), "/lists");
    gallery.go("/no-such-section");
    EXPECT_EQ(gallery.path(app::Language::nl), "/tokens");
}

TEST_F(GalleryUseTest, SamplesAnswer) {
    open("/choices");
    browser.click(Role::kCheckbox, "Ik ga akkoord");
    EXPECT_TRUE(is_on(Role::kCheckbox, "Ik ga akkoord"));
    open("/feedback");
    browser.click(Role::kButton, "Formulier openen");
    EXPECT_NE(browser.find(Role::kDialog, "Extra opvang"), nullptr);
    browser.press_key(Key::kEscape);
    EXPECT_EQ(browser.find(Role::kDialog, "Extra opvang"), nullptr);
    browser.click(Role::kButton, "Vraag stellen");
    EXPECT_NE(browser.find(Role::kAlertDialog, "Aanvraag weggooien?"), nullptr);
    browser.press_key(Key::kEscape);
    EXPECT_EQ(browser.find(Role::kAlertDialog, "Aanvraag weggooien?"), nullptr);
    EXPECT_EQ(browser.focused().name, "Vraag stellen");
}

}  // namespace
}  // namespace portal::ui::test
