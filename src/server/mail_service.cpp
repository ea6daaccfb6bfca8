#include "server/mail_service.hpp"

#include "server/mail/folder_mailer.hpp"
#include "server/mail/smtp_mailer.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace portal::server {
namespace {

/// From whom the mails of a demo are: a host that never gets mail (RFC 2606).
constexpr const char* kDemoAddress = "ouderlogin@example.org";

std::string read_password(const std::filesystem::path& file) {
    std::ifstream stream{file};
    std::string password;
    if (!std::getline(stream, password) || password.empty()) {
        throw std::runtime_error("The file " + file.string() +
                                 " has no password of the mail server in its first line.");
    }
    return password;
}

mail::SmtpSettings smtp_settings(const MailOptions& options) {
    mail::SmtpSettings settings;
    settings.url = options.smtp_url;
    settings.user = options.smtp_user;
    settings.plain = options.smtp_plain;
    if (!options.smtp_user.empty()) {
        settings.password = read_password(options.smtp_password_file);
    }
    if (!options.smtp_ca.empty()) {
        settings.ca = options.smtp_ca;
    }
    return settings;
}

}  // namespace

MailService::MailService(const Options& options, bool is_demo, const std::string& base, storage::Database& database,
                         const Clock& clock, Log& log) {
    const MailOptions& mail = options.mail;
    const bool writes = mail.smtp_url.empty() && (is_demo || !mail.folder.empty());
    if (writes) {
        const std::filesystem::path folder = mail.folder.empty() ? options.data / "mail" : mail.folder;
        mailer_ = std::make_unique<mail::FolderMailer>(folder);
        log.note("Mails are written to " + folder.string());
    } else if (!mail.smtp_url.empty()) {
        mailer_ = std::make_unique<mail::SmtpMailer>(smtp_settings(mail));
    } else {
        log.note("Mails wait in the database: no mail server is set (--smtp-url).");
        return;
    }
    postman_.emplace(database, clock, *mailer_, log,
                     mail::Postman::Settings{base, mail.from.empty() ? kDemoAddress : mail.from, writes && is_demo});
    thread_ = std::make_unique<mail::PostmanThread>(*postman_, log);
}

}  // namespace portal::server
