#include "core/request.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<RequestKind, 4> kKinds{{{RequestKind::kExtra, "extra"},
                                        {RequestKind::kSwap, "swap"},
                                        {RequestKind::kAbsence, "absence"},
                                        {RequestKind::kSick, "sick"}}};

constexpr Names<RequestState, 6> kStates{{{RequestState::kSubmitted, "submitted"},
                                          {RequestState::kInReview, "in-review"},
                                          {RequestState::kApproved, "approved"},
                                          {RequestState::kRejected, "rejected"},
                                          {RequestState::kWithdrawn, "withdrawn"},
                                          {RequestState::kExpired, "expired"}}};

constexpr Names<AbsenceReason, 2> kReasons{{{AbsenceReason::kVacation, "vacation"}, {AbsenceReason::kOther, "other"}}};

constexpr Names<Payment, 3> kPayments{
    {{Payment::kInvoice, "invoice"}, {Payment::kCredit, "credit"}, {Payment::kCreditAndInvoice, "credit-and-invoice"}}};

}  // namespace

std::string_view to_string(RequestKind kind) {
    return name_of(kKinds, kind);
}

std::optional<RequestKind> request_kind_from(std::string_view text) {
    return value_of(kKinds, text);
}

std::string_view to_string(RequestState state) {
    return name_of(kStates, state);
}

std::optional<RequestState> request_state_from(std::string_view text) {
    return value_of(kStates, text);
}

std::string_view to_string(AbsenceReason reason) {
    return name_of(kReasons, reason);
}

std::optional<AbsenceReason> absence_reason_from(std::string_view text) {
    return value_of(kReasons, text);
}

std::string_view to_string(Payment payment) {
    return name_of(kPayments, payment);
}

std::optional<Payment> payment_from(std::string_view text) {
    return value_of(kPayments, text);
}

}  // namespace portal::core
