#include "app/contacts.hpp"
#include "app/records_fixture.hpp"
#include "app/unsent.hpp"

/// The list of persons to call: moved and removed, also without network.
namespace portal::app::test {
namespace {

class ContactsTest : public RecordsTest {};

TEST_F(ContactsTest, MoveAContactAtOnce_AndBackWhereThatFails) {
    open("/stamgegevens/noodpersonen/noor");
    store.dispatch(ContactMoved{"buurman", true});
    EXPECT_EQ(state().records.value->contacts[0].id, "buurman");
    EXPECT_EQ(sent().path, "/children/noor/emergency-contact-order");
    EXPECT_EQ(sent().body, R"({"contacts":["buurman","oma"]})");
    EXPECT_NE(outside.announcer.said().back().find("plaats 1"), std::string::npos);
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/children/noor", Transport::kUnreachable));
    EXPECT_EQ(state().records.value->contacts[0].id, "oma");
    EXPECT_EQ(state().contact_task.failure, Failure::kUnreachable);
    store.dispatch(ContactMoved{"oma", true});
    EXPECT_EQ(outside.http.count(Method::kPut, "/children/noor"), 1U) << "the first goes no further up";
}

TEST_F(ContactsTest, KeepAMoveAndARemovalThatCannotBeSent_AndShowThemMeanwhile) {
    outside.outbox.works = true;
    open("/stamgegevens/noodpersonen/noor");
    const auto lose = [&](Method method, const char* path) {
        ASSERT_TRUE(outside.http.fail(method, path, Transport::kUnreachable));
    };
    const auto shown = [&] {
        std::string ids;
        for (const core::Record& contact : contacts_of(state(), "noor")) {
            ids += contact.id + ' ';
        }
        return ids;
    };
    store.dispatch(ContactMoved{"buurman", true});
    const std::string key = sent().idempotency_key;
    EXPECT_FALSE(key.empty());
    lose(Method::kPut, "/children/noor");
    EXPECT_FALSE(state().contact_task.busy());
    EXPECT_EQ(state().contact_task.failure, Failure::kNone) << "it is kept";
    lose(Method::kPut, "/children/noor");  // the outbox tries at once
    store.dispatch(ContactRemovalPressed{"oma"});
    store.dispatch(ContactRemovalConfirmed{});
    lose(Method::kPut, "/children/noor");  // the outbox tries the first again: the removal waits for it
    EXPECT_FALSE(state().contact_task.asking) << "its dialog is closed";
    const auto& entries = state().outbox.box.entries();
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].key, key) << "the first attempt may have arrived";
    EXPECT_EQ(content_of(entries[0]).ordered_child, "noor");
    EXPECT_EQ(content_of(entries[1]).removed_contact, "oma");
    EXPECT_FALSE(content_of(entries[1]).has_form());
    EXPECT_EQ(shown(), "buurman ");

    store.dispatch(Navigated{state().route});
    answer_records();
    EXPECT_EQ(shown(), "buurman ") << "the server does not know of it yet";
    store.dispatch(ContactMoved{"buurman", false});
    EXPECT_EQ(entries.size(), 2U) << "there is nobody else";

    outside.presence.come();
    const auto sends = [&](const char* path) -> HttpRequest {
        for (const auto& pending : outside.http.pending()) {
            if (pending.request.path == path) {
                return pending.request;
            }
        }
        return {};
    };
    EXPECT_EQ(sends("/children/noor/emergency-contact-order").idempotency_key, key);
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/children/noor", 204));
    EXPECT_EQ(sends("/emergency-contacts/oma").if_match, "\"2\"");
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/emergency-contacts/oma", 204));
    EXPECT_TRUE(entries.empty());
    EXPECT_EQ(shown(), "buurman ") << "before the list is loaded";
}

TEST_F(ContactsTest, WaitForWhatWasDoneBefore) {
    outside.outbox.works = true;
    open("/stamgegevens/noodpersonen/noor");
    store.dispatch(ContactMoved{"buurman", true});
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/children/noor", Transport::kUnreachable));
    ASSERT_TRUE(outside.http.fail(Method::kPut, "/children/noor", Transport::kUnreachable));
    store.dispatch(ContactMoved{"oma", true});
    store.dispatch(ContactRemovalPressed{"buurman"});
    store.dispatch(ContactRemovalConfirmed{});
    EXPECT_EQ(sent().body, R"({"contacts":["buurman","oma"]})") << "the first again: else it would come last";
    EXPECT_EQ(outside.http.count(Method::kDelete, "/emergency-contacts"), 0U);
    ASSERT_EQ(state().outbox.box.entries().size(), 3U);
    ASSERT_EQ(contacts_of(state(), "noor").size(), 1U);
    EXPECT_EQ(contacts_of(state(), "noor")[0].id, "oma");
    outside.presence.come();
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/children/noor", 204));
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/children/noor", 204));
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/emergency-contacts/buurman", 204));
    EXPECT_TRUE(state().outbox.box.entries().empty());
}

TEST_F(ContactsTest, ShowAContactAgainThatMayNotBeRemoved) {
    outside.outbox.works = true;
    open("/stamgegevens/noodpersonen/noor");
    store.dispatch(ContactRemovalPressed{"oma"});
    store.dispatch(ContactRemovalConfirmed{});
    ASSERT_TRUE(outside.http.fail(Method::kDelete, "/emergency-contacts/oma", Transport::kUnreachable));
    EXPECT_EQ(contacts_of(state(), "noor").size(), 1U);
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/emergency-contacts/oma", 412,
                                    conflict_with(state().records.value->contacts.front())));
    ASSERT_EQ(state().outbox.box.entries().size(), 1U);
    EXPECT_TRUE(state().outbox.box.entries()[0].refused());
    EXPECT_EQ(contacts_of(state(), "noor").size(), 2U);
}

TEST_F(ContactsTest, ReadTheListAgain_WhenSomebodyElseChangedIt) {
    open("/stamgegevens/noodpersonen/noor");
    store.dispatch(ContactMoved{"buurman", true});
    ASSERT_TRUE(outside.http.answer(Method::kPut, "/children/noor", 409, "{}"));
    records.contacts.pop_back();
    answer_records();
    EXPECT_EQ(state().records.value->contacts.size(), 1U);
    EXPECT_EQ(state().toast->text, text(Language::nl, Text::contacts_changed));
}

TEST_F(ContactsTest, RemoveAContactAfterAsking) {
    open("/stamgegevens/noodpersonen/noor");
    store.dispatch(ContactRemovalConfirmed{});
    EXPECT_EQ(outside.http.count(Method::kDelete, "/emergency"), 0U) << "nobody was asked";
    store.dispatch(ContactRemovalPressed{"oma"});
    store.dispatch(ContactRemovalClosed{});
    EXPECT_FALSE(state().contact_task.asking);
    store.dispatch(ContactRemovalPressed{"oma"});
    store.dispatch(ContactRemovalConfirmed{});
    EXPECT_EQ(sent().path, "/emergency-contacts/oma");
    EXPECT_EQ(sent().if_match, "\"2\"");
    ASSERT_TRUE(outside.http.answer(Method::kDelete, "/emergency-contacts/oma", 204));
    EXPECT_EQ(state().toast->text, text(Language::nl, Text::contacts_removed));
    EXPECT_EQ(outside.http.count(Method::kGet, "/records"), 2U);
}

}  // namespace
}  // namespace portal::app::test
