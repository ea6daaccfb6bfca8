#include "api/records_codec.hpp"
#include "app/record_world.hpp"
#include "ui/portal_fixture.hpp"

#include <string>

namespace portal::ui::test {
namespace {

/// Stamgegevens as a parent uses it.
class Records : public Portal {
  protected:
    void open_page(const std::string& path) {
        open(path);
        ASSERT_TRUE(answer_records());
        browser.show();
    }

    /// Also what was asked on the pages before.
    bool answer_records() {
        bool any = false;
        while (outside.http.answer(Method::kGet, "/records", 200, api::encode(records))) {
            any = true;
        }
        return any;
    }

    [[nodiscard]] const Node& get(Role role, const char* name) const {
        static const Node none;
        const Node* node = browser.find(role, name);
        EXPECT_NE(node, nullptr) << name;
        return node != nullptr ? *node : none;
    }

    core::FamilyRecords records = app::test::family_records();
};

TEST_F(Records, HaveTheSeedsFourLinksForEachChild) {
    open("/stamgegevens");
    EXPECT_EQ(get(Role::kLink, "Contracten van Noor").href, "/stamgegevens/contract/c1");
    EXPECT_EQ(get(Role::kLink, "Ouders/verzorgers van Noor").href, "/stamgegevens/ouders");
    EXPECT_EQ(get(Role::kLink, "Jasmijn Visser").href, "/stamgegevens/ouder/g1") << "a name leads to its data";
    EXPECT_EQ(get(Role::kLink, "Thomas de Boer").href, "/stamgegevens/ouder/g2");
    EXPECT_EQ(get(Role::kLink, "Noodpersonen van Noor").href, "/stamgegevens/noodpersonen/noor");
    EXPECT_EQ(get(Role::kLink, "Wijzig gegevens van Noor").href, "/stamgegevens/kind/noor");
    EXPECT_NE(browser.find(Role::kLink, "Noodpersonen van Sam"), nullptr);
    EXPECT_EQ(get(Role::kLink, "Pas aan: gegevens van Thomas de Boer").href, "/stamgegevens/ouder/g2");
}

TEST_F(Records, LeadFromAChildToItsPages_AndFocusFollows) {
    open("/stamgegevens");
    browser.click(Role::kLink, "Contracten van Sam");
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens/contract/c2");
    EXPECT_EQ(browser.focused().name, "Contract van Sam");
    EXPECT_TRUE(browser.shows("Looptijd: 1 september 2025 tot en met 16 juli 2027"));
    EXPECT_FALSE(browser.shows("€ 11,23")) << "that is Noor's";
    browser.click(Role::kLink, "Terug naar Stamgegevens");
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens");
    browser.click(Role::kLink, "Ouders/verzorgers van Sam");
    EXPECT_EQ(browser.tree().title, "Ouders/verzorgers – Ouderlogin");
    browser.click(Role::kLink, "Pas aan: gegevens van Jasmijn Visser");
    ASSERT_TRUE(answer_records());
    browser.show();
    EXPECT_EQ(get(Role::kHeading, "Gegevens van Jasmijn Visser").level, 2);
    desktop();
    browser.show();
    EXPECT_EQ(get(Role::kHeading, "Gegevens van Jasmijn Visser").level, 1);
}

TEST_F(Records, AreChangedInAForm) {
    open_page("/stamgegevens/ouder/g1");
    EXPECT_EQ(get(Role::kTextField, "Mobiel nummer").value, "06 12345678");
    EXPECT_EQ(get(Role::kTextField, "Mobiel nummer").autocomplete, "tel") << "one's own";
    EXPECT_EQ(get(Role::kTextField, "Dag").value, "29");
    browser.type("Woonplaats", "Delft");
    browser.click(Role::kButton, "Pas aan");
    EXPECT_EQ(outside.http.sent().back().body, R"({"fields":{"city":"Delft"}})");
    EXPECT_TRUE(get(Role::kButton, "Pas aan").busy);
    records.guardians[0].fields[4].value = "Delft";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 200, api::encode(records.guardians[0])));
    browser.show();
    EXPECT_EQ(outside.navigation.current(), "/stamgegevens");
    EXPECT_TRUE(browser.shows("Uw wijziging is opgeslagen."));
}

