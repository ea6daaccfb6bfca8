#include "app/log.hpp"

#include "app/portal_fixture.hpp"

namespace portal::app::test {
namespace {

using Field = LogFiltered::Field;

class LogTest : public PortalTest {
  protected:
    LogTest() {
        edits.resize(1);
        edits[0].id = "e1";
        edits[0].by = "Thomas de Boer";
        edits[0].record = core::RecordKind::kChild;
        edits[0].record_id = "noor";
        edits[0].child = server.noor;
        edits[0].subject = "Noor Visser";
        edits[0].field = "diet";
        edits[0].at = local("2026-11-10 09:00");
        server.requests = {server.request("r1", server.sam, "2026-11-25", kMorning, core::RequestState::kSubmitted),
                           server.request("r2", server.noor, "2026-11-26", kMorning, core::RequestState::kApproved)};
        server.requests[0].submitted_at = local("2026-11-22 09:00");
        server.requests[1].submitted_at = local("2026-11-05 09:00");
    }

    [[nodiscard]] std::string shown() const {
        std::string ids;
        for (const core::LogEntry& entry : shown_entries(state())) {
            ids += (ids.empty() ? "" : " ") + (entry.request != nullptr ? entry.request->id.value : entry.change->id);
        }
        return ids;
    }
};

TEST_F(LogTest, HasRequestsAndChangesOfRecords) {
    start_signed_in("/logboek");
    EXPECT_EQ(shown(), "r1 e1 r2");
}

TEST_F(LogTest, ShowsWhatItsAddressAsksFor) {
    start_signed_in("/logboek?kind=noor&tot=2026-11-09");
    EXPECT_EQ(shown(), "r2");
}

TEST_F(LogTest, KeepsItsFilterInTheAddress_AndOutOfTheHistory) {
    start_signed_in("/logboek?pagina=2");
    const std::size_t entries = outside.navigation.entries().size();
    store.dispatch(LogFiltered{Field::kChild, "noor"});
    EXPECT_EQ(outside.navigation.current(), "/logboek?kind=noor") << "another filter begins at the first page";
    store.dispatch(LogFiltered{Field::kKind, "child"});
    EXPECT_EQ(outside.navigation.current(), "/logboek?kind=noor&soort=child");
    EXPECT_EQ(shown(), "e1");
    store.dispatch(LogFiltered{Field::kChild, ""});
    EXPECT_EQ(outside.navigation.current(), "/logboek?soort=child");
    store.dispatch(LogFiltered{});
    EXPECT_EQ(outside.navigation.current(), "/logboek");
    EXPECT_EQ(outside.navigation.entries().size(), entries);
}

TEST_F(LogTest, TakesBothEndsOfAPeriod_OfWhichNeitherUndoesTheOther) {
    start_signed_in("/logboek");
    store.dispatch(LogFiltered{Field::kFrom, "2026-11-06"});
    store.dispatch(LogFiltered{Field::kUntil, "2026-11-20"});
    EXPECT_EQ(outside.navigation.current(), "/logboek?van=2026-11-06&tot=2026-11-20");
    EXPECT_EQ(shown(), "e1");
}

TEST_F(LogTest, OffersTheSameAsATable) {
    start_signed_in("/logboek?kind=noor&soort=extra&van=2026-11-01&tot=2026-11-09");
    EXPECT_EQ(log_file(state()), "/log/csv?language=nl&child=noor&kind=extra&from=2026-11-01&until=2026-11-09");
    store.dispatch(LanguageChosen{Language::en});
    store.dispatch(LogFiltered{});
    EXPECT_EQ(log_file(state()), "/log/csv?language=en");
}

TEST_F(LogTest, ListsRequestsByTheirState) {
    start_signed_in("/logboek/aanvragen?status=approved");
    ASSERT_EQ(requests_in(state(), state().route.log.state).size(), 1U);
    EXPECT_EQ(requests_in(state(), state().route.log.state)[0]->id.value, "r2");
    store.dispatch(LogFiltered{Field::kState, ""});
    EXPECT_EQ(outside.navigation.current(), "/logboek/aanvragen");
    EXPECT_EQ(requests_in(state(), state().route.log.state).size(), 2U);
}

TEST(PageRange, HasEveryEntryOnOnePage) {
    EXPECT_EQ(page_range(0, 1).pages, 1);
    EXPECT_EQ(page_range(25, 1).pages, 1);
    EXPECT_EQ(page_range(26, 1).end, 25U);
    EXPECT_EQ(page_range(26, 2).first, 25U);
    EXPECT_EQ(page_range(26, 2).end, 26U);
    EXPECT_EQ(page_range(26, 9).page, 2) << "a page that is no more leads to the last one";
    EXPECT_EQ(page_range(26, -3).page, 1);
}

}  // namespace
}  // namespace portal::app::test
