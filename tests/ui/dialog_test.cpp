#include "ui/widget_fixture.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/confirm_dialog.hpp"
#include "ui/widgets/sheet.hpp"
#include "ui/widgets/text_field.hpp"
#include "ui/widgets/toast.hpp"

#include <string>

namespace portal::ui::test {
namespace {

/// A sheet with a field, that asks before it throws away what was typed.
class DialogTest : public Widgets {
  protected:
    void show_page() {
        show([this](Ui& ui, Column& column) {
            Button open;
            open.key = "open";
            open.label = "Aanvragen";
            if (button(ui, column, open)) {
                sheet_open = true;
                ui.redo();
            }
            if (sheet_open) {
                draw_sheet(ui);
            }
            if (asks) {
                draw_question(ui);
            }
        });
    }

    void draw_sheet(Ui& ui) {
        Sheet form;
        form.key = "form";
        form.title = "Extra opvang";
        form.content = [&](Column& column) {
            TextField field;
            field.key = "note";
            field.label = "Opmerking";
            field.value = note;
            if (const std::string* typed = text_field(ui, column, field)) {
                note = *typed;
                ui.redo();
            }
        };
        if (sheet(ui, form)) {
            asks = !note.empty();
            sheet_open = asks;
            ui.redo();
        }
    }

    void draw_question(Ui& ui) {
        ConfirmDialog question;
        question.key = "discard";
        question.title = "Aanvraag weggooien?";
        question.text = "Wat u typte, is dan weg.";
        question.confirm = "Weggooien";
        question.cancel = "Verder met aanvraag";
        question.danger = true;
        question.busy = busy;
        switch (confirm_dialog(ui, question)) {
            case Confirmation::kConfirmed:
                asks = false;
                sheet_open = false;
                note.clear();
                ui.redo();
                break;
            case Confirmation::kCancelled:
                asks = false;
                ui.redo();
                break;
            case Confirmation::kNone:
                break;
        }
    }

    /// As far as the question.
    void ask() {
        show_page();
        browser.click(Role::kButton, "Aanvragen");
        browser.type("Opmerking", "graag tot vijf uur");
        browser.press_key(Key::kEscape);
        ASSERT_TRUE(asks);
    }

    bool sheet_open = false;
    bool asks = false;
    bool busy = false;
    std::string note;
};

TEST_F(DialogTest, BeginsOnTheWayThatDoesNoHarm) {
    ask();
    const Node dialog = get(Role::kAlertDialog, "Aanvraag weggooien?");
    EXPECT_TRUE(dialog.modal);
    EXPECT_EQ(dialog.description, "Wat u typte, is dan weg.");
    EXPECT_EQ(browser.focused().name, "Verder met aanvraag");
    EXPECT_EQ(browser.tab_order().size(), 2U);  // what lies under it cannot be reached
}

TEST_F(DialogTest, EscapeLeavesTheQuestionAndNotTheSheetUnderIt) {
    ask();
    browser.press_key(Key::kEscape);
    EXPECT_FALSE(asks);
    EXPECT_TRUE(sheet_open);
    EXPECT_EQ(note, "graag tot vijf uur");
    EXPECT_EQ(browser.focused().name, "Opmerking");
}

TEST_F(DialogTest, FocusReturnsToWhatOpenedTheLowestOfTheDialogsThatClose) {
    ask();
    browser.press_key(Key::kEscape);
    browser.press_key(Key::kEscape);
    ASSERT_TRUE(asks);
    browser.click(Role::kButton, "Weggooien");
    EXPECT_FALSE(sheet_open);
    EXPECT_EQ(browser.focused().name, "Aanvragen");
}

TEST_F(DialogTest, WaitsWhileItIsBusy) {
    ask();
    busy = true;
    browser.show();
    browser.press_key(Key::kEscape);
    browser.click(Role::kButton, "Verder met aanvraag");
    browser.click(Role::kButton, "Weggooien");
    EXPECT_TRUE(asks);
    EXPECT_TRUE(get(Role::kButton, "Weggooien").busy);
}

TEST_F(DialogTest, ScrollsWhereTheScreenIsTooLow) {
    browser.viewport.width = 320;
    browser.viewport.height = 256;
    browser.viewport.text_scale = 2;
    ask();
    EXPECT_TRUE(browser.view().shortened_texts().empty());
    const Node dialog = get(Role::kAlertDialog, "Aanvraag weggooien?");
    EXPECT_LE(dialog.rect.y + dialog.rect.height, 256);
    bool scrolls = false;
    for (const Node& node : browser.tree().nodes) {
        scrolls = scrolls || (node.parent == dialog.id && node.scrolls && node.content_height > node.rect.height);
    }
    EXPECT_TRUE(scrolls);
}

class ToastTest : public Widgets {
  protected:
    void show_toast() {
        show([this](Ui& ui, Column&) {
            Toast message;
            message.key = "toast-1";
            message.text = "Noor is ziekgemeld voor vandaag.";
            message.undo = undo;
            if (const ToastAnswer now = toast(ui, 68, message); now != ToastAnswer::kNone) {
                answer = now;
            }
        });
    }

    std::string undo = "Ongedaan maken";
    ToastAnswer answer = ToastAnswer::kNone;
};

TEST_F(ToastTest, TakesBackWhatWasDone) {
    show_toast();
    EXPECT_TRUE(browser.shows("Noor is ziekgemeld"));
    browser.click(Role::kButton, "Ongedaan maken");
    EXPECT_EQ(answer, ToastAnswer::kUndone);
}

TEST_F(ToastTest, IsClosedWithoutTakingAnythingBack) {
    undo.clear();
    show_toast();
    EXPECT_EQ(browser.find(Role::kButton, "Ongedaan maken"), nullptr);
    browser.click(Role::kButton, "Melding sluiten");
    EXPECT_EQ(answer, ToastAnswer::kClosed);
}

TEST_F(ToastTest, LiesAboveTheBarAndOnTheScreen) {
    for (const float width : {320.0F, 390.0F, 1280.0F}) {
        browser.viewport.width = width;
        show_toast();
        move_on(1);
        for (const Node* control : browser.controls()) {
            EXPECT_GE(control->rect.x, 0) << control->name;
            EXPECT_LE(control->rect.x + control->rect.width, width) << control->name;
            EXPECT_LE(control->rect.y + control->rect.height, browser.viewport.height - 68) << control->name;
        }
    }
}

}  // namespace
}  // namespace portal::ui::test
