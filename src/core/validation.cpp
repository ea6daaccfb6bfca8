#include "core/validation.hpp"

#include "core/digits.hpp"
#include "core/names.hpp"
#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace portal::core {
namespace {

constexpr std::size_t kNameLength = 100;
constexpr std::size_t kHouseNumberLength = 20;
constexpr std::size_t kEmailLength = 254;
constexpr std::size_t kLocalLength = 64;
constexpr std::size_t kLabelLength = 63;

constexpr Names<FieldError, 18> kErrors{{{FieldError::kMissing, "field-missing"},
                                         {FieldError::kTooLong, "field-too-long"},
                                         {FieldError::kUnreadable, "field-unreadable"},
                                         {FieldError::kNoName, "field-no-name"},
                                         {FieldError::kNoHouseNumber, "field-no-house-number"},
                                         {FieldError::kNoPostcode, "field-no-postcode"},
                                         {FieldError::kNoPhone, "field-no-phone"},
                                         {FieldError::kNoEmail, "field-no-email"},
                                         {FieldError::kNoIban, "field-no-iban"},
                                         {FieldError::kNoDate, "field-no-date"},
                                         {FieldError::kInFuture, "field-in-future"},
                                         {FieldError::kTooLongAgo, "field-too-long-ago"},
                                         {FieldError::kNoChoice, "field-no-choice"},
                                         {FieldError::kEndsBeforeStart, "field-ends-before-start"},
                                         {FieldError::kNoRole, "field-no-role"},
                                         {FieldError::kTaken, "field-taken"},
                                         {FieldError::kFixed, "field-fixed"},
                                         {FieldError::kUnknown, "field-unknown"}}};

/// The lengths of the IBANs of the countries in SEPA and their neighbours (SWIFT, IBAN registry, release 99).
constexpr std::array<std::pair<std::string_view, std::size_t>, 44> kIbanLengths{
    {{"AD", 24}, {"AL", 28}, {"AT", 20}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"CH", 21}, {"CY", 28}, {"CZ", 24},
     {"DE", 22}, {"DK", 18}, {"EE", 20}, {"ES", 24}, {"FI", 18}, {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GI", 23},
     {"GL", 18}, {"GR", 27}, {"HR", 21}, {"HU", 28}, {"IE", 22}, {"IL", 23}, {"IS", 26}, {"IT", 27}, {"LI", 21},
     {"LT", 20}, {"LU", 20}, {"LV", 21}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MT", 31}, {"NL", 18},
     {"NO", 15}, {"PL", 28}, {"PT", 25}, {"RO", 24}, {"RS", 22}, {"SE", 24}, {"SI", 19}, {"SK", 24}}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
char capital(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string without(std::string_view text, std::string_view characters) {
    std::string kept;
    for (const char c : text) {
        if (characters.find(c) == std::string_view::npos) {
            kept += c;
        }
    }
    return kept;
}

Checked wrong(std::string_view typed, FieldError error) {
    return {std::string(typed), error};
}

/// Whether every character can stand in a text, and how many there are.
std::optional<FieldError> fault_in(std::string_view text, std::size_t longest, bool has_lines) {
    std::size_t count = 0;
    while (!text.empty()) {
        const auto point = take_code_point(text);
        const bool is_line_end = has_lines && point && (*point == '\n' || *point == '\t');
        if (!point || (is_control(*point) && !is_line_end)) {
            return FieldError::kUnreadable;
        }
        ++count;
    }
    return count > longest ? std::optional{FieldError::kTooLong} : std::nullopt;
}

bool is_label(std::string_view label) {
    const auto fits = [](char c) { return is_digit(c) || is_capital(capital(c)) || c == '-'; };
    return !label.empty() && label.size() <= kLabelLength && std::all_of(label.begin(), label.end(), fits) &&
           label.front() != '-' && label.back() != '-';
}

bool is_domain(std::string_view domain) {
    if (domain.find('.') == std::string_view::npos) {
        return false;
    }
    while (true) {
        const std::size_t dot = std::min(domain.find('.'), domain.size());
        if (!is_label(domain.substr(0, dot))) {
            return false;
        }
        if (dot == domain.size()) {
            return true;
        }
        domain.remove_prefix(dot + 1);
    }
}

bool is_mailbox(std::string_view local) {
    constexpr std::string_view kSigns = ".!#$%&'*+/=?^_`{|}~-";
    const auto fits = [&](char c) {
        return is_digit(c) || is_capital(capital(c)) || kSigns.find(c) != std::string_view::npos;
    };
    return !local.empty() && local.size() <= kLocalLength && std::all_of(local.begin(), local.end(), fits);
}

/// The remainder of 97 of an IBAN whose first four characters are moved to its end and whose letters are numbers.
int remainder_of(std::string_view iban) {
    int remainder = 0;
    for (std::size_t index = 0; index < iban.size(); ++index) {
        const char c = iban[(index + 4) % iban.size()];
        remainder = is_digit(c) ? (remainder * 10 + (c - '0')) % 97 : (remainder * 100 + (c - 'A' + 10)) % 97;
    }
    return remainder;
}

/// The digits behind "+", country first; empty where the text cannot be a number.
std::string international_digits(std::string_view typed) {
    std::string text = without(typed, " \t-./");
    const std::size_t zero = text.find("(0)");
    const bool names_country = text.substr(0, 1) == "+" || text.substr(0, 2) == "00";
    if (zero != std::string::npos && names_country) {
        text.erase(zero, 3);
    }
    text = without(text, "()");
    if (text.substr(0, 1) == "+") {
        text.erase(0, 1);
    } else if (text.substr(0, 2) == "00") {
        text.erase(0, 2);
    } else if (text.substr(0, 1) == "0") {
        text = "31" + text.substr(1);
    } else {
        return {};
    }
    return std::all_of(text.begin(), text.end(), is_digit) ? text : std::string();
}

}  // namespace

std::string_view to_string(FieldError error) {
    return name_of(kErrors, error);
}

std::optional<FieldError> field_error_from(std::string_view text) {
    return value_of(kErrors, text);
}

Checked check_line(std::string_view typed, std::size_t longest) {
    std::string value;
    for (const char c : trimmed(typed)) {
        if (c != ' ' || value.back() != ' ') {
            value += c;
        }
    }
    const auto fault = fault_in(value, longest, false);
    return {std::move(value), fault};
}

Checked check_notes(std::string_view typed, std::size_t longest) {
    std::string value;
    for (std::size_t index = 0; index < typed.size(); ++index) {
        if (typed[index] != '\r' || typed.substr(index, 2) != "\r\n") {
            value += typed[index];
        }
    }
    while (!value.empty() && is_space(value.back())) {
        value.pop_back();
    }
    const auto fault = fault_in(value, longest, true);
    return {std::move(value), fault};
}

Checked check_name(std::string_view typed) {
    Checked line = check_line(typed, kNameLength);
    if (line.error || line.value.empty()) {
        return line;
    }
    std::string_view rest = line.value;
    while (const auto point = take_code_point(rest)) {
        if (is_letter(*point)) {
            return line;
        }
    }
    line.error = FieldError::kNoName;
    return line;
}

Checked check_house_number(std::string_view typed) {
    Checked line = check_line(typed, kHouseNumberLength);
    if (!line.error && !line.value.empty() && !is_digit(line.value.front())) {
        line.error = FieldError::kNoHouseNumber;
    }
    return line;
}

Checked check_postcode(std::string_view typed) {
    std::string code = without(typed, " \t");
    std::transform(code.begin(), code.end(), code.begin(), capital);
    if (code.empty()) {
        return {};
    }
    const bool has_shape = code.size() == 6 && std::all_of(code.begin(), code.begin() + 4, is_digit) &&
                           is_capital(code[4]) && is_capital(code[5]) && code[0] != '0';
    const std::string letters = has_shape ? code.substr(4) : std::string();
    if (!has_shape || letters == "SA" || letters == "SD" || letters == "SS") {
        return wrong(typed, FieldError::kNoPostcode);
    }
    return {code.insert(4, " ")};
}

Checked check_phone(std::string_view typed) {
    constexpr std::size_t kFewest = 8;
    constexpr std::size_t kMost = 15;
    constexpr std::size_t kDutch = 11;  // with 31
    if (trimmed(typed).empty()) {
        return {};
    }
    const std::string digits = international_digits(typed);
    const bool is_dutch = digits.substr(0, 2) == "31";
    const bool fits = is_dutch ? digits.size() == kDutch && digits[2] != '0'
                               : digits.size() >= kFewest && digits.size() <= kMost && digits.front() != '0';
    return fits ? Checked{'+' + digits} : wrong(typed, FieldError::kNoPhone);
}

Checked check_email(std::string_view typed) {
    const std::string_view email = trimmed(typed);
    if (email.empty()) {
        return {};
    }
    if (email.size() > kEmailLength) {
        return wrong(typed, FieldError::kTooLong);
    }
    const std::size_t at = email.rfind('@');
    if (at == std::string_view::npos || !is_mailbox(email.substr(0, at)) || !is_domain(email.substr(at + 1))) {
        return wrong(typed, FieldError::kNoEmail);
    }
    return {std::string(email)};
}

Checked check_iban(std::string_view typed) {
    std::string iban = without(typed, " \t");
    std::transform(iban.begin(), iban.end(), iban.begin(), capital);
    if (iban.empty()) {
        return {};
    }
    const auto* const length = std::find_if(kIbanLengths.begin(), kIbanLengths.end(), [&](const auto& country) {
        return country.first == std::string_view(iban).substr(0, 2);
    });
    const auto fits = [](char c) { return is_digit(c) || is_capital(c); };
    if (length == kIbanLengths.end() || iban.size() != length->second || !is_digit(iban[2]) || !is_digit(iban[3]) ||
        !std::all_of(iban.begin(), iban.end(), fits) || remainder_of(iban) != 1) {
        return wrong(typed, FieldError::kNoIban);
    }
    return {std::move(iban)};
}

Checked check_date(std::string_view typed) {
    const std::string_view text = trimmed(typed);
    if (text.empty() || text == "--") {
        return {};
    }
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string_view::npos ? first : text.find('-', first + 1);
    if (second == std::string_view::npos) {
        return wrong(typed, FieldError::kNoDate);
    }
    const auto year = parse_digits(trimmed(text.substr(0, first)));
    const auto month = parse_digits(trimmed(text.substr(first + 1, second - first - 1)));
    const auto day = parse_digits(trimmed(text.substr(second + 1)));
    const auto date = year && month && day ? Date::from_ymd(*year, *month, *day) : std::nullopt;
    return date ? Checked{date->to_string()} : wrong(typed, FieldError::kNoDate);
}

Checked check_birth_date(std::string_view typed, Date today) {
    constexpr int kOldest = 120;
    Checked date = check_date(typed);
    const auto birth = date.error ? std::nullopt : Date::parse(date.value);
    if (birth && *birth > today) {
        date.error = FieldError::kInFuture;
    } else if (birth && age_in_years(*birth, today) > kOldest) {
        date.error = FieldError::kTooLongAgo;
    }
    return date;
}

std::string masked_number(std::string_view number) {
    constexpr std::size_t kShown = 3;
    constexpr std::string_view kDot = "\xE2\x80\xA2";  // a bullet
    std::string masked;
    for (std::size_t index = 0; index < number.size(); ++index) {
        if (index + kShown < number.size()) {
            masked += kDot;
        } else {
            masked += number[index];
        }
    }
    return number.size() > kShown ? masked : std::string();
}

}  // namespace portal::core
