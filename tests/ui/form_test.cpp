#include "ui/widget_fixture.hpp"

#include "ui/widgets/date_field.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/text_area.hpp"
#include "ui/widgets/time_range_field.hpp"
#include "ui/widgets/week_pattern.hpp"

#include <array>
#include <string>

namespace portal::ui::test {
namespace {

using app::test::day;

class TextAreaTest : public Widgets {
  protected:
    void show_area() {
        show([this](Ui& ui, Column& column) {
            TextArea area;
            area.key = "note";
            area.caption.label = "Opmerking";
            area.caption.hint = "Bijvoorbeeld wie uw kind ophaalt.";
            area.caption.error = error;
            area.value = value;
            area.max_length = 20;
            if (const std::string* typed = text_area(ui, column, area)) {
                value = *typed;
                ui.redo();
            }
        });
    }

    std::string value;
    std::string error;
};

TEST_F(TextAreaTest, KeepsWhatIsTypedAndTellsWhenLittleIsLeft) {
    show_area();
    EXPECT_FALSE(browser.shows("tekens"));
    browser.type("Opmerking", "Oma haalt Noor op");
    EXPECT_EQ(get(Role::kTextField, "Opmerking").value, "Oma haalt Noor op");
    EXPECT_TRUE(browser.shows("Nog 3 tekens."));
}

TEST_F(TextAreaTest, CountsCharactersAsBrowsersDo) {
    value = "Zoë wordt opgeha😀";  // 16 letters, and one that counts for two
    show_area();
    EXPECT_TRUE(browser.shows("Nog 2 tekens."));
}

TEST_F(TextAreaTest, SaysErrorAndHint) {
    error = "Schrijf op wie er komt.";
    show_area();
    const Node field = get(Role::kTextField, "Opmerking");
    EXPECT_TRUE(field.invalid);
    EXPECT_EQ(field.description, "Schrijf op wie er komt. Bijvoorbeeld wie uw kind ophaalt.");
}

class DateFieldTest : public Widgets {
  protected:
    void show_birthday() {
        show([this](Ui& ui, Column& column) {
            MemorableDate date;
            date.key = "born";
            date.caption.label = "Geboortedatum";
            date.parts = parts;
            date.autocomplete = "bday";
            if (const auto changed = memorable_date(ui, column, date)) {
                parts = *changed;
                ui.redo();
            }
        });
    }

    DateParts parts;
};

TEST_F(DateFieldTest, OffersOnlyTheDaysThatArePossible) {
    show([](Ui& ui, Column& column) {
        DateField field;
        field.key = "first";
        field.caption.label = "Eerste dag";
        field.earliest = day("2026-11-24");
        field.latest = day("2027-01-31");
        date_field(ui, column, field);
    });
    const Node field = get(Role::kTextField, "Eerste dag");
    EXPECT_EQ(field.input, semantics::InputKind::kDate);
    EXPECT_EQ(field.minimum, "2026-11-24");
    EXPECT_EQ(field.maximum, "2027-01-31");
}

TEST_F(DateFieldTest, BirthdayIsTypedInThreeBoxes) {
    show_birthday();
    browser.type("Dag", "7");
    browser.type("Maand", "03");
    browser.type("Jaar", "2023");
    EXPECT_EQ(parts.date(), day("2023-03-07"));
    EXPECT_EQ(get(Role::kTextField, "Jaar").autocomplete, "bday-year");
    EXPECT_EQ(get(Role::kTextField, "Jaar").max_length, 4);
}

TEST_F(DateFieldTest, ADayThatDoesNotExistIsNoDate) {
    EXPECT_FALSE((DateParts{"31", "2", "2023"}).date());
    EXPECT_FALSE((DateParts{"", "2", "2023"}).date());
    EXPECT_FALSE((DateParts{"1", "mrt", "2023"}).date());
    EXPECT_FALSE((DateParts{"1", "3", "20233"}).date());
    EXPECT_EQ(DateParts::of(day("2024-02-29")).date(), day("2024-02-29"));
}

class TimeRangeTest : public Widgets {
  protected:
    void show_times() {
        show([this](Ui& ui, Column& column) {
            TimeRangeField field;
            field.key = "times";
            field.caption.label = "Tijden";
            field.caption.error = error;
            field.end_invalid = !error.empty();
            field.start = start;
            field.end = end;
            const TimeRangeTyped typed = time_range_field(ui, column, field);
            start = typed.start != nullptr ? *typed.start : start;
            end = typed.end != nullptr ? *typed.end : end;
            if (typed.start != nullptr || typed.end != nullptr) {
                ui.redo();
            }
        });
    }

