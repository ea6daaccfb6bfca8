#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::core {

/// Why a password is not taken. No kinds of characters are asked for: NIST SP 800-63B (5.1.1.2) advises a length and a
/// list of common passwords in their place.
enum class PasswordFlaw : std::uint8_t {
    kTooShort,
    kTooLong,
    kCommon,    ///< many people have it, or it is one of theirs with digits or signs around it
    kSimple,    ///< a few characters over and over, or a row of the alphabet or of digits
    kPersonal,  ///< the e-mail address, or the part before its '@'
};

/// Wire codes "password-too-short", "password-too-long", "password-common", "password-simple", "password-personal".
[[nodiscard]] std::string_view to_string(PasswordFlaw flaw);
[[nodiscard]] std::optional<PasswordFlaw> password_flaw_from(std::string_view code);

/// What a password has to be like. `common` is data of the server's, so that the client does not carry it around.
struct PasswordRules {
    static constexpr std::size_t kShortest = 10;  ///< characters
    static constexpr std::size_t kLongest = 128;  ///< characters; longer ones only cost time to check

    std::size_t shortest = kShortest;
    std::size_t longest = kLongest;
    std::vector<std::string> common;  ///< in lower case, sorted
};

/// The rules with the common passwords of a text: one a line, sorted, lines with '#' are remarks.
[[nodiscard]] PasswordRules password_rules_of(std::string_view common);

/// The first flaw of `password`, or nothing. Characters are those of UTF-8. `email` is that of who will have it.
[[nodiscard]] std::optional<PasswordFlaw> find_password_flaw(const PasswordRules& rules, std::string_view password,
                                                             std::string_view email);

/// How hard it is to guess, for who chooses one. Advice only: what has a flaw is `kWeak`, whatever its length.
enum class PasswordStrength : std::uint8_t { kWeak, kFair, kGood, kStrong };

[[nodiscard]] PasswordStrength strength_of_password(const PasswordRules& rules, std::string_view password,
                                                    std::string_view email);

}  // namespace portal::core
