#pragma once

#include "core/request.hpp"

#include <optional>

namespace portal::core {

/// What a parent wants, before it is sent. The fields mean what they mean in a ChangeRequest.
struct Wish {
    RequestKind kind = RequestKind::kExtra;
    ChildId child;
    Date date;
    TimeRange time;
    std::optional<CareSpan> given;
    std::optional<Date> last;
    AbsenceReason reason = AbsenceReason::kOther;
    Payment payment = Payment::kInvoice;

    friend bool operator==(const Wish&, const Wish&) = default;
};

[[nodiscard]] Wish extra_wish(ChildId child, CareSpan wanted, Payment payment = Payment::kInvoice);
[[nodiscard]] Wish swap_wish(ChildId child, CareSpan given, CareSpan wanted);
[[nodiscard]] Wish absence_wish(ChildId child, CareSpan care, AbsenceReason reason = AbsenceReason::kOther);
[[nodiscard]] Wish sick_wish(ChildId child, Date first, std::optional<Date> last = std::nullopt);

}  // namespace portal::core
