#pragma once

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/language.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace portal::server {

/// What was typed cannot be understood: one sentence for whoever typed it.
class UsageError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// How mails leave the server. Without any of it they wait in the database.
struct MailOptions {
    std::string from;      ///< the address that mails are from
    std::string smtp_url;  ///< empty: no mail server
    std::string smtp_user;
    std::filesystem::path smtp_password_file;
    std::filesystem::path smtp_ca;
    bool smtp_plain = false;
    std::filesystem::path folder;  ///< where mails are written in place of being sent
};

struct Options {
    enum class Command : std::uint8_t {
        kServe,
        kRules,
        kCredit,
        kNotice,
        kImport,
        kInvoices,
        kBill,
        kPayment,
        kStatements,
        kOrganisation,
        kInvite,
        kEdits,
        kRequests,
        kDecide,
        kHelp,
        kVersion
    };

    Command command = Command::kServe;
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8080;
    std::filesystem::path data = "ouderlogin-data";
    std::string database;  ///< URL; a file in `data` when empty
    std::optional<std::filesystem::path> client;
    std::string public_origin;  ///< empty: whatever the Host header says
    std::vector<std::string> allowed_origins;
    bool behind_proxy = false;
    bool demo = false;
    bool fresh = false;
    std::optional<core::Instant> clock;  ///< stands still at this moment

    MailOptions mail;

    std::filesystem::path rules;  ///< kRules: the file
    bool check = false;           ///< kRules, kImport, kInvoices, kOrganisation: read it only

    // kCredit
    std::string child;
    int minutes = 0;  ///< of credit; below zero takes it away
    std::string note;
    std::optional<core::Date> use_before;

    // kNotice
    std::string title;
    std::string text;
    std::optional<core::Date> until;

    std::filesystem::path file;                 ///< kImport, kInvoices, kOrganisation
    std::optional<std::filesystem::path> logo;  ///< kOrganisation

    std::optional<core::Month> month;  ///< kBill
    std::optional<int> year;           ///< kStatements

    // kPayment
    std::string invoice;             ///< number
    std::int64_t cents = 0;          ///< received; below zero paid back
    std::optional<core::Date> on{};  ///< when

    // kInvite: one of the two
    std::string guardian;
    std::string email;
    core::Language language = core::Language::kDutch;

    // kEdits, kDecide, kImport
    std::vector<std::string>
        words;  ///< "approve" and an id, "reject" and an id, "rights" and what is to hold for whom, "families"
    std::string reason;

    bool all = false;  ///< kRequests: also those that were answered
};

/// Throws UsageError.
[[nodiscard]] Options parse_options(const std::vector<std::string>& arguments);

/// What `import` knows, in the order in which one needs the other.
[[nodiscard]] const std::vector<std::string>& import_kinds();

[[nodiscard]] const char* usage();

}  // namespace portal::server
