#include "ui/widget_fixture.hpp"

#include "ui/icons.hpp"
#include "ui/widgets/progress.hpp"
#include "ui/widgets/timeline.hpp"

#include <array>
#include <optional>

namespace portal::ui::test {
namespace {

class ProgressTest : public Widgets {
  protected:
    void show_progress(std::optional<float> share) {
        show([share](Ui& ui, Column& column) {
            Progress bar;
            bar.key = "weeks";
            bar.label = "Weken afgemeld";
            bar.value = "4 van 6 weken";
            bar.share = share;
            progress(ui, column, bar);
        });
    }
};

TEST_F(ProgressTest, SaysHowFarItIs) {
    show_progress(0.667F);
    const Node bar = get(Role::kProgress, "Weken afgemeld");
    EXPECT_EQ(bar.value, "67");
    EXPECT_EQ(bar.description, "4 van 6 weken");
    EXPECT_FALSE(bar.busy);
}

TEST_F(ProgressTest, NeverLeavesItsScale) {
    show_progress(1.8F);
    EXPECT_EQ(get(Role::kProgress, "Weken afgemeld").value, "100");
    show_progress(-0.5F);
    EXPECT_EQ(get(Role::kProgress, "Weken afgemeld").value, "0");
}

TEST_F(ProgressTest, MovesWhileNobodyKnowsUnlessMotionIsUnwanted) {
    show_progress(std::nullopt);
    EXPECT_TRUE(get(Role::kProgress, "Weken afgemeld").value.empty());
    EXPECT_TRUE(get(Role::kProgress, "Weken afgemeld").busy);
    EXPECT_TRUE(browser.output().next_frame.has_value());
    browser.viewport.reduced_motion = true;
    browser.show();
    EXPECT_FALSE(browser.output().next_frame.has_value());
}

class TimelineTest : public Widgets {
  protected:
    void show_credit() {
        show([](Ui& ui, Column& column) {
            std::array<TimelineEntry, 2> lots;
            lots[0].key = "lot-1";
            lots[0].when = "Gebruik voor 31 december";
            lots[0].title = "Afgemeld op vrijdag 20 november";
            lots[0].trailing = "5,5 uur";
            lots[0].detail = "Noor";
            lots[0].icon = icon::kHourglass;
            lots[0].mark = TimelineMark::kPressing;
            lots[1].key = "lot-2";
            lots[1].title = "Afgemeld op maandag 23 november";
            lots[1].trailing = "10 uur";
            timeline(ui, column, "credit", "Tegoed", lots);
        });
    }
};

TEST_F(TimelineTest, IsAListThatReadsWhatTheEyeSees) {
    show_credit();
    const Node list = get(Role::kList, "Tegoed");
    const auto items = browser.all(Role::kListItem);
    ASSERT_EQ(items.size(), 2U);
    EXPECT_EQ(items[0]->parent, list.id);
    EXPECT_EQ(items[0]->name, "Gebruik voor 31 december, Afgemeld op vrijdag 20 november, 5,5 uur, Noor");
    EXPECT_EQ(items[1]->name, "Afgemeld op maandag 23 november, 10 uur");
}

TEST_F(TimelineTest, EntriesDoNotOverlapAtAnyTextSize) {
    for (const float scale : {1.0F, 2.0F}) {
        browser.viewport.width = 320;
        browser.viewport.text_scale = scale;
        show_credit();
        const auto items = browser.all(Role::kListItem);
        ASSERT_EQ(items.size(), 2U);
        EXPECT_GE(items[1]->rect.y, items[0]->rect.y + items[0]->rect.height);
        EXPECT_TRUE(browser.view().shortened_texts().empty());
    }
}

}  // namespace
}  // namespace portal::ui::test
