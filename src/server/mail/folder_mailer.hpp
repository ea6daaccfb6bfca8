#pragma once

#include "server/mail/mailer.hpp"

#include <filesystem>

namespace portal::server::mail {

/// Writes each mail into a folder as `<id>.eml`, for demos and tests.
class FolderMailer final : public Mailer {
  public:
    /// Makes the folder. Throws std::runtime_error where that cannot be.
    explicit FolderMailer(std::filesystem::path folder);

    void send(const std::string& id, const std::string& from, const std::string& to, std::string_view mime) override;

  private:
    std::filesystem::path folder_;
};

}  // namespace portal::server::mail
