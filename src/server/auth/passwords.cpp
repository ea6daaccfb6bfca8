#include "server/auth/passwords.hpp"

#include "server/auth/random.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace portal::server {

PasswordCost PasswordCost::usual() {
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::least() {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

Passwords::Passwords(PasswordCost cost) : cost_(cost), nobodys_hash_(hash(random_token())) {}

std::string Passwords::hash(std::string_view password) const {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), cost_.operations, cost_.memory) != 0) {
        throw std::runtime_error("not enough memory to hash a password");
    }
    return hash.data();
}

bool Passwords::matches(const std::string& hash, std::string_view password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void Passwords::pretend_to_check(std::string_view password) const {
    static_cast<void>(matches(nobodys_hash_, password));
}

}  // namespace portal::server
