#include "core/password.hpp"

#include "core/names.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace portal::core {
namespace {

constexpr Names<PasswordFlaw, 5> kFlaws{{{PasswordFlaw::kTooShort, "password-too-short"},
                                         {PasswordFlaw::kTooLong, "password-too-long"},
                                         {PasswordFlaw::kCommon, "password-common"},
                                         {PasswordFlaw::kSimple, "password-simple"},
                                         {PasswordFlaw::kPersonal, "password-personal"}}};

/// Code points: bytes that do not continue one.
std::size_t length_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return lower;
}

/// Neither a letter of the alphabet nor a part of another script's.
bool is_ornament(char c) {
    return static_cast<unsigned char>(c) < 0x80U && !(c >= 'a' && c <= 'z');
}

/// "voetbal" of "1voetbal2024!", in lower case.
std::string_view without_ornaments(std::string_view lower) {
    while (!lower.empty() && is_ornament(lower.front())) {
        lower.remove_prefix(1);
    }
    while (!lower.empty() && is_ornament(lower.back())) {
        lower.remove_suffix(1);
    }
    return lower;
}

bool is_common(const PasswordRules& rules, std::string_view password) {
    const auto listed = [&](std::string_view text) {
        return std::binary_search(rules.common.begin(), rules.common.end(), text);
    };
    return listed(password) || listed(without_ornaments(password));
}

/// The bytes that do not go on from the one before by the step that one had: "abcdef" and "aaaaaa" have two.
std::size_t surprises(std::string_view text) {
    std::size_t count = std::min<std::size_t>(text.size(), 2);
    for (std::size_t i = 2; i < text.size(); ++i) {
        const int step = text[i] - text[i - 1];
        const bool goes_on = step == text[i - 1] - text[i - 2] && step >= -1 && step <= 1;
        count += goes_on ? 0 : 1;
    }
    return count;
}

bool is_simple(std::string_view password) {
    constexpr std::size_t kFewest = 4;
    const std::set<char> different(password.begin(), password.end());
    return different.size() < kFewest || surprises(password) <= kFewest;
}

bool is_personal(std::string_view password, std::string_view email) {
    const std::string whole = lower_case(email);
    const std::string_view name = std::string_view(whole).substr(0, whole.find('@'));
    return !whole.empty() && (password == whole || without_ornaments(password) == without_ornaments(name));
}

/// How many characters a guesser has to try for each place.
double alphabet_of(std::string_view password) {
    std::array<bool, 4> has{};
    for (const char c : password) {
        const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
        const std::size_t kind = letter ? 0 : c >= 'A' && c <= 'Z' ? 1 : c >= '0' && c <= '9' ? 2 : 3;
        has[kind] = true;
    }
    constexpr std::array<double, 4> kSizes{26, 26, 10, 32};
    double size = 0;
    for (std::size_t kind = 0; kind < has.size(); ++kind) {
        size += has[kind] ? kSizes[kind] : 0;
    }
    return std::max(size, 2.0);
}

}  // namespace

std::string_view to_string(PasswordFlaw flaw) {
    return name_of(kFlaws, flaw);
}

std::optional<PasswordFlaw> password_flaw_from(std::string_view code) {
    return value_of(kFlaws, code);
}

PasswordRules password_rules_of(std::string_view common) {
    PasswordRules rules;
    while (!common.empty()) {
        const std::size_t end = std::min(common.find('\n'), common.size());
        const std::string_view line = common.substr(0, end);
        common.remove_prefix(std::min(end + 1, common.size()));
        if (!line.empty() && line.front() != '#') {
            rules.common.emplace_back(line);
        }
    }
    return rules;
}

std::optional<PasswordFlaw> find_password_flaw(const PasswordRules& rules, std::string_view password,
                                               std::string_view email) {
    const std::size_t length = length_of(password);
    if (length < rules.shortest) {
        return PasswordFlaw::kTooShort;
    }
    if (length > rules.longest) {
        return PasswordFlaw::kTooLong;
    }
    const std::string lower = lower_case(password);
    if (is_personal(lower, email)) {
        return PasswordFlaw::kPersonal;
    }
    if (is_common(rules, lower)) {
        return PasswordFlaw::kCommon;
    }
    return is_simple(lower) ? std::optional{PasswordFlaw::kSimple} : std::nullopt;
}

PasswordStrength strength_of_password(const PasswordRules& rules, std::string_view password, std::string_view email) {
    if (find_password_flaw(rules, password, email)) {
        return PasswordStrength::kWeak;
    }
    // Bits by which guesses at random would find it: an upper bound, so the steps are generous to nobody.
    constexpr double kGood = 65;
    constexpr double kStrong = 80;
    const double bits = static_cast<double>(surprises(password)) * std::log2(alphabet_of(password));
    return bits >= kStrong ? PasswordStrength::kStrong
           : bits >= kGood ? PasswordStrength::kGood
                           : PasswordStrength::kFair;
}

}  // namespace portal::core
