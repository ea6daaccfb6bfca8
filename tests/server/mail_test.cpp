#include "server/auth/random.hpp"
#include "server/mail/folder_mailer.hpp"
#include "server/mail/letter.hpp"
#include "server/mail/outbox.hpp"
#include "server/mailbox.hpp"
#include "server/storage/mails.hpp"
#include "server/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <future>
#include <iterator>

namespace portal::server::mail {
namespace {

using test::count_of;

constexpr std::int64_t kDay = 24LL * 60 * 60;

core::Instant moment() {
    return core::Instant::parse("2026-11-23T09:00:00Z").value();
}

MailSender sender() {
    return {"Kinderopvang De Boomgaard", "post@example.nl"};
}

std::string mime_of(const MailMessage& message) {
    start_cryptography();
    return to_mime(message, sender(), moment(), "abc123");
}

TEST(Mime, HasWhatAMailNeeds) {
    const std::string mime = mime_of({"eva@example.nl", "Uw ouderlogin", "Hallo", "<p>Hallo</p>"});
    for (const char* header :
         {"From: Kinderopvang De Boomgaard <post@example.nl>\r\n", "To: <eva@example.nl>\r\n",
          "Subject: Uw ouderlogin\r\n", "Date: Mon, 23 Nov 2026 09:00:00 +0000\r\n",
          "Message-ID: <abc123@example.nl>\r\n", "MIME-Version: 1.0\r\n", "Auto-Submitted: auto-generated\r\n",
          "Content-Type: multipart/alternative; boundary=\"ouderlogin-abc123\"\r\n\r\n",
          "Content-Type: text/plain; charset=utf-8\r\n", "Content-Type: text/html; charset=utf-8\r\n"}) {
        EXPECT_NE(mime.find(header), std::string::npos) << header << " in " << mime;
    }
    EXPECT_LT(mime.find("text/plain"), mime.find("text/html")) << "the richest comes last";
    EXPECT_EQ(mime.substr(mime.size() - 23), "--ouderlogin-abc123--\r\n");
}

TEST(Mime, LetsNobodyAddAHeader) {
    const std::string evil = "Hallo\r\nBcc: thief@example.org\r\n\r\n<script>";
    const std::string mime = mime_of({"eva@example.nl", evil, evil, evil});
    EXPECT_EQ(mime.substr(0, mime.find("\r\n\r\n")).find("\r\nBcc"), std::string::npos) << mime;
    for (const char* to : {"eva@example.nl\r\nBcc: thief@example.org", "eva@example.nl>, <thief@example.org",
                           "eva@example.nl,thief@example.org", "", "eva"}) {
        EXPECT_THROW(static_cast<void>(mime_of({to, "a", "b", "c"})), BadMail) << to;
    }
    start_cryptography();
    const MailSender named{"De Boomgaard\r\nBcc: thief@example.org", "post@example.nl"};
    const std::string from = to_mime({"eva@example.nl", "a", "b", "c"}, named, moment(), "abc");
    EXPECT_EQ(count_of(from, "Bcc"), 0U) << from;
}

TEST(Mime, KeepsLettersOfAllLanguagesInShortLines) {
    const std::string subject = "Één ouderlogin voor Zoë, Łukasz en 🐸 van Kinderopvang De Boomgaard te Enschede";
    const std::string text = "Zoë & 🐸 = heel lang " + std::string(300, 'x') + " \nKort \n\nEinde";
    const std::string mime = mime_of({"eva@example.nl", subject, text, text});
    std::size_t begin = 0;
    while (begin < mime.size()) {
        const std::size_t end = mime.find("\r\n", begin);
        ASSERT_NE(end, std::string::npos) << "every line ends in CR LF";
        const std::string line = mime.substr(begin, end - begin);
        EXPECT_LE(line.size(), 78U) << line;
        EXPECT_TRUE(std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; })) << line;
        begin = end + 2;
    }
    EXPECT_NE(mime.find("Subject: =?UTF-8?B?"), std::string::npos);
}

TEST(Mime, QuotedPrintableIsAsItsStandardSays) {
    EXPECT_EQ(quoted_printable("a=b"), "a=3Db");
    EXPECT_EQ(quoted_printable("é\n"), "=C3=A9\r\n");
    EXPECT_EQ(quoted_printable("a \nb "), "a=20\r\nb=20");
    EXPECT_EQ(quoted_printable(std::string(76, 'a')), std::string(75, 'a') + "=\r\na");
    EXPECT_EQ(quoted_printable("\r\n"), "=0D\r\n");
}

TEST(Letter, IsTheSameInTextAndHtml_WithItsValuesEscaped) {
    Letter letter;
    letter.language = core::Language::kEnglish;
    letter.to = "eva@example.nl";
    letter.name = "Eva <b>\"de\" & Jong";
    letter.organisation = "De Boomgaard";
    letter.subject = "Hello";
    letter.paragraphs = {"One", "Two"};
    letter.link = Letter::Link{"Open", "https://portal.example.nl/welkom#abc"};
    letter.closing = {"Three"};
    const MailMessage message = compose(letter);
    EXPECT_EQ(message.text,
              "Dear Eva <b>\"de\" & Jong,\n\nOne\n\nTwo\n\nOpen:\nhttps://portal.example.nl/welkom#abc\n\n"
              "Three\n\nKind regards,\nDe Boomgaard\n");
    EXPECT_NE(message.html.find("Dear Eva &lt;b&gt;&quot;de&quot; &amp; Jong,"), std::string::npos);
    EXPECT_NE(message.html.find("<html lang=\"en\">"), std::string::npos);
    EXPECT_EQ(count_of(message.html, "href=\"https://portal.example.nl/welkom#abc\""), 2U);
}

