#include "ui/portal_fixture.hpp"

namespace portal::ui::test {
namespace {

class Offline : public Portal {
  protected:
    /// A visit with network, and hours later another without.
    void come_back(const std::string& path, std::int64_t hours, app::Language language = app::Language::nl) {
        constexpr std::int64_t kHour = 3600;
        platform::headless::FakeWorld earlier{outside.clock.now() - hours * kHour, path};
        app::Store first{earlier.ports(), [] {}};
        first.start({});
        ASSERT_TRUE(earlier.http.answer(Method::kGet, "/session", 200, account()));
        answer_data(earlier.http);
        earlier.storage.settle();

        outside.storage.records = earlier.storage.records;
        outside.navigation.replace(path);
        app::Site site;
        site.languages = {language};
        store.start(site);
        ASSERT_TRUE(outside.http.fail(Method::kGet, "/session", app::Transport::kUnreachable));
        outside.storage.settle();
        browser.show();
    }
};

TEST_F(Offline, TellsHowOldTheDataIs) {
    come_back("/wijziging/2026-11", 2);
    EXPECT_NE(browser.find(Role::kGrid, "november 2026"), nullptr);
    EXPECT_TRUE(browser.shows("U ziet wat we het laatst wisten, bijgewerkt 2 uur geleden."));
    EXPECT_FALSE(browser.shows("Dit lukt nu niet"));
}

TEST_F(Offline, TellsItInEnglish_AndInDays) {
    come_back("/logboek", 49, app::Language::en);
    EXPECT_TRUE(browser.shows("You see what we knew last, updated 2 days ago."));
}

TEST_F(Offline, SaysNothingOfAge_OnceTheServerAnswers) {
    come_back("/logboek", 2);
    browser.click(Role::kButton, "Opnieuw proberen");
    EXPECT_TRUE(browser.find(Role::kButton, "Opnieuw proberen")->busy);
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/change-requests", 200, api::encode(server.requests)));
    browser.show();
    EXPECT_FALSE(browser.shows("bijgewerkt"));
}

TEST_F(Offline, TellsWhereNothingCanBeKept) {
    outside.storage.break_down(app::StorageFault::kUnavailable);
    start("/");
    outside.storage.settle();
    ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
    answer_data();
    browser.show();
    EXPECT_TRUE(browser.shows("Uw browser laat dit portaal niets bewaren."));
    EXPECT_TRUE(browser.shows("Goedemorgen"));
}

}  // namespace
}  // namespace portal::ui::test
