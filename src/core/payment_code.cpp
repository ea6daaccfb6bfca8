#include "core/payment_code.hpp"

#include "core/digits.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr std::size_t kMostBytes = 331;

[[nodiscard]] bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// At most `longest` letters of UTF-8 text on one line.
[[nodiscard]] std::string line_of(std::string_view text, std::size_t longest) {
    std::string line;
    std::size_t letters = 0;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (begins && letters == longest) {
            break;
        }
        letters += begins ? 1 : 0;
        line += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return line;
}

/// ISO 7064 mod 97-10 of the text with its first four characters at the end and letters as 10 to 35.
[[nodiscard]] int remainder_of(const std::string& iban) {
    int remainder = 0;
    for (std::size_t index = 0; index < iban.size(); ++index) {
        const char c = iban[(index + 4) % iban.size()];
        remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
    }
    return remainder;
}

[[nodiscard]] bool has_form_of_iban(const std::string& iban) {
    constexpr std::size_t kShortest = 15;  // Norway
    constexpr std::size_t kLongest = 34;
    const auto plain = [](char c) { return is_digit(c) || is_capital(c); };
    const bool dutch_length = iban.substr(0, 2) != "NL" || iban.size() == 18;
    return iban.size() >= kShortest && iban.size() <= kLongest && dutch_length && is_capital(iban[0]) &&
           is_capital(iban[1]) && is_digit(iban[2]) && is_digit(iban[3]) &&
           std::all_of(iban.begin(), iban.end(), plain);
}

}  // namespace

std::optional<std::string> checked_iban(std::string_view text) {
    std::string iban;
    for (const char c : text) {
        if (c != ' ') {
            iban += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
    }
    if (!has_form_of_iban(iban) || remainder_of(iban) != 1) {
        return std::nullopt;
    }
    return iban;
}

std::string spaced_iban(std::string_view iban) {
    std::string spaced;
    for (std::size_t index = 0; index < iban.size(); ++index) {
        if (index > 0 && index % 4 == 0) {
            spaced += ' ';
        }
        spaced += iban[index];
    }
    return spaced;
}

bool is_bic(std::string_view text) {
    if (text.size() != 8 && text.size() != 11) {
        return false;
    }
    const auto plain = [](char c) { return is_digit(c) || is_capital(c); };
    return std::all_of(text.begin(), text.end(), plain) && is_capital(text[4]) && is_capital(text[5]);
}

std::optional<std::string> payment_code(const Transfer& transfer) {
    constexpr std::int64_t kMostCents = 99'999'999'999;
    constexpr std::size_t kNameLetters = 70;
    constexpr std::size_t kReferenceLetters = 140;
    const auto iban = checked_iban(transfer.iban);
    const std::string payee = line_of(transfer.payee, kNameLetters);
    const bool bic_is_right = transfer.bic.empty() || is_bic(transfer.bic);
    if (!iban || !bic_is_right || payee.empty() || transfer.amount.cents < 1 || transfer.amount.cents > kMostCents) {
        return std::nullopt;
    }
    const std::string amount = "EUR" + std::to_string(transfer.amount.cents / 100) + '.' +
                               digits(static_cast<int>(transfer.amount.cents % 100), 2);
    std::string code = "BCD\n002\n1\nSCT\n" + transfer.bic + '\n' + payee + '\n' + *iban + '\n' + amount + '\n' +
                       line_of(transfer.purpose, 4) + "\n\n" + line_of(transfer.reference, kReferenceLetters) + '\n' +
                       line_of(transfer.hint, kNameLetters);
    // Empty lines at the end are left out.
    while (code.back() == '\n') {
        code.pop_back();
    }
    if (code.size() > kMostBytes) {
        return std::nullopt;
    }
    return code;
}

}  // namespace portal::core
