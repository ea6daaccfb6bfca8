#include "server/mail/folder_mailer.hpp"

#include <fstream>
#include <utility>

namespace portal::server::mail {

namespace fs = std::filesystem;

FolderMailer::FolderMailer(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) {
        throw std::runtime_error("The folder for mails " + folder_.string() + " cannot be made: " + error.message() +
                                 ".");
    }
}

void FolderMailer::send(const std::string& id, const std::string& /*from*/, const std::string& /*to*/,
                        std::string_view mime) {
    // Under another name until it is whole, so that nobody reads half a mail.
    const fs::path whole = folder_ / (id + ".eml");
    const fs::path part = folder_ / (id + ".part");
    std::ofstream file{part, std::ios::binary | std::ios::trunc};
    file << mime;
    file.close();
    std::error_code error;
    if (file) {
        fs::rename(part, whole, error);
    }
    if (!file || error) {
        throw MailFailure("the folder for mails cannot be written");
    }
}

}  // namespace portal::server::mail