TEST_F(Records, ShowWhatWaitsBesideTheOldValue) {
    open_page("/stamgegevens/ouder/g1");
    EXPECT_EQ(get(Role::kTextField, "Rekeningnummer").value, "NL20 INGB 0001 2345 67");
    EXPECT_NE(browser.find(Role::kText, "In behandeling"), nullptr);
    EXPECT_TRUE(
        browser.shows("Thomas de Boer heeft 'NL20 INGB 0001 2345 67' gevraagd. Tot wij antwoorden, geldt: "
                      "NL91 ABNA 0417 1643 00."));
    EXPECT_TRUE(browser.shows("De opvang keurt een wijziging eerst goed."));
}

TEST_F(Records, ShowCitizenNumbersMaskedAndFixed) {
    open_page("/stamgegevens/ouder/g1");
    EXPECT_NE(browser.find(Role::kParagraph, "Burgerservicenummer (BSN): ••••••019. Alleen de opvang"), nullptr);
    for (const Node* field : browser.all(Role::kTextField)) {
        EXPECT_EQ(field->value.find("019"), std::string::npos) << field->name;
    }
}

TEST_F(Records, TellWhatIsWrongAbove_AndLeadThere) {
    open_page("/stamgegevens/ouder/g1");
    browser.type("Postcode", "12");
    EXPECT_FALSE(get(Role::kTextField, "Postcode").invalid) << "it is still being written";
    browser.type("Mobiel nummer", "");
    EXPECT_TRUE(get(Role::kTextField, "Postcode").invalid);
    EXPECT_EQ(browser.find(Role::kButton, "Vul een postcode in zoals 1234 AB."), nullptr) << "only once it is sent";
    browser.click(Role::kButton, "Pas aan");
    EXPECT_EQ(browser.focused().name, "2 gegevens kloppen nog niet");
    EXPECT_TRUE(get(Role::kTextField, "Postcode").invalid);
    EXPECT_EQ(get(Role::kTextField, "Postcode").description, "Vul een postcode in zoals 1234 AB.");
    browser.click(Role::kButton, "Vul iets in bij 'Mobiel nummer'.");
    EXPECT_EQ(browser.focused().name, "Mobiel nummer");
    browser.type("Postcode", "2311GH");
    EXPECT_FALSE(get(Role::kTextField, "Postcode").invalid) << "while typing, as soon as it is right";
    EXPECT_TRUE(get(Role::kTextField, "Mobiel nummer").invalid);
    EXPECT_EQ(outside.http.count(Method::kPut, "/guardians"), 0U);
}

TEST_F(Records, SurviveWhateverIsTyped) {
    open_page("/stamgegevens/kind/noor");
    for (const char* text : {"🐸", "مرحبا بالعالم", "<script>alert(1)</script>", "29 februari"}) {
        browser.type("Allergieën", text);
        EXPECT_EQ(get(Role::kTextField, "Allergieën").value, text);
    }
    browser.type("Telefoon huisarts", std::string(5000, '9').c_str());
    browser.click(Role::kButton, "Pas aan");
    EXPECT_TRUE(get(Role::kTextField, "Telefoon huisarts").invalid);
}

TEST_F(Records, KeepTheParentsText_WhenSendingFails) {
    open_page("/stamgegevens/kind/noor");
    browser.type("Allergieën", "Pinda's");
    browser.click(Role::kButton, "Pas aan");
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/children/noor", app::Transport::kUnreachable));
    browser.show();
    EXPECT_TRUE(browser.shows("Uw tekst staat er nog."));
    EXPECT_EQ(get(Role::kTextField, "Allergieën").value, "Pinda's");
}

TEST_F(Records, TellSinceWhenAConsentHolds_AndLetItBeWithdrawn) {
    open_page("/stamgegevens/kind/noor");
    const Node& group = get(Role::kRadioGroup, "Foto's op website en sociale media");
    EXPECT_EQ(group.description, "U gaf toestemming op 1 september 2025. U kunt die altijd intrekken.");
    EXPECT_EQ(get(Role::kRadioGroup, "Uitstapjes").description, "U hebt hier nog niets gekozen.");
    browser.click(Role::kRadio, "Nee, dat mag niet");
    browser.click(Role::kButton, "Pas aan");
    EXPECT_EQ(outside.http.sent().back().body, R"({"fields":{"photoPublic":"refused"}})");
}

