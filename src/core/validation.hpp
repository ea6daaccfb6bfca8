#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Whether what somebody typed can be what a field asks for, and the one form in which it is kept. The same for the
/// browser, which tells at once, and the server, which decides.
namespace portal::core {

enum class FieldError : std::uint8_t {
    kMissing,
    kTooLong,
    kUnreadable,  ///< control characters, or no UTF-8
    kNoName,      ///< no letter in it
    kNoHouseNumber,
    kNoPostcode,
    kNoPhone,
    kNoEmail,
    kNoIban,
    kNoDate,  ///< no such day
    kInFuture,
    kTooLongAgo,
    kNoChoice,         ///< none of the choices
    kEndsBeforeStart,  ///< of a period: the last day is before the first
    kNoRole,           ///< of a contact: neither to be called nor to pick the child up
    kTaken,            ///< an e-mail address with which somebody else signs in
    kFixed,            ///< the organisation keeps this field itself
    kUnknown,          ///< there is no such field
};

/// "field-missing" and so on: the stable codes of problem details.
[[nodiscard]] std::string_view to_string(FieldError error);
[[nodiscard]] std::optional<FieldError> field_error_from(std::string_view text);

/// A text in the form in which it is kept, or why it cannot be. An empty text is fine for every check but `required`'s.
struct Checked {
    std::string value;
    std::optional<FieldError> error{};
};

/// One line: spaces around it and doubled ones go. At most `longest` characters.
[[nodiscard]] Checked check_line(std::string_view typed, std::size_t longest);

/// Several lines: white space at its end goes, CR LF becomes LF.
[[nodiscard]] Checked check_notes(std::string_view typed, std::size_t longest);

/// A line with a letter in it, of whatever script.
[[nodiscard]] Checked check_name(std::string_view typed);

/// "12", "12 B", "12-II": a line that begins with a digit.
[[nodiscard]] Checked check_house_number(std::string_view typed);

/// "1234 AB". The first digit is not 0, and the letters are not SA, SD or SS, which PostNL does not give out.
/// https://nl.wikipedia.org/wiki/Postcodes_in_Nederland
[[nodiscard]] Checked check_postcode(std::string_view typed);

/// E.164 ("+31612345678", ITU-T E.164 (11/2010): at most 15 digits). Read as people in the Netherlands write numbers:
/// a leading 0 is the Netherlands, 00 or + another country; "(0)" behind the country, spaces, hyphens, dots, slashes
/// and brackets do not count. Dutch numbers have nine digits behind +31.
[[nodiscard]] Checked check_phone(std::string_view typed);

/// As browsers check a field for an e-mail address (HTML, 4.10.5.1.5), with a dot in the domain and at most 254
/// characters (RFC 5321, 4.5.3.1.3).
[[nodiscard]] Checked check_email(std::string_view typed);

/// Without spaces and in capitals; length by country and remainder 1 of 97 (ISO 13616, ISO 7064).
[[nodiscard]] Checked check_iban(std::string_view typed);

/// A day as "2024-02-29", or its three numbers without leading zeros, "2024-2-29". Three empty ones are no day.
[[nodiscard]] Checked check_date(std::string_view typed);

/// A day of birth: not after `today`, and not so long ago that nobody lives who was born then.
[[nodiscard]] Checked check_birth_date(std::string_view typed, Date today);

/// The last digits of a citizen number (BSN), the others as dots; empty for none.
[[nodiscard]] std::string masked_number(std::string_view number);

}  // namespace portal::core
