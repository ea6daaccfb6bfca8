#include "server/options.hpp"

#include "core/email_address.hpp"
#include "core/validation.hpp"
#include "server/http/origin.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

namespace portal::server {
namespace {

std::uint16_t parse_port(const std::string& text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw UsageError("The port '" + text + "' is not a number from 0 to 65535.");
    }
    return port;
}

std::string parse_origin(const std::string& text) {
    auto origin = http::origin_of(text);
    if (!origin) {
        throw UsageError("'" + text +
                         "' is no address like https://portal.example.nl (lower case, nothing behind the host).");
    }
    return *origin;
}

core::Instant parse_instant(const std::string& text) {
    const auto instant = core::Instant::parse(text);
    if (!instant) {
        throw UsageError("'" + text + "' is no moment like 2026-11-23T09:00:00Z.");
    }
    return *instant;
}

core::Date parse_date(const std::string& text) {
    const auto date = core::Date::parse(text);
    if (!date) {
        throw UsageError("'" + text + "' is no day like 2026-11-23.");
    }
    return *date;
}

core::Month parse_month(const std::string& text) {
    const auto month = core::Month::parse(text);
    if (!month) {
        throw UsageError("'" + text + "' is no month like 2026-11.");
    }
    return *month;
}

int parse_year(const std::string& text) {
    const auto january = core::Month::parse(text + "-01");
    if (!january) {
        throw UsageError("'" + text + "' is no year like 2026.");
    }
    return january->year;
}

std::int64_t parse_cents(const std::string& text) {
    constexpr std::int64_t kMost = 100'000'000;
    std::int64_t cents = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cents);
    if (error != std::errc{} || end != text.data() + text.size() || cents == 0 || cents > kMost || cents < -kMost) {
        throw UsageError("'" + text + "' is no number of cents; below zero is paid back.");
    }
    return cents;
}

core::Language parse_language(const std::string& text) {
    const auto language = core::language_from(text);
    if (!language) {
        throw UsageError("'" + text + "' is no language; there are nl and en.");
    }
    return *language;
}

std::string parse_email(const std::string& text) {
    if (!core::is_email_address(text)) {
        throw UsageError("'" + text + "' is no e-mail address like office@example.nl, without a name.");
    }
    return text;
}

std::string parse_smtp_url(const std::string& text) {
    const bool known = text.substr(0, 7) == "smtp://" || text.substr(0, 8) == "smtps://";
    if (!known || text.find_first_of("@ \t\r\n?#") != std::string::npos) {
        throw UsageError("The mail server has to be smtp://HOST:PORT or smtps://HOST:PORT; see --help for its user.");
    }
    return text;
}

/// Parents read it: what their browsers would refuse is refused here.
std::string parse_reason(const std::string& text) {
    constexpr std::size_t kMost = 1000;
    const core::Checked reason = core::check_line(text, kMost);
    if (reason.error) {
        throw UsageError("The reason is longer than 1000 characters, or has some that cannot be shown.");
    }
    return reason.value;
}

int parse_minutes(const std::string& text) {
    constexpr int kMost = 100'000;
    int minutes = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (error != std::errc{} || end != text.data() + text.size() || minutes == 0 || minutes > kMost ||
        minutes < -kMost) {
        throw UsageError("'" + text + "' is no number of minutes; below zero takes credit away.");
    }
    return minutes;
}

using Setter = std::function<void(Options&, const std::string&)>;

