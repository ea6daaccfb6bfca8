#include "ui/widget_fixture.hpp"

#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/radio_group.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/toggle_switch.hpp"

#include <array>
#include <string>

namespace portal::ui::test {
namespace {

class CheckboxTest : public Widgets {
  protected:
    void show_box() {
        show([this](Ui& ui, Column& column) {
            if (checkbox(ui, column, box)) {
                box.checked = !box.checked;
                ui.redo();
            }
        });
    }

    Checkbox box = [] {
        Checkbox made;
        made.key = "agree";
        made.label = "Ik ga akkoord met de extra kosten";
        return made;
    }();
};

TEST_F(CheckboxTest, IsTickedAndUntickedByPointerAndSpace) {
    show_box();
    EXPECT_FALSE(is_on(Role::kCheckbox, "Ik ga akkoord"));
    browser.click(Role::kCheckbox, "Ik ga akkoord");
    EXPECT_TRUE(is_on(Role::kCheckbox, "Ik ga akkoord"));
    browser.tab_to(Role::kCheckbox, "Ik ga akkoord");
    browser.press_space();
    EXPECT_FALSE(is_on(Role::kCheckbox, "Ik ga akkoord"));
}

TEST_F(CheckboxTest, CannotBeTickedWhileDisabled) {
    box.disabled = true;
    show_box();
    browser.click(Role::kCheckbox, "Ik ga akkoord");
    EXPECT_FALSE(is_on(Role::kCheckbox, "Ik ga akkoord"));
    EXPECT_TRUE(get(Role::kCheckbox, "Ik ga akkoord").disabled);
}

TEST_F(CheckboxTest, SaysWhatIsWrongWithIt) {
    box.error = "Vink dit aan om verder te gaan.";
    box.required = true;
    show_box();
    const Node node = get(Role::kCheckbox, "Ik ga akkoord");
    EXPECT_TRUE(node.invalid);
    EXPECT_TRUE(node.required);
    EXPECT_EQ(node.description, "Vink dit aan om verder te gaan.");
}

TEST_F(CheckboxTest, CanBePressedOnItsWholeLabel) {
    browser.viewport.width = 320;
    browser.viewport.text_scale = 2;
    show_box();
    const semantics::Rect rect = get(Role::kCheckbox, "Ik ga akkoord").rect;
    EXPECT_FLOAT_EQ(rect.width, 288);
    EXPECT_GE(rect.height, 3 * 48);  // its words need several lines
    EXPECT_TRUE(browser.view().shortened_texts().empty());
}

class RadioGroupTest : public Widgets {
  protected:
    void show_group() {
        show([this](Ui& ui, Column& column) {
            RadioGroup group;
            group.key = "reason";
            group.caption.label = "Waarom?";
            group.caption.error = error;
            group.chosen = chosen;
            group.options = options;
            group.required = true;
            if (const auto now = radio_group(ui, column, group)) {
                chosen = std::string(options[*now].key);
                ui.redo();
            }
        });
    }

    std::array<RadioOption, 3> options{
        {{"vacation", "Vakantie", "", false}, {"party", "Feest", "", true}, {"other", "Iets anders", "", false}}};
    std::string chosen;
    std::string error;
};

TEST_F(RadioGroupTest, HasNothingChosenBeforehand) {
    show_group();
    EXPECT_FALSE(is_on(Role::kRadio, "Vakantie"));
    EXPECT_FALSE(is_on(Role::kRadio, "Iets anders"));
    browser.click(Role::kRadio, "Iets anders");
    EXPECT_TRUE(is_on(Role::kRadio, "Iets anders"));
    EXPECT_FALSE(is_on(Role::kRadio, "Vakantie"));
}

TEST_F(RadioGroupTest, IsOneStopForTabWhoseArrowsPassWhatIsDisabledAndBeginAnew) {
    chosen = "vacation";
    show_group();
    EXPECT_EQ(browser.tab_order().size(), 1U);
    browser.tab_to(Role::kRadio, "Vakantie");
    browser.press_key(Key::kDown);
    EXPECT_EQ(browser.focused().name, "Iets anders");
    EXPECT_EQ(chosen, "other");
    browser.press_key(Key::kRight);
    EXPECT_EQ(chosen, "vacation");
    browser.press_key(Key::kUp);
    EXPECT_EQ(chosen, "other");
}

TEST_F(RadioGroupTest, SaysForTheWholeGroupThatAChoiceIsMissing) {
    error = "Kies een reden.";
    show_group();
    const Node group = get(Role::kRadioGroup, "Waarom?");
    EXPECT_TRUE(group.invalid);
    EXPECT_TRUE(group.required);
    EXPECT_EQ(group.description, "Kies een reden.");
    EXPECT_FALSE(get(Role::kRadio, "Vakantie").invalid);
}

class SwitchTest : public Widgets {
  protected:
    void show_switch() {
        show([this](Ui& ui, Column& column) {
            if (toggle_switch(ui, column, toggle)) {
                toggle.on = !toggle.on;
                ++switched;
                ui.redo();
            }
        });
    }