TEST(FolderMailer, WritesWholeMails) {
    const test::TemporaryFolder folder;
    FolderMailer mailer{folder.path() / "mail"};
    mailer.send("abc", "a@b", "c@d", "From: a\r\n\r\nHallo");
    std::ifstream file{folder.path() / "mail" / "abc.eml", std::ios::binary};
    EXPECT_EQ((std::string{std::istreambuf_iterator<char>{file}, {}}), "From: a\r\n\r\nHallo");
    std::filesystem::remove_all(folder.path() / "mail");
    EXPECT_THROW(mailer.send("abd", "a@b", "c@d", "x"), MailFailure);
    folder.write("file", "");
    EXPECT_THROW((FolderMailer{folder.path() / "file" / "below"}), std::runtime_error);
}

/// The outbox of the demo, with a mail of one's own and without the demo's.
class Outbox : public testing::Test {
  protected:
    Outbox() {
        test_.deliver();
        test_.mailbox.received.clear();
        put("jasmijn@example.nl");
    }

    void put(const std::string& to) {
        storage::Transaction transaction = test_.portal.database().write();
        enqueue(transaction, {to, "Uw aanvraag", "Goedgekeurd", "<p>Goedgekeurd</p>"}, test_.portal.clock.now());
        transaction.commit();
    }

    test::PostedPortal test_;
};

TEST_F(Outbox, SendsEachMailOnce) {
    EXPECT_EQ(test_.deliver(), 1U);
    EXPECT_EQ(test_.last().text, "Goedgekeurd");
    EXPECT_EQ(test_.last().html, "<p>Goedgekeurd</p>");
    EXPECT_EQ(test_.deliver(), 0U);
}

TEST_F(Outbox, HasNothingOfATransactionThatFailed) {
    {
        storage::Transaction transaction = test_.portal.database().write();
        enqueue(transaction, {"thomas@example.nl", "a", "b", "c"}, test_.portal.clock.now());
    }
    EXPECT_EQ(test_.deliver(), 1U);
    EXPECT_EQ(test_.last().to, "jasmijn@example.nl");
    storage::Transaction transaction = test_.portal.database().write();
    EXPECT_THROW(enqueue(transaction, {"no address", "a", "b", "c"}, moment()), BadMail);
}

TEST_F(Outbox, TriesAgainWithGrowingPauses_WhenTheMailServerIsDown) {
    test_.mailbox.is_down = true;
    EXPECT_EQ(test_.deliver(), 0U);
    put("thomas@example.nl");
    EXPECT_EQ(test_.deliver(), 0U) << "one that fails does not keep the others";
    test_.mailbox.is_down = false;
    test_.portal.clock.advance(59);
    EXPECT_EQ(test_.deliver(), 0U);
    test_.portal.clock.advance(1);
    EXPECT_EQ(test_.deliver(), 2U);
    test_.portal.clock.advance(kDay);
    EXPECT_EQ(test_.deliver(), 0U);
    EXPECT_EQ(test_.out.str().find("jasmijn"), std::string::npos) << "no addresses in the log";
    EXPECT_NE(test_.out.str().find("the mail server is down"), std::string::npos);
}

TEST_F(Outbox, SurvivesARestart) {
    test_.mailbox.is_down = true;
    EXPECT_EQ(test_.deliver(), 0U);
    test_.portal.restart();
    test_.mailbox.is_down = false;
    test_.portal.clock.advance(60);
    EXPECT_EQ(test_.deliver(), 1U);
}

TEST_F(Outbox, GivesUpAfterThreeDays_AndKeepsNoWords) {
    test_.mailbox.is_down = true;
    for (int hour = 0; hour < 73; ++hour) {
        EXPECT_EQ(test_.deliver(), 0U);
        test_.portal.clock.advance(60 * 60);
    }
    EXPECT_EQ(test_.deliver(), 0U);
    test_.mailbox.is_down = false;
    test_.portal.clock.advance(60 * 60);
    EXPECT_EQ(test_.deliver(), 0U);
    EXPECT_NE(test_.out.str().find("is given up"), std::string::npos);
}

TEST_F(Outbox, IsSharedByServers_NoMailGoesOutTwice) {
    storage::Transaction transaction = test_.portal.database().write();
    const auto mail = storage::find_due_mail(transaction, test_.portal.clock.now());
    ASSERT_TRUE(mail);
    EXPECT_TRUE(storage::begin_attempt(transaction, *mail, {moment().seconds + 60}));
    EXPECT_FALSE(storage::begin_attempt(transaction, *mail, {moment().seconds + 60}))
        << "another server has it already";
}

/// Tells when a mail arrives.
class SignallingMailer final : public Mailer {
  public:
    void send(const std::string& /*id*/, const std::string& /*from*/, const std::string& to,
              std::string_view /*mime*/) override {
        arrived.set_value(to);
    }
    std::promise<std::string> arrived;
};

TEST_F(Outbox, IsEmptiedByItsThread) {
    SignallingMailer mailer;
    Postman postman{test_.portal.database(),
                    test_.portal.clock,
                    mailer,
                    test_.log,
                    {"https://portal.example.nl", "post@example.nl", false}};
    auto arrived = mailer.arrived.get_future();
    {
        const PostmanThread thread{postman, test_.log};
        ASSERT_EQ(arrived.wait_for(std::chrono::seconds{60}), std::future_status::ready);
    }
    EXPECT_EQ(arrived.get(), "jasmijn@example.nl");
    EXPECT_EQ(test_.deliver(), 0U);
}

}  // namespace
}  // namespace portal::server::mail