const std::map<std::string, Setter>& options_with_value() {
    static const std::map<std::string, Setter> setters{
        {"--listen", [](Options& options, const std::string& value) { options.listen = value; }},
        {"--port", [](Options& options, const std::string& value) { options.port = parse_port(value); }},
        {"--data", [](Options& options, const std::string& value) { options.data = value; }},
        {"--database", [](Options& options, const std::string& value) { options.database = value; }},
        {"--client", [](Options& options, const std::string& value) { options.client = value; }},
        {"--public-url",
         [](Options& options, const std::string& value) { options.public_origin = parse_origin(value); }},
        {"--allow-origin",
         [](Options& options, const std::string& value) { options.allowed_origins.push_back(parse_origin(value)); }},
        {"--child", [](Options& options, const std::string& value) { options.child = value; }},
        {"--minutes", [](Options& options, const std::string& value) { options.minutes = parse_minutes(value); }},
        {"--note", [](Options& options, const std::string& value) { options.note = value; }},
        {"--reason", [](Options& options, const std::string& value) { options.reason = parse_reason(value); }},
        {"--title", [](Options& options, const std::string& value) { options.title = value; }},
        {"--text", [](Options& options, const std::string& value) { options.text = value; }},
        {"--until", [](Options& options, const std::string& value) { options.until = parse_date(value); }},
        {"--use-before", [](Options& options, const std::string& value) { options.use_before = parse_date(value); }},
        {"--month", [](Options& options, const std::string& value) { options.month = parse_month(value); }},
        {"--year", [](Options& options, const std::string& value) { options.year = parse_year(value); }},
        {"--invoice", [](Options& options, const std::string& value) { options.invoice = value; }},
        {"--cents", [](Options& options, const std::string& value) { options.cents = parse_cents(value); }},
        {"--on", [](Options& options, const std::string& value) { options.on = parse_date(value); }},
        {"--logo", [](Options& options, const std::string& value) { options.logo = value; }},
        {"--guardian", [](Options& options, const std::string& value) { options.guardian = value; }},
        {"--email", [](Options& options, const std::string& value) { options.email = value; }},
        {"--language", [](Options& options, const std::string& value) { options.language = parse_language(value); }},
        {"--mail-from", [](Options& options, const std::string& value) { options.mail.from = parse_email(value); }},
        {"--mail-folder", [](Options& options, const std::string& value) { options.mail.folder = value; }},
        {"--smtp-url",
         [](Options& options, const std::string& value) { options.mail.smtp_url = parse_smtp_url(value); }},
        {"--smtp-user", [](Options& options, const std::string& value) { options.mail.smtp_user = value; }},
        {"--smtp-password-file",
         [](Options& options, const std::string& value) { options.mail.smtp_password_file = value; }},
        {"--smtp-ca", [](Options& options, const std::string& value) { options.mail.smtp_ca = value; }},
        {"--clock", [](Options& options, const std::string& value) { options.clock = parse_instant(value); }},
    };
    return setters;
}

const std::map<std::string, bool& (*)(Options&)>& switches() {
    static const std::map<std::string, bool& (*)(Options&)> all{
        {"--demo", [](Options& options) -> bool& { return options.demo; }},
        {"--fresh", [](Options& options) -> bool& { return options.fresh; }},
        {"--behind-proxy", [](Options& options) -> bool& { return options.behind_proxy; }},
        {"--check", [](Options& options) -> bool& { return options.check; }},
        {"--all", [](Options& options) -> bool& { return options.all; }},
        {"--smtp-plain", [](Options& options) -> bool& { return options.mail.smtp_plain; }}};
    return all;
}

void parse_option(Options& options, const std::vector<std::string>& arguments, std::size_t& index) {
    std::string name = arguments[index];
    if (const auto found = switches().find(name); found != switches().end()) {
        found->second(options) = true;
        return;
    }
    const std::size_t equals = name.find('=');
    const bool joined = equals != std::string::npos && name.substr(0, 2) == "--";
    std::string value = joined ? name.substr(equals + 1) : "";
    name = joined ? name.substr(0, equals) : name;
    const auto found = options_with_value().find(name);
    if (found == options_with_value().end()) {
        throw UsageError("There is no option '" + name + "'; see --help.");
    }
    if (!joined) {
        if (index + 1 == arguments.size()) {
            throw UsageError("The option '" + name + "' needs a value; see --help.");
        }
        value = arguments[++index];
    }
    if (value.empty()) {
        throw UsageError("The option '" + name + "' has an empty value.");
    }
    found->second(options, value);
}