    Switch toggle = [] {
        Switch made;
        made.key = "mail";
        made.label = "E-mail bij een antwoord";
        made.detail = "Op uw eigen adres";
        return made;
    }();
    int switched = 0;
};

TEST_F(SwitchTest, SwitchesByPointerAndSpace) {
    show_switch();
    browser.click(Role::kSwitch, "E-mail");
    EXPECT_TRUE(is_on(Role::kSwitch, "E-mail"));
    browser.tab_to(Role::kSwitch, "E-mail");
    browser.press_space();
    EXPECT_FALSE(is_on(Role::kSwitch, "E-mail"));
    EXPECT_EQ(get(Role::kSwitch, "E-mail").description, "Op uw eigen adres");
}

TEST_F(SwitchTest, StaysWhereItIsWhileItIsBeingSaved) {
    toggle.busy = true;
    show_switch();
    browser.click(Role::kSwitch, "E-mail");
    EXPECT_EQ(switched, 0);
    EXPECT_TRUE(get(Role::kSwitch, "E-mail").busy);
    EXPECT_FALSE(get(Role::kSwitch, "E-mail").disabled);  // it keeps its focus
}

TEST_F(SwitchTest, MovesOnlyForWhoWantsMotion) {
    show_switch();
    browser.click(Role::kSwitch, "E-mail");
    EXPECT_EQ(browser.output().next_frame, 0);
    move_on(1);
    EXPECT_FALSE(browser.output().next_frame.has_value());
    browser.viewport.reduced_motion = true;
    browser.click(Role::kSwitch, "E-mail");
    EXPECT_FALSE(browser.output().next_frame.has_value());
}

class SegmentedControlTest : public Widgets {
  protected:
    void show_control() {
        show([this](Ui& ui, Column& column) {
            SegmentedControl control;
            control.key = "week";
            control.name = "Welke week";
            control.chosen = chosen;
            control.segments = segments;
            if (const auto now = segmented_control(ui, column, control)) {
                chosen = std::string(segments[*now].key);
                ui.redo();
            }
        });
    }

    std::array<Segment, 2> segments{{{"this", "Deze week"}, {"next", "Volgende week"}}};
    std::string chosen = "this";
};

TEST_F(SegmentedControlTest, ShowsAnotherViewByPointerAndArrow) {
    show_control();
    browser.click(Role::kRadio, "Volgende week");
    EXPECT_EQ(chosen, "next");
    EXPECT_TRUE(is_on(Role::kRadio, "Volgende week"));
    browser.press_key(Key::kLeft);
    EXPECT_EQ(chosen, "this");
    EXPECT_EQ(browser.focused().name, "Deze week");
}

TEST_F(SegmentedControlTest, StacksWhereTheWordsDoNotFitBesideEachOther) {
    show_control();
    EXPECT_FLOAT_EQ(get(Role::kRadio, "Deze week").rect.y, get(Role::kRadio, "Volgende week").rect.y);
    browser.viewport.width = 320;
    browser.viewport.text_scale = 2;
    browser.show();
    const semantics::Rect first = get(Role::kRadio, "Deze week").rect;
    EXPECT_GE(get(Role::kRadio, "Volgende week").rect.y, first.y + first.height);
    EXPECT_TRUE(browser.view().shortened_texts().empty());
}

}  // namespace
}  // namespace portal::ui::test
