#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace portal::core {

/// What a parent can ask or report about a day.
enum class RequestKind : std::uint8_t { kExtra, kSwap, kAbsence, kSick };

/// Wire names "extra", "swap", "absence", "sick".
[[nodiscard]] std::string_view to_string(RequestKind kind);
[[nodiscard]] std::optional<RequestKind> request_kind_from(std::string_view text);

enum class AbsenceReason : std::uint8_t { kVacation, kOther };

[[nodiscard]] std::string_view to_string(AbsenceReason reason);
[[nodiscard]] std::optional<AbsenceReason> absence_reason_from(std::string_view text);

/// How extra care is paid.
enum class Payment : std::uint8_t {
    kInvoice,
    kCredit,
    kCreditAndInvoice,  ///< credit as far as it goes, the rest on the invoice
};

[[nodiscard]] std::string_view to_string(Payment payment);
[[nodiscard]] std::optional<Payment> payment_from(std::string_view text);

}  // namespace portal::core
