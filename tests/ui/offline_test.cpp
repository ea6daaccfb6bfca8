#include "ui/portal_fixture.hpp"

#include <memory>

namespace portal::ui::test {
namespace {

class Offline : public Portal {
  protected:
    /// A visit with network, and hours later another without.
    void come_back(const std::string& path, std::int64_t hours, app::Language language = app::Language::nl) {
        constexpr std::int64_t kHour = 3600;
        open(path);
        outside.storage.settle();
        later = std::make_unique<platform::headless::FakeWorld>(outside.clock.now() + hours * kHour, path);
        later->storage.records = outside.storage.records;
        reopened = std::make_unique<app::Store>(later->ports(), [] {});
        app::Site site;
        site.languages = {language};
        reopened->start(site);
        ASSERT_TRUE(later->http.fail(Method::kGet, "/session", app::Transport::kUnreachable));
        later->storage.settle();
        seen = std::make_unique<Browser>(*reopened);
        seen->show();
    }

    std::unique_ptr<platform::headless::FakeWorld> later;
    std::unique_ptr<app::Store> reopened;
    std::unique_ptr<Browser> seen;
};

TEST_F(Offline, TellsHowOldTheDataIs) {
    come_back("/wijziging/2026-11", 2);
    EXPECT_NE(seen->find(Role::kGrid, "november 2026"), nullptr);
    EXPECT_TRUE(seen->shows("U ziet wat we het laatst wisten, bijgewerkt 2 uur geleden."));
    EXPECT_FALSE(seen->shows("Dit lukt nu niet"));
}

TEST_F(Offline, TellsItInEnglish_AndInDays) {
    come_back("/logboek", 49, app::Language::en);
    EXPECT_TRUE(seen->shows("You see what we knew last, updated 2 days ago."));
}

TEST_F(Offline, SaysNothingOfAge_OnceTheServerAnswers) {
    come_back("/logboek", 2);
    seen->click(Role::kButton, "Opnieuw proberen");
    EXPECT_TRUE(seen->find(Role::kButton, "Opnieuw proberen")->busy);
    ASSERT_TRUE(later->http.answer(Method::kGet, "/session", 200, account()));
    ASSERT_TRUE(later->http.answer(Method::kGet, "/change-requests", 200, api::encode(server.requests)));
    seen->show();
    EXPECT_FALSE(seen->shows("bijgewerkt"));
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
