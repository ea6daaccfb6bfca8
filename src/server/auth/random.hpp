#pragma once

#include <string>
#include <string_view>

namespace portal::server {

/// Prepares libsodium; throws std::runtime_error when the system gives no random numbers. To be called first.
void start_cryptography();

/// 256 bits that nobody can guess, as 43 characters that fit into a cookie.
[[nodiscard]] std::string random_token();

/// 96 bits as 24 hexadecimal digits: unique, not secret.
[[nodiscard]] std::string random_id();

/// A 256 bit fingerprint (BLAKE2b) in hexadecimal.
[[nodiscard]] std::string fingerprint(std::string_view text);

}  // namespace portal::server
