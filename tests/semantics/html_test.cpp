#include "semantics/html.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace portal::semantics {
namespace {

std::optional<std::string> attribute(const Element& element, const std::string& name) {
    for (const auto& [key, value] : element.attributes) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

bool has(const Element& element, const std::string& name) {
    return attribute(element, name).has_value();
}

Node make(Role role, std::string name = {}) {
    Node node;
    node.id = 0xabcU;
    node.role = role;
    node.name = std::move(name);
    return node;
}

TEST(ElementId, IsTheSameForTheSameWidgetInEveryRun) {
    EXPECT_EQ(element_id(0xabcU), "n0000000000000abc");
    EXPECT_EQ(element_id(~NodeId{0}), "nffffffffffffffff");
}

TEST(Html, ButtonSaysItsNameAsText) {
    const Element button = to_element(make(Role::kButton, "Opslaan"), {});
    EXPECT_EQ(button.tag, "button");
    EXPECT_EQ(button.text, "Opslaan");
    EXPECT_EQ(attribute(button, "type"), "button");
    EXPECT_FALSE(has(button, "aria-label"));
    EXPECT_FALSE(has(button, "role"));
}

TEST(Html, ButtonWithTextsInsideIsNamedOnce) {
    Surroundings around;
    around.has_children = true;
    const Element button = to_element(make(Role::kButton, "Noor, 3 jaar"), around);
    EXPECT_TRUE(button.text.empty());
    EXPECT_EQ(attribute(button, "aria-label"), "Noor, 3 jaar");
}

TEST(Html, DisabledButtonCanStillBeFound) {
    Node node = make(Role::kButton, "Opslaan");
    node.disabled = true;
    const Element button = to_element(node, {});
    EXPECT_EQ(attribute(button, "aria-disabled"), "true");
    EXPECT_FALSE(has(button, "disabled"));
    EXPECT_FALSE(has(button, "tabindex"));
}

TEST(Html, SubmittingButtonAnswersEnterInItsForm) {
    Node node = make(Role::kButton, "Inloggen");
    node.submits = true;
    EXPECT_EQ(attribute(to_element(node, {}), "type"), "submit");
    const Element form = to_element(make(Role::kForm, "Inloggen"), {});
    EXPECT_EQ(form.tag, "form");
    EXPECT_EQ(attribute(form, "method"), "post");
    EXPECT_TRUE(has(form, "novalidate"));
}

TEST(Html, ToggleButtonSaysWhetherItIsPressed) {
    Node node = make(Role::kButton, "Noor");
    node.checked = Toggle::kOff;
    EXPECT_EQ(attribute(to_element(node, {}), "aria-pressed"), "false");
    node.checked = Toggle::kOn;
    node.expanded = Toggle::kOn;
    node.busy = true;
    const Element pressed = to_element(node, {});
    EXPECT_EQ(attribute(pressed, "aria-pressed"), "true");
    EXPECT_EQ(attribute(pressed, "aria-expanded"), "true");
    EXPECT_EQ(attribute(pressed, "aria-busy"), "true");
}

TEST(Html, LinkToAFileIsKeptByTheBrowser) {
    Node node = make(Role::kLink, "PDF bewaren");
    node.href = "/invoices/i1/pdf";
    node.downloads = true;
    const Element file = to_element(node, {});
    EXPECT_EQ(attribute(file, "href"), "/invoices/i1/pdf");
    EXPECT_TRUE(has(file, "download"));
    EXPECT_FALSE(has(file, "target"));
}

TEST(Html, LinkToAnotherSiteLeavesThePortalOpenAndTellsNothing) {
    Node node = make(Role::kLink, "Voorwaarden");
    node.href = "https://example.nl/voorwaarden";
    const Element link = to_element(node, {});
    EXPECT_EQ(attribute(link, "target"), "_blank");
    EXPECT_EQ(attribute(link, "rel"), "noreferrer");
    EXPECT_FALSE(has(link, "download"));
}

TEST(Html, LinkOfTheShownPageIsCurrent) {
    Node node = make(Role::kLink, "Logboek");
    node.href = "/logboek";
    node.current = true;
    const Element link = to_element(node, {});
    EXPECT_EQ(link.tag, "a");
    EXPECT_EQ(attribute(link, "href"), "/logboek");
    EXPECT_EQ(attribute(link, "aria-current"), "page");
}

TEST(Html, PasswordFieldIsFilledByPasswordManagers) {
    Node node = make(Role::kTextField, "Wachtwoord");
    node.input = InputKind::kPassword;
    node.autocomplete = "current-password";
    node.key = "password";
    node.value = "geheim";
    const Element field = to_element(node, {});
    EXPECT_EQ(field.tag, "input");
    EXPECT_EQ(attribute(field, "type"), "password");
    EXPECT_EQ(attribute(field, "autocomplete"), "current-password");
    EXPECT_EQ(attribute(field, "name"), "password");
    EXPECT_EQ(field.label, "Wachtwoord");
    EXPECT_TRUE(field.text.empty());
    EXPECT_EQ(field.value, "geheim");
    EXPECT_FALSE(has(field, "value"));
}

TEST(Html, EmailFieldBringsUpTheRightKeyboard) {
    Node node = make(Role::kTextField, "E-mailadres");
    node.input = InputKind::kEmail;
    const Element field = to_element(node, {});
    EXPECT_EQ(attribute(field, "type"), "email");
    EXPECT_EQ(attribute(field, "inputmode"), "email");
    EXPECT_EQ(attribute(field, "autocapitalize"), "none");
    EXPECT_EQ(attribute(field, "enterkeyhint"), "next");
}

TEST(Html, WrongFieldRefersToItsReason) {
    Node node = make(Role::kTextField, "Tot");
    node.input = InputKind::kTime;
    node.invalid = true;
    node.required = true;
    node.description = "Het einde ligt voor het begin.";
    const Element field = to_element(node, {});
    EXPECT_EQ(attribute(field, "type"), "time");
    EXPECT_EQ(attribute(field, "aria-invalid"), "true");
    EXPECT_EQ(attribute(field, "aria-required"), "true");
    EXPECT_EQ(attribute(field, "aria-describedby"), element_id(node.id) + "-d");
    EXPECT_EQ(field.description, node.description);
}

TEST(Html, FieldThatIsBeingSentKeepsFocusAndText) {
    Node node = make(Role::kTextField, "E-mailadres");
    node.disabled = true;
    const Element field = to_element(node, {});
    EXPECT_TRUE(has(field, "readonly"));
    EXPECT_EQ(attribute(field, "aria-disabled"), "true");
    EXPECT_FALSE(has(field, "disabled"));
}

TEST(Html, LongTextIsEditedOnSeveralLines) {
    Node node = make(Role::kTextField, "Opmerking");
    node.input = InputKind::kMultiline;
    node.max_length = 500;
    const Element field = to_element(node, {});
    EXPECT_EQ(field.tag, "textarea");
    EXPECT_FALSE(has(field, "type"));
    EXPECT_EQ(attribute(field, "maxlength"), "500");
}

TEST(Html, SelectHasOptionsAndAValue) {
    Node node = make(Role::kSelect, "Kind");
    node.value = "noor";
    const Element select = to_element(node, {});
    EXPECT_EQ(select.tag, "select");
    EXPECT_EQ(select.label, "Kind");
    EXPECT_TRUE(select.has_value);
    EXPECT_EQ(select.value, "noor");
    Node choice = make(Role::kOption, "Noor");
    choice.key = "noor";
    const Element option = to_element(choice, {});
    EXPECT_EQ(option.tag, "option");
    EXPECT_EQ(option.text, "Noor");
    EXPECT_EQ(attribute(option, "value"), "noor");
}

TEST(Html, RadiosOfOneGroupShareTheirName) {
    Node node = make(Role::kRadio, "07:30 – 18:00");
    node.parent = 0x77U;
    node.key = "dag";
    node.checked = Toggle::kOn;
    const Element radio = to_element(node, {});
    EXPECT_EQ(attribute(radio, "type"), "radio");
    EXPECT_EQ(attribute(radio, "name"), element_id(0x77U));
    EXPECT_EQ(radio.label, node.name);
    EXPECT_EQ(radio.value, "true");
}

TEST(Html, HeadingHasItsLevel) {
    Node node = make(Role::kHeading, "november 2026");
    node.level = 2;
    EXPECT_EQ(to_element(node, {}).tag, "h2");
    node.level = 0;
    EXPECT_EQ(to_element(node, {}).tag, "h1");
    node.level = 9;
    EXPECT_EQ(to_element(node, {}).tag, "h6");
}

TEST(Html, HeadingTakesFocusAfterAPageChangeButNotByTab) {
    Node node = make(Role::kHeading, "Logboek");
    node.focusable = true;
    EXPECT_EQ(attribute(to_element(node, {}), "tabindex"), "-1");
}

TEST(Html, GridIsNavigatedByOneTabStop) {
    Node node = make(Role::kGridCell, "maandag 23 november");
    node.focusable = true;
    node.selected = Toggle::kOn;
    node.current = true;
    node.column = 2;
    const Element cell = to_element(node, {});
    EXPECT_EQ(attribute(cell, "role"), "gridcell");
    EXPECT_EQ(attribute(cell, "tabindex"), "0");
    EXPECT_EQ(attribute(cell, "aria-selected"), "true");
    EXPECT_EQ(attribute(cell, "aria-current"), "date");
    EXPECT_EQ(attribute(cell, "aria-colindex"), "2");
    node.tab_stop = false;
    EXPECT_EQ(attribute(to_element(node, {}), "tabindex"), "-1");
}

TEST(Html, GridRowsAndHeadersKeepTheirPlace) {
    Node row = make(Role::kRow);
    row.row = 3;
    EXPECT_EQ(attribute(to_element(row, {}), "aria-rowindex"), "3");
    EXPECT_EQ(attribute(to_element(make(Role::kColumnHeader, "ma"), {}), "role"), "columnheader");
    EXPECT_EQ(attribute(to_element(make(Role::kRowHeader, "48"), {}), "role"), "rowheader");
    Node grid = make(Role::kGrid, "november 2026");
    grid.takes_keys = true;
    grid.swipes = true;
    const Element element = to_element(grid, {});
    EXPECT_EQ(attribute(element, "aria-label"), "november 2026");
    EXPECT_TRUE(has(element, "data-keys"));
    EXPECT_TRUE(has(element, "data-swipe"));
}

TEST(Html, DialogIsModalAndTakesFocus) {
    Node node = make(Role::kDialog, "Extra opvang");
    node.modal = true;
    node.scrolls = true;
    const Element dialog = to_element(node, {});
    EXPECT_EQ(attribute(dialog, "role"), "dialog");
    EXPECT_EQ(attribute(dialog, "aria-modal"), "true");
    EXPECT_EQ(attribute(dialog, "aria-label"), "Extra opvang");
    EXPECT_EQ(attribute(dialog, "tabindex"), "-1");
    EXPECT_TRUE(has(dialog, "data-scroll"));
}

TEST(Html, LandmarksAreNative) {
    EXPECT_EQ(to_element(make(Role::kBanner), {}).tag, "header");
    EXPECT_EQ(to_element(make(Role::kMain), {}).tag, "main");
    EXPECT_EQ(to_element(make(Role::kNavigation, "Menu"), {}).tag, "nav");
    EXPECT_EQ(to_element(make(Role::kComplementary), {}).tag, "aside");
    EXPECT_EQ(to_element(make(Role::kRegion, "Noor"), {}).tag, "section");
    EXPECT_EQ(to_element(make(Role::kList), {}).tag, "ul");
    EXPECT_EQ(to_element(make(Role::kListItem), {}).tag, "li");
    EXPECT_TRUE(to_element(make(Role::kGroup), {}).attributes.empty());
}

TEST(Html, LiveRegionsSpeakWithTheUrgencyAsked) {
    Node node = make(Role::kStatus, "Bewaard");
    node.live = Live::kPolite;
    EXPECT_EQ(attribute(to_element(node, {}), "aria-live"), "polite");
    node.role = Role::kAlert;
    node.live = Live::kAssertive;
    EXPECT_EQ(attribute(to_element(node, {}), "aria-live"), "assertive");
    EXPECT_EQ(to_element(node, {}).text, "Bewaard");
}

TEST(Html, ProgressAndPicturesHaveNames) {
    Node progress = make(Role::kProgress, "Laden");
    progress.value = "40";
    EXPECT_EQ(attribute(to_element(progress, {}), "aria-valuenow"), "40");
    const Element image = to_element(make(Role::kImage, "Ziek"), {});
    EXPECT_EQ(attribute(image, "role"), "img");
    EXPECT_EQ(attribute(image, "aria-label"), "Ziek");
}

TEST(Html, SwitchIsACheckboxThatSaysItIsASwitch) {
    Node node = make(Role::kSwitch, "Meldingen");
    node.checked = Toggle::kOn;
    const Element element = to_element(node, {});
    EXPECT_EQ(element.tag, "input");
    EXPECT_EQ(attribute(element, "type"), "checkbox");
    EXPECT_EQ(attribute(element, "role"), "switch");
    EXPECT_EQ(element.label, "Meldingen");
    EXPECT_EQ(element.value, "true");
}

TEST(Html, GroupOfRadioButtonsSaysThatTheChoiceIsMissing) {
    Node node = make(Role::kRadioGroup, "Voor wie?");
    node.required = true;
    node.invalid = true;
    node.description = "Kies een kind.";
    const Element group = to_element(node, {});
    EXPECT_EQ(attribute(group, "aria-required"), "true");
    EXPECT_EQ(attribute(group, "aria-invalid"), "true");
    EXPECT_EQ(attribute(group, "aria-describedby"), element_id(node.id) + "-d");
}

TEST(Html, QuestionBeforeSomethingIsLostIsAnAlertDialog) {
    Node node = make(Role::kAlertDialog, "Aanvraag weggooien?");
    node.modal = true;
    const Element dialog = to_element(node, {});
    EXPECT_EQ(attribute(dialog, "role"), "alertdialog");
    EXPECT_EQ(attribute(dialog, "aria-modal"), "true");
    EXPECT_EQ(attribute(dialog, "tabindex"), "-1");
}

TEST(Html, TableHasHeadsAndCells) {
    EXPECT_EQ(attribute(to_element(make(Role::kTable, "Uren"), {}), "role"), "table");
    Node node = make(Role::kCell, "12 uur");
    node.column = 3;
    const Element cell = to_element(node, {});
    EXPECT_EQ(attribute(cell, "role"), "cell");
    EXPECT_EQ(attribute(cell, "aria-colindex"), "3");
    EXPECT_EQ(cell.text, "12 uur");
    EXPECT_FALSE(has(cell, "tabindex"));
}

TEST(Html, FieldForANumberOffersDigitsWithoutStepping) {
    Node node = make(Role::kTextField, "Jaar");
    node.input = InputKind::kDigits;
    const Element field = to_element(node, {});
    EXPECT_EQ(attribute(field, "type"), "text");
    EXPECT_EQ(attribute(field, "inputmode"), "numeric");
}

TEST(Html, DateFieldKnowsItsLimits) {
    Node node = make(Role::kTextField, "Eerste dag");
    node.input = InputKind::kDate;
    node.minimum = "2026-11-23";
    node.maximum = "2027-01-31";
    const Element field = to_element(node, {});
    EXPECT_EQ(attribute(field, "type"), "date");
    EXPECT_EQ(attribute(field, "min"), "2026-11-23");
    EXPECT_EQ(attribute(field, "max"), "2027-01-31");
    EXPECT_FALSE(has(to_element(make(Role::kTextField, "Naam"), {}), "min"));
}

}  // namespace
}  // namespace portal::semantics