Options::Command parse_command(const std::string& name) {
    static const std::map<std::string, Options::Command> commands{{"serve", Options::Command::kServe},
                                                                  {"rules", Options::Command::kRules},
                                                                  {"credit", Options::Command::kCredit},
                                                                  {"notice", Options::Command::kNotice},
                                                                  {"import", Options::Command::kImport},
                                                                  {"invoices", Options::Command::kInvoices},
                                                                  {"bill", Options::Command::kBill},
                                                                  {"payment", Options::Command::kPayment},
                                                                  {"statements", Options::Command::kStatements},
                                                                  {"organisation", Options::Command::kOrganisation},
                                                                  {"invite", Options::Command::kInvite},
                                                                  {"edits", Options::Command::kEdits},
                                                                  {"requests", Options::Command::kRequests},
                                                                  {"decide", Options::Command::kDecide}};
    const auto found = commands.find(name);
    if (found == commands.end()) {
        throw UsageError("There is no command '" + name + "'; see --help.");
    }
    return found->second;
}

/// The file that a command reads; nullptr for commands that read none.
std::filesystem::path* file_of(Options& options) {
    switch (options.command) {
        case Options::Command::kRules:
            return &options.rules;
        case Options::Command::kImport:
            return options.words.empty() ? nullptr : &options.file;  // what it is about stands before it
        case Options::Command::kInvoices:
        case Options::Command::kOrganisation:
            return &options.file;
        default:
            return nullptr;
    }
}

/// "families FILE".
void check_import(const Options& options) {
    const auto& kinds = import_kinds();
    const bool known =
        options.words.size() == 1 && std::find(kinds.begin(), kinds.end(), options.words.front()) != kinds.end();
    if (!known || options.file.empty()) {
        std::string names;
        for (const std::string& kind : kinds) {
            names += (names.empty() ? "" : "|") + kind;
        }
        throw UsageError("Import what? 'import " + names + " FILE'; see --help.");
    }
}

void check_complete_money(const Options& options) {
    using Command = Options::Command;
    if ((options.command == Command::kInvoices || options.command == Command::kOrganisation) && options.file.empty()) {
        throw UsageError("Which file? Give it behind the command; see --help.");
    }
    if (options.command == Command::kBill && !options.month) {
        throw UsageError("Which month? Give --month, such as 2026-11.");
    }
    if (options.command == Command::kStatements && !options.year) {
        throw UsageError("Which year? Give --year, such as 2026.");
    }
    const bool has_payment = !options.invoice.empty() && options.cents != 0 && options.on;
    if (options.command == Command::kPayment && !has_payment) {
        throw UsageError("A payment needs --invoice, --cents and --on; see --help.");
    }
}

void check_mail(const Options& options) {
    const MailOptions& mail = options.mail;
    const bool sends = !mail.smtp_url.empty();
    if (sends && !mail.folder.empty()) {
        throw UsageError("Mails are either sent (--smtp-url) or written (--mail-folder).");
    }
    if (sends && (mail.from.empty() || options.public_origin.empty())) {
        throw UsageError("Sending mails needs --mail-from, and --public-url for the links in them; see --help.");
    }
    if (mail.smtp_user.empty() != mail.smtp_password_file.empty()) {
        throw UsageError("--smtp-user and --smtp-password-file go together.");
    }
    if (!sends && (mail.smtp_plain || !mail.smtp_user.empty() || !mail.smtp_ca.empty())) {
        throw UsageError("The options --smtp-... need --smtp-url; see --help.");
    }
    if (mail.smtp_plain && !mail.smtp_user.empty()) {
        throw UsageError("A password is only sent with TLS: --smtp-plain and --smtp-user exclude each other.");
    }
}