TEST_F(Records, ShowBothVersions_WhenTwoParentsWriteAtOnce) {
    open_page("/stamgegevens/kind/noor");
    browser.type("Dieet", "Geen melk");
    browser.click(Role::kButton, "Pas aan");
    core::Record theirs = records.children[0];
    theirs.version = "2";
    theirs.fields[3].value = "Veganistisch";
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/children/noor", 412, app::test::conflict_with(theirs)));
    browser.show();
    EXPECT_NE(browser.find(Role::kRadio, "Geen melk"), nullptr);
    EXPECT_NE(browser.find(Role::kRadio, "Veganistisch"), nullptr);
    browser.click(Role::kButton, "Pas aan");
    EXPECT_EQ(outside.http.count(Method::kPut, "/children/noor"), 1U);
    EXPECT_TRUE(browser.shows("Kies bij 'Dieet' welke tekst blijft."));
    browser.click(Role::kRadio, "Geen melk");
    browser.click(Role::kButton, "Pas aan");
    EXPECT_EQ(outside.http.sent().back().if_match, "\"2\"");
    EXPECT_EQ(outside.http.sent().back().body, R"({"fields":{"diet":"Geen melk"}})");
}

TEST_F(Records, OfContactsAreAListInTheOrderOfCalling) {
    open_page("/stamgegevens/noodpersonen/noor");
    EXPECT_EQ(browser.tree().title, "Noodpersonen van Noor – Ouderlogin");
    EXPECT_TRUE(browser.shows("06 23456789"));
    EXPECT_TRUE(browser.shows("Bellen bij nood en ophalen"));
    EXPECT_TRUE(browser.shows("Niet meer geldig"));
    EXPECT_EQ(browser.find(Role::kButton, "Oma Riet eerder bellen"), nullptr) << "she is the first";
    browser.click(Role::kButton, "Karim Haddad eerder bellen");
    EXPECT_EQ(browser.find(Role::kButton, "Karim Haddad eerder bellen"), nullptr);
    EXPECT_NE(browser.find(Role::kButton, "Oma Riet eerder bellen"), nullptr);
}

TEST_F(Records, OfContactsAreRemovedAfterAQuestion) {
    open_page("/stamgegevens/noodpersonen/noor");
    browser.click(Role::kButton, "Verwijder Oma Riet");
    EXPECT_NE(browser.find(Role::kAlertDialog, "Oma Riet verwijderen?"), nullptr);
    browser.click(Role::kButton, "Niet verwijderen");
    EXPECT_EQ(browser.find(Role::kAlertDialog, "Oma Riet verwijderen?"), nullptr);
    EXPECT_EQ(browser.focused().name, "Verwijder Oma Riet");
    browser.click(Role::kButton, "Verwijder Oma Riet");
    browser.tab_to(Role::kButton, "Verwijder");
    browser.press_enter();
    EXPECT_EQ(outside.http.count(Method::kDelete, "/emergency-contacts/oma"), 1U);
}

TEST_F(Records, OfContactsThatAreRemovedWithoutNetworkWaitInTheLog) {
    outside.outbox.works = true;
    open_page("/stamgegevens/noodpersonen/noor");
    browser.click(Role::kButton, "Verwijder Oma Riet");
    browser.click(Role::kButton, "Verwijder");
    ASSERT_TRUE(outside.http.fail(Method::kDelete, "/emergency-contacts/oma", app::Transport::kUnreachable));
    browser.show();
    EXPECT_EQ(browser.find(Role::kHeading, "Oma Riet"), nullptr);
    EXPECT_NE(browser.find(Role::kHeading, "Karim Haddad"), nullptr);
    browser.click(Role::kLink, "1 wijziging nog niet verzonden");
    EXPECT_NE(browser.find(Role::kHeading, "Noodpersoon verwijderen · Oma Riet"), nullptr);
    EXPECT_EQ(browser.find(Role::kButton, "Aanpassen"), nullptr) << "there is nothing to write anew";
}

