#include "server/options.hpp"

#include <gtest/gtest.h>

namespace portal::server::test {
namespace {

std::string complaint(const std::vector<std::string>& arguments) {
    try {
        static_cast<void>(parse_options(arguments));
        return {};
    } catch (const UsageError& error) {
        return error.what();
    }
}

TEST(Options, HaveSafeDefaults) {
    const Options options = parse_options({"serve"});
    EXPECT_EQ(options.command, Options::Command::kServe);
    EXPECT_EQ(options.listen, "127.0.0.1");
    EXPECT_EQ(options.port, 8080);
    EXPECT_FALSE(options.demo);
    EXPECT_FALSE(options.fresh);
    EXPECT_FALSE(options.behind_proxy);
    EXPECT_FALSE(options.clock.has_value());
}

TEST(Options, AreTakenWithAndWithoutEqualsSign) {
    const Options options = parse_options(
        {"serve", "--port", "0", "--listen=::1", "--data", "some dir", "--demo", "--fresh", "--database=sqlite://x.db",
         "--client", "site", "--public-url", "https://portal.example.nl/", "--allow-origin", "https://a.example.nl",
         "--allow-origin=https://b.example.nl:8443", "--behind-proxy", "--clock", "2026-11-23T09:00:00Z"});
    EXPECT_EQ(options.port, 0);
    EXPECT_EQ(options.listen, "::1");
    EXPECT_EQ(options.data, "some dir");
    EXPECT_EQ(options.database, "sqlite://x.db");
    EXPECT_EQ(options.client, "site");
    EXPECT_EQ(options.public_origin, "https://portal.example.nl");
    EXPECT_EQ(options.allowed_origins, (std::vector<std::string>{"https://a.example.nl", "https://b.example.nl:8443"}));
    EXPECT_TRUE(options.demo && options.fresh && options.behind_proxy);
    EXPECT_EQ(options.clock->to_string(), "2026-11-23T09:00:00Z");
}

TEST(Options, OfRulesHaveAFile) {
    const Options options = parse_options({"rules", "--data", "dir", "my rules.json", "--check"});
    EXPECT_EQ(options.command, Options::Command::kRules);
    EXPECT_EQ(options.rules, "my rules.json");
    EXPECT_EQ(options.data, "dir");
    EXPECT_TRUE(options.check);
    EXPECT_EQ(complaint({"rules"}), "Which rules? Give a file: 'ouderlogin-server rules FILE'.");
    EXPECT_EQ(complaint({"rules", "a.json", "b.json"}), "There is no option 'b.json'; see --help.");
    EXPECT_EQ(complaint({"rules", "a.json", "--fresh"}), "--fresh deletes the database and goes with 'serve' only.");
}

TEST(Options, OfCreditSayWhoseHowMuchAndWhy) {
    const Options options = parse_options(
        {"credit", "--child", "noor", "--minutes=-90", "--note", "Een fout", "--use-before", "2026-12-31"});
    EXPECT_EQ(options.command, Options::Command::kCredit);
    EXPECT_EQ(options.child, "noor");
    EXPECT_EQ(options.minutes, -90);
    EXPECT_EQ(options.note, "Een fout");
    EXPECT_EQ(options.use_before, core::Date::parse("2026-12-31"));
    EXPECT_EQ(complaint({"credit", "--child", "noor"}), "Credit needs --child, --minutes and --note; see --help.");
    for (const char* minutes : {"0", "x", "1.5", "100001", ""}) {
        EXPECT_FALSE(complaint({"credit", "--minutes", minutes}).empty()) << minutes;
    }
    EXPECT_EQ(complaint({"credit", "--use-before", "soon"}), "'soon' is no day like 2026-11-23.");
}

TEST(Options, OfANoticeAreItsWords) {
    const Options options = parse_options({"notice", "--title", "Feest", "--text=Komt u?", "--until", "2027-07-01"});
    EXPECT_EQ(options.command, Options::Command::kNotice);
    EXPECT_EQ(options.title, "Feest");
    EXPECT_EQ(options.text, "Komt u?");
    EXPECT_EQ(options.until, core::Date::parse("2027-07-01"));
    EXPECT_EQ(complaint({"notice", "--title", "Feest"}), "A notice needs --title and --text; see --help.");
}

TEST(Options, OfTheOfficeMayBeSaidToBeAdmin) {
    const Options options = parse_options({"admin", "import", "families", "file.csv", "--check"});
    EXPECT_EQ(options.command, Options::Command::kImport);
    EXPECT_EQ(options.words, (std::vector<std::string>{"families"}));
    EXPECT_EQ(options.file, "file.csv");
    EXPECT_EQ(parse_options({"admin", "requests", "--all"}).command, Options::Command::kRequests);
    EXPECT_EQ(complaint({"admin", "serve"}), "There is no command 'admin'; see --help.") << "the office serves nothing";
    EXPECT_EQ(complaint({"admin"}), "There is no command 'admin'; see --help.");
    EXPECT_EQ(complaint({"admin", "dance"}), "There is no command 'dance'; see --help.");
}

TEST(Options, OfHelpAndVersionWinOverEverything) {
    EXPECT_EQ(parse_options({"--help"}).command, Options::Command::kHelp);
    EXPECT_EQ(parse_options({"serve", "--nonsense", "-h"}).command, Options::Command::kHelp);
    EXPECT_EQ(parse_options({"--version"}).command, Options::Command::kVersion);
}

TEST(Options, AreRefusedInOneSentence_WhenTheyAreWrong) {
    EXPECT_EQ(complaint({"dance"}), "There is no command 'dance'; see --help.");
    EXPECT_EQ(complaint({"serve", "--prot", "1"}), "There is no option '--prot'; see --help.");
    EXPECT_EQ(complaint({"serve", "8080"}), "There is no option '8080'; see --help.");
    EXPECT_EQ(complaint({"serve", "--port"}), "The option '--port' needs a value; see --help.");
    EXPECT_EQ(complaint({"serve", "--data="}), "The option '--data' has an empty value.");
    for (const char* port : {"65536", "-1", "80a", "x", "8 0"}) {
        EXPECT_EQ(complaint({"serve", "--port", port}),
                  std::string("The port '") + port + "' is not a number from 0 to 65535.");
    }
    for (const char* url :
         {"portal.example.nl", "https://", "https://a.nl/path", "https://A.nl", "ftp://a.nl", "https://a.nl?x"}) {
        EXPECT_FALSE(complaint({"serve", "--public-url", url}).empty()) << url;
    }
    EXPECT_FALSE(complaint({"serve", "--clock", "now"}).empty());
    EXPECT_FALSE(complaint({}).empty());
}

TEST(Options, OfMailsSayHowTheyAreSent) {
    const Options options =
        parse_options({"serve", "--smtp-url", "smtps://mail.example.nl:465", "--mail-from", "post@example.nl",
                       "--smtp-user", "ouderlogin", "--smtp-password-file", "secret.txt", "--smtp-ca=ca.pem",
                       "--public-url", "https://portal.example.nl"});
    EXPECT_EQ(options.mail.smtp_url, "smtps://mail.example.nl:465");
    EXPECT_EQ(options.mail.from, "post@example.nl");
    EXPECT_EQ(options.mail.smtp_user, "ouderlogin");
    EXPECT_EQ(options.mail.smtp_password_file, "secret.txt");
    EXPECT_EQ(options.mail.smtp_ca, "ca.pem");
    EXPECT_FALSE(options.mail.smtp_plain);
    EXPECT_EQ(parse_options({"serve", "--mail-folder", "mails"}).mail.folder, "mails");
}

TEST(Options, OfMailsHaveToFitTogether) {
    const std::vector<std::string> sends{"serve",           "--smtp-url",   "smtp://localhost:25",      "--mail-from",
                                         "post@example.nl", "--public-url", "https://portal.example.nl"};
    const auto with = [&](const std::vector<std::string>& more) {
        std::vector<std::string> all = sends;
        all.insert(all.end(), more.begin(), more.end());
        return complaint(all);
    };
    EXPECT_EQ(with({}), "");
    EXPECT_EQ(with({"--smtp-plain"}), "");
    EXPECT_EQ(with({"--mail-folder", "mails"}), "Mails are either sent (--smtp-url) or written (--mail-folder).");
    EXPECT_EQ(with({"--smtp-user", "me"}), "--smtp-user and --smtp-password-file go together.");
    EXPECT_NE(with({"--smtp-plain", "--smtp-user", "me", "--smtp-password-file", "x"}), "");
    EXPECT_NE(complaint({"serve", "--smtp-url", "smtp://localhost:25"}), "");
    EXPECT_NE(complaint({"serve", "--smtp-plain"}), "");
    EXPECT_NE(complaint({"serve", "--mail-from", "De Boomgaard <post@example.nl>"}), "");
    for (const char* url : {"http://mail.example.nl", "smtp://me:secret@mail.example.nl", "mail.example.nl:25"}) {
        EXPECT_NE(complaint({"serve", "--smtp-url", url}), "") << url;
    }
}

TEST(Options, OfAnInvitationSayWhoIsMeant) {
    const Options options = parse_options({"invite", "--guardian", "eva", "--language", "en"});
    EXPECT_EQ(options.command, Options::Command::kInvite);
    EXPECT_EQ(options.guardian, "eva");
    EXPECT_EQ(options.language, core::Language::kEnglish);
    EXPECT_EQ(parse_options({"invite", "--email", "eva@example.nl"}).language, core::Language::kDutch);
    const std::string either = "An invitation needs --guardian or --email, one of them; see --help.";
    EXPECT_EQ(complaint({"invite"}), either);
    EXPECT_EQ(complaint({"invite", "--guardian", "eva", "--email", "eva@example.nl"}), either);
    EXPECT_EQ(complaint({"invite", "--guardian", "eva", "--language", "de"}),
              "'de' is no language; there are nl and en.");
}

TEST(Options, OfEditsSayWhatToDoAndWhy) {
    EXPECT_TRUE(parse_options({"edits", "--data", "dir"}).words.empty());
    const Options options = parse_options({"edits", "reject", "abc", "--reason", "Onleesbaar."});
    EXPECT_EQ(options.command, Options::Command::kEdits);
    EXPECT_EQ(options.words, (std::vector<std::string>{"reject", "abc"}));
    EXPECT_EQ(options.reason, "Onleesbaar.");
    EXPECT_EQ(complaint({"edits", "reject", "abc"}), "Why not? Give a --reason: parents see it.");
    for (const char* word : {"approve", "reject", "forget"}) {
        EXPECT_EQ(complaint({"edits", word}),
                  "What about the edits? 'approve ID', 'reject ID --reason TEXT' or 'rights'; see --help.");
    }
    EXPECT_FALSE(complaint({"edits", "rights", "guardian.iban"}).empty());
}

TEST(Options, OfDecisionsNameTheRequestAndWhyItIsRejected) {
    EXPECT_FALSE(parse_options({"requests"}).all);
    EXPECT_TRUE(parse_options({"requests", "--all"}).all);
    const Options options = parse_options({"decide", "reject", "abc", "--data", "dir", "--reason", "  Vol. "});
    EXPECT_EQ(options.command, Options::Command::kDecide);
    EXPECT_EQ(options.words, (std::vector<std::string>{"reject", "abc"}));
    EXPECT_EQ(options.reason, "Vol.");
    EXPECT_EQ(parse_options({"decide", "approve", "abc"}).reason, "");
    EXPECT_EQ(parse_options({"decide", "review", "abc"}).words.front(), "review");
    EXPECT_EQ(complaint({"decide", "reject", "abc"}), "Why not? Give a --reason: parents see it.");
    for (const std::vector<std::string>& wrong : {std::vector<std::string>{"decide"},
                                                  {"decide", "approve"},
                                                  {"decide", "eat", "abc"},
                                                  {"decide", "approve", "abc", "def"}}) {
        EXPECT_NE(complaint(wrong).find("Which request? "), std::string::npos);
    }
}

TEST(Options, OfReasonsAreWhatBrowsersCanShow) {
    for (const std::string& wrong : {std::string(1001, 'x'), std::string("\xff"),
                                     std::string("a\x07"
                                                 "b")}) {
        EXPECT_NE(complaint({"edits", "reject", "abc", "--reason", wrong}).find("The reason is longer than"),
                  std::string::npos);
    }
}

TEST(Options, OfTheOfficesMoney) {
    EXPECT_EQ(parse_options({"bill", "--month", "2026-12"}).month, (core::Month{2026, 12}));
    EXPECT_EQ(parse_options({"statements", "--year=2025"}).year, 2025);
    EXPECT_EQ(parse_options({"invoices", "in.csv", "--check"}).file, "in.csv");
    const Options payment =
        parse_options({"payment", "--invoice", "2026-00001", "--cents", "-1050", "--on", "2026-12-01"});
    EXPECT_EQ(payment.invoice, "2026-00001");
    EXPECT_EQ(payment.cents, -1050);
    EXPECT_EQ(parse_options({"organisation", "o.json", "--logo", "l.png"}).logo, "l.png");
    EXPECT_EQ(complaint({"bill"}), "Which month? Give --month, such as 2026-11.");
    EXPECT_EQ(complaint({"bill", "--month", "2026-13"}), "'2026-13' is no month like 2026-11.");
    EXPECT_EQ(complaint({"statements"}), "Which year? Give --year, such as 2026.");
    EXPECT_EQ(complaint({"statements", "--year", "26"}), "'26' is no year like 2026.");
    EXPECT_EQ(complaint({"invoices"}), "Which file? Give it behind the command; see --help.");
    EXPECT_EQ(complaint({"payment", "--invoice", "1", "--cents", "5"}),
              "A payment needs --invoice, --cents and --on; see --help.");
    for (const char* cents : {"0", "10.50", "x", "99999999999"}) {
        EXPECT_EQ(complaint({"payment", "--cents", cents}),
                  std::string("'") + cents + "' is no number of cents; below zero is paid back.");
    }
}

}  // namespace
}  // namespace portal::server::test
