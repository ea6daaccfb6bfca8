#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace portal::server {

/// What one check of a password costs (argon2id).
struct PasswordCost {
    unsigned long long operations;
    std::size_t memory;  ///< bytes

    /// libsodium's INTERACTIVE: two passes over 64 MiB.
    [[nodiscard]] static PasswordCost usual();
    /// As cheap as possible; tests sign in often.
    [[nodiscard]] static PasswordCost least();
};

/// Makes and checks password hashes. A hash carries its own cost and salt.
class Passwords {
  public:
    /// Throws std::runtime_error when the machine lacks the memory.
    explicit Passwords(PasswordCost cost);

    [[nodiscard]] std::string hash(std::string_view password) const;
    [[nodiscard]] static bool matches(const std::string& hash, std::string_view password);

    /// Takes as long as a check and never matches, so that nobody can tell by the clock which e-mail addresses exist.
    void pretend_to_check(std::string_view password) const;

  private:
    PasswordCost cost_;
    std::string nobodys_hash_;
};

}  // namespace portal::server