TEST_F(Records, OfContactsAreAdded) {
    open_page("/stamgegevens/noodpersonen/sam");
    EXPECT_TRUE(browser.shows("Nog geen noodpersonen"));
    browser.click(Role::kButton, "Noodpersoon toevoegen");
    ASSERT_TRUE(answer_records());
    browser.show();
    browser.type("Naam", "Tante Bea");
    browser.type("Relatie tot het kind", "tante");
    browser.type("Telefoonnummer", "06 11112222");
    browser.click(Role::kCheckbox, "Mag gebeld worden bij nood");
    browser.click(Role::kButton, "Opslaan");
    EXPECT_TRUE(browser.shows("Kies wat deze persoon mag: gebeld worden, uw kind ophalen, of allebei."));
    browser.click(Role::kCheckbox, "Mag uw kind ophalen");
    EXPECT_FALSE(browser.shows("Kies wat deze persoon mag:"));
    browser.click(Role::kButton, "Opslaan");
    EXPECT_EQ(outside.http.sent().back().path, "/children/sam/emergency-contacts");
}

TEST_F(Records, ThatAreGoneSayIt) {
    open_page("/stamgegevens/kind/niemand");
    EXPECT_TRUE(browser.shows("Deze gegevens zijn er niet meer."));
    EXPECT_NE(browser.find(Role::kLink, "Terug naar Stamgegevens"), nullptr);
}

TEST_F(Records, OfferToTryAgain_WhenTheyCannotBeHad) {
    open("/stamgegevens/kind/noor");
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/records", 500, problem(500, "internal-error")));
    browser.show();
    browser.click(Role::kButton, "Opnieuw proberen");
    ASSERT_TRUE(answer_records());
    browser.show();
    EXPECT_NE(browser.find(Role::kTextField, "Dieet"), nullptr);
}

TEST_F(Records, HaveTheWayBackAboveTheirTitle_OnLargeScreens) {
    desktop();
    open_page("/stamgegevens/kind/noor");
    const Node& back = get(Role::kLink, "Terug naar Stamgegevens");
    const std::vector<const Node*> headings = browser.all(Role::kHeading);
    ASSERT_FALSE(headings.empty());
    EXPECT_EQ(headings.front()->level, 1);
    EXPECT_LE(back.rect.y + back.rect.height, headings.front()->rect.y);
    EXPECT_FLOAT_EQ(back.rect.x, headings.front()->rect.x);
}

TEST_F(Records, FieldsOfARowStandBesideEachOther_WhereThereIsRoom) {
    open_page("/stamgegevens/noodpersonen/noor/nieuw");
    for (const float width : {320.0F, 390.0F, 768.0F, 1280.0F}) {
        browser.viewport.width = width;
        browser.show();
        const Node& phone = get(Role::kTextField, "Telefoonnummer");
        const Node& other = get(Role::kTextField, "Ander telefoonnummer");
        if (width < 500) {
            EXPECT_GT(other.rect.y, phone.rect.y + phone.rect.height) << width;
        } else {
            EXPECT_NEAR(other.rect.y, phone.rect.y, 0.5F) << width;
            EXPECT_GT(other.rect.x, phone.rect.x + phone.rect.width) << width;
        }
    }
}

TEST_F(Records, ANewContactIsOneToCall_UnlessTheParentSaysOtherwise) {
    open_page("/stamgegevens/noodpersonen/noor/nieuw");
    EXPECT_EQ(get(Role::kCheckbox, "Mag gebeld worden bij nood").checked, semantics::Toggle::kOn);
    browser.type("Naam", "Joke Visser");
    browser.type("Relatie tot het kind", "Oma");
    browser.type("Telefoonnummer", "06 12345678");
    browser.click(Role::kButton, "Opslaan");
    const app::HttpRequest request = outside.http.sent().back();
    EXPECT_EQ(request.path, "/children/noor/emergency-contacts");
    EXPECT_NE(request.body.find("\"emergency\":\"yes\""), std::string::npos) << request.body;
}

}  // namespace
}  // namespace portal::ui::test