    std::string start;
    std::string end;
    std::string error;
};

TEST_F(TimeRangeTest, TakesBothTimes) {
    show_times();
    browser.type("Van", "07:30");
    browser.type("Tot", "18:00");
    EXPECT_EQ(start, "07:30");
    EXPECT_EQ(get(Role::kTextField, "Tot").value, "18:00");
}

TEST_F(TimeRangeTest, PointsAtTheTimeThatIsWrong) {
    error = "De eindtijd moet na de begintijd liggen.";
    show_times();
    EXPECT_FALSE(get(Role::kTextField, "Van").invalid);
    EXPECT_TRUE(get(Role::kTextField, "Tot").invalid);
    EXPECT_EQ(get(Role::kTextField, "Tot").description, error);
}

TEST_F(TimeRangeTest, StandsUnderEachOtherWhereItIsNarrow) {
    show_times();
    EXPECT_FLOAT_EQ(get(Role::kTextField, "Van").rect.y, get(Role::kTextField, "Tot").rect.y);
    browser.viewport.width = 320;
    browser.viewport.text_scale = 2;
    browser.show();
    EXPECT_GT(get(Role::kTextField, "Tot").rect.y, get(Role::kTextField, "Van").rect.y);
}

class SelectFieldTest : public Widgets {};

TEST_F(SelectFieldTest, AsksForAChoiceAndTakesIt) {
    const std::array<SelectOption, 3> options{{{"", "Kies een kind"}, {"noor", "Noor"}, {"sam", "Sam"}}};
    std::string chosen;
    show([&](Ui& ui, Column& column) {
        SelectField field;
        field.key = "child";
        field.caption.label = "Kind";
        field.caption.error = chosen.empty() ? "Kies een kind." : "";
        field.chosen = chosen;
        field.options = options;
        if (const std::string* key = select_field(ui, column, field)) {
            chosen = *key;
            ui.redo();
        }
    });
    EXPECT_TRUE(get(Role::kSelect, "Kind").invalid);
    browser.choose("Kind", "sam");
    EXPECT_EQ(get(Role::kSelect, "Kind").value, "sam");
    EXPECT_FALSE(get(Role::kSelect, "Kind").invalid);
}

class WeekTest : public Widgets {};

TEST_F(WeekTest, PatternReadsTheDaysWithCare) {
    show([](Ui& ui, Column& column) {
        WeekPattern pattern;
        pattern.key = "week";
        pattern.name = "Dagen en tijden";
        pattern.days[0] = core::TimeRange{{7, 30}, {18, 30}};
        pattern.days[3] = core::TimeRange{{7, 30}, {13, 0}};
        week_pattern(ui, column, pattern);
    });
    const auto days = browser.all(Role::kListItem);
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0]->name, "maandag 07:30 tot 18:30");
    EXPECT_EQ(days[1]->name, "donderdag 07:30 tot 13:00");
}

TEST_F(WeekTest, DaysAreChosenOnAnyScreen) {
    WeekdayChoice choice;
    choice.key = "days";
    choice.caption.label = "Op welke dagen?";
    choice.disabled[6] = true;
    show([&](Ui& ui, Column& column) {
        if (const auto pressed = weekday_choice(ui, column, choice)) {
            bool& chosen = choice.chosen[static_cast<std::size_t>(*pressed)];
            chosen = !chosen;
            ui.redo();
        }
    });
    browser.click(Role::kCheckbox, "dinsdag");
    browser.click(Role::kCheckbox, "zondag");
    EXPECT_TRUE(is_on(Role::kCheckbox, "dinsdag"));
    EXPECT_FALSE(is_on(Role::kCheckbox, "zondag"));
    browser.viewport.width = 320;
    browser.viewport.text_scale = 2;
    browser.show();
    for (const Node* box : browser.all(Role::kCheckbox)) {
        EXPECT_GE(box->rect.width, 43.5F) << box->name;
        EXPECT_LE(box->rect.x + box->rect.width, 320 - 15) << box->name;
    }
}

}  // namespace
}  // namespace portal::ui::test
