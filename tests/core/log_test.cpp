#include "core/log.hpp"

#include <gtest/gtest.h>

#include <string>

namespace portal::core {
namespace {

Instant utc(const char* text) {
    return Instant::parse(text).value();
}

class Log : public testing::Test {
  protected:
    Log() {
        ask("swap", RequestKind::kSwap, "sam", "2026-11-20T10:00:00Z");
        ask("sick", RequestKind::kSick, "noor", "2026-11-10T10:00:00Z");
        note("diet", RecordKind::kChild, "noor", "2026-11-19T10:00:00Z");
        note("iban", RecordKind::kGuardian, "", "2026-11-15T10:00:00Z");
        note("oma", RecordKind::kContact, "sam", "2026-11-10T10:00:00Z");
    }

    void ask(const char* id, RequestKind kind, const char* child, const char* at) {
        ChangeRequest& request = requests.emplace_back();
        request.id = RequestId{id};
        request.kind = kind;
        request.child = ChildId{child};
        request.submitted_at = utc(at);
    }

    void note(const char* id, RecordKind kind, const char* child, const char* at) {
        RecordChange& change = changes.emplace_back();
        change.id = id;
        change.record = kind;
        change.child = ChildId{child};
        change.at = utc(at);
    }

    std::string shown() const {
        std::string ids;
        for (const LogEntry& entry : log_entries(requests, changes, filter)) {
            ids += (ids.empty() ? "" : " ") + (entry.request != nullptr ? entry.request->id.value : entry.change->id);
        }
        return ids;
    }

    std::vector<ChangeRequest> requests;
    std::vector<RecordChange> changes;
    LogFilter filter;
};

TEST_F(Log, HasRequestsAndEditsByTheirMoment_TheNewestFirst) {
    EXPECT_EQ(shown(), "swap diet iban sick oma");
}

TEST_F(Log, OfAChildHasItsRequestsItsRecordAndItsContacts) {
    filter.child = ChildId{"noor"};
    EXPECT_EQ(shown(), "diet sick");
    filter.child = ChildId{"sam"};
    EXPECT_EQ(shown(), "swap oma");
}

TEST_F(Log, OfAKindHasThatAlone) {
    for (const auto& [kind, id] : {std::pair{LogKind::kSwap, "swap"},
                                   {LogKind::kSick, "sick"},
                                   {LogKind::kChild, "diet"},
                                   {LogKind::kGuardian, "iban"},
                                   {LogKind::kContact, "oma"}}) {
        filter.kind = kind;
        EXPECT_EQ(shown(), id);
        EXPECT_EQ(log_kind_from(to_string(kind)), kind);
    }
    filter.kind = LogKind::kExtra;
    EXPECT_EQ(shown(), "");
}

TEST_F(Log, OfAnIdHasThatEntryAlone) {
    filter.id = "iban";
    EXPECT_EQ(shown(), "iban");
    filter.id = "sick";
    EXPECT_EQ(shown(), "sick");
    filter.id = "of somebody else";
    EXPECT_EQ(shown(), "");
}

TEST_F(Log, OfAPeriodHasBothItsEnds) {
    filter.from = Date::parse("2026-11-15");
    EXPECT_EQ(shown(), "swap diet iban");
    filter.until = Date::parse("2026-11-19");
    EXPECT_EQ(shown(), "diet iban");
    filter.from.reset();
    EXPECT_EQ(shown(), "diet iban sick oma");
    filter.from = Date::parse("2026-11-20");
    EXPECT_EQ(shown(), "") << "it ends before it begins";
}

TEST_F(Log, GoesByTheDayInTheNetherlands) {
    ask("late", RequestKind::kExtra, "noor", "2026-11-20T23:30:00Z");
    filter.from = Date::parse("2026-11-21");
    EXPECT_EQ(shown(), "late") << "half past midnight there";
}

}  // namespace
}  // namespace portal::core
