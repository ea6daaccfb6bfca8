#pragma once

#include "core/money.hpp"

#include <optional>
#include <string>
#include <string_view>

/// Paying by transfer (SEPA).
namespace portal::core {

/// The IBAN without spaces and in capitals; nothing unless its check digits are right (ISO 13616, mod 97).
[[nodiscard]] std::optional<std::string> checked_iban(std::string_view text);

/// "NL91 ABNA 0417 1643 00"
[[nodiscard]] std::string spaced_iban(std::string_view iban);

/// 8 or 11 letters and digits in the form of ISO 9362.
[[nodiscard]] bool is_bic(std::string_view text);

struct Transfer {
    std::string payee;
    std::string iban;
    std::string bic;  ///< may be empty within the EEA
    Money amount;
    std::string purpose;    ///< of four letters ("CHAR"); may be empty
    std::string reference;  ///< what the payee recognises it by, in words
    std::string hint;       ///< for who pays; may be empty

    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// What a QR code for banking apps holds: EPC069-12, "Quick Response code: guidelines to enable data capture for the
/// initiation of a SEPA credit transfer", version 002 in UTF-8. Names and texts that are too long are cut (70, 140 and
/// 70 letters). Nothing for what banks would refuse: a bad IBAN or BIC, no payee, an amount outside € 0.01 to
/// € 999,999,999.99, or more than 331 bytes.
[[nodiscard]] std::optional<std::string> payment_code(const Transfer& transfer);

}  // namespace portal::core
