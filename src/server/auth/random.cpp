#include "server/auth/random.hpp"

#include <sodium.h>

#include <array>
#include <stdexcept>

namespace portal::server {
namespace {

template <std::size_t Size>
std::string hexadecimal(const std::array<unsigned char, Size>& bytes) {
    std::array<char, Size * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    return text.data();
}

}  // namespace

void start_cryptography() {
    if (sodium_init() < 0) {
        throw std::runtime_error("The system gives no random numbers.");
    }
}

std::string random_token() {
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

std::string random_id() {
    std::array<unsigned char, 12> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hexadecimal(bytes);
}

std::string fingerprint(std::string_view text) {
    const std::string copy{text};
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    // Any bytes may be read as unsigned char.
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(copy.data()), copy.size(),
                       nullptr, 0);
    return hexadecimal(hash);
}

}  // namespace portal::server