/// "edits", "edits approve ID", "edits reject ID", "edits rights", "edits rights FIELD RIGHT".
void check_edits(const Options& options) {
    const std::vector<std::string>& words = options.words;
    const std::string verb = words.empty() ? "" : words.front();
    const bool answers = (verb == "approve" || verb == "reject") && words.size() == 2;
    const bool shows = words.empty() || (verb == "rights" && (words.size() == 1 || words.size() == 3));
    if (!answers && !shows) {
        throw UsageError("What about the edits? 'approve ID', 'reject ID --reason TEXT' or 'rights'; see --help.");
    }
    if (verb == "reject" && options.reason.empty()) {
        throw UsageError("Why not? Give a --reason: parents see it.");
    }
}

/// "approve ID", "reject ID", "review ID".
void check_decision(const Options& options) {
    const std::vector<std::string>& words = options.words;
    const bool known =
        words.size() == 2 && (words.front() == "approve" || words.front() == "reject" || words.front() == "review");
    if (!known) {
        throw UsageError("Which request? 'decide approve ID' or 'decide reject ID --reason TEXT'; see --help.");
    }
    if (words.front() == "reject" && options.reason.empty()) {
        throw UsageError("Why not? Give a --reason: parents see it.");
    }
}

void check_complete(const Options& options) {
    if (options.command == Options::Command::kEdits) {
        check_edits(options);
    }
    if (options.command == Options::Command::kDecide) {
        check_decision(options);
    }
    if (options.command == Options::Command::kImport) {
        check_import(options);
    }
    if (options.fresh && options.command != Options::Command::kServe) {
        throw UsageError("--fresh deletes the database and goes with 'serve' only.");
    }
    if (options.command == Options::Command::kRules && options.rules.empty()) {
        throw UsageError("Which rules? Give a file: 'ouderlogin-server rules FILE'.");
    }
    const bool has_credit = !options.child.empty() && options.minutes != 0 && !options.note.empty();
    if (options.command == Options::Command::kCredit && !has_credit) {
        throw UsageError("Credit needs --child, --minutes and --note; see --help.");
    }
    if (options.command == Options::Command::kNotice && (options.title.empty() || options.text.empty())) {
        throw UsageError("A notice needs --title and --text; see --help.");
    }
    if (options.command == Options::Command::kInvite && options.guardian.empty() == options.email.empty()) {
        throw UsageError("An invitation needs --guardian or --email, one of them; see --help.");
    }
    check_mail(options);
}

}  // namespace

const std::vector<std::string>& import_kinds() {
    static const std::vector<std::string> kinds{"locations", "families", "contracts", "occupancy", "closing-days"};
    return kinds;
}

Options parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (const std::string& argument : arguments) {
        if (argument == "--help" || argument == "-h") {
            options.command = Options::Command::kHelp;
            return options;
        }
        if (argument == "--version") {
            options.command = Options::Command::kVersion;
            return options;
        }
    }
    if (arguments.empty()) {
        throw UsageError("What to do? Try 'ouderlogin-server serve --demo', or --help.");
    }
    // What the office does may be said to be that: 'admin import families FILE'.
    const std::size_t first = arguments.front() == "admin" && arguments.size() > 1 && arguments[1] != "serve" ? 1 : 0;
    options.command = parse_command(arguments[first]);
    for (std::size_t index = first + 1; index < arguments.size(); ++index) {
        std::filesystem::path* const file = file_of(options);
        const bool has_words = options.command == Options::Command::kEdits ||
                               options.command == Options::Command::kDecide ||
                               options.command == Options::Command::kImport;
        const bool is_option = arguments[index].substr(0, 1) == "-";
        if (file != nullptr && file->empty() && !is_option) {
            *file = arguments[index];
        } else if (has_words && !is_option) {
            options.words.push_back(arguments[index]);
        } else {
            parse_option(options, arguments, index);
        }
    }
    check_complete(options);
    check_complete_money(options);
    return options;
}

}  // namespace portal::server
