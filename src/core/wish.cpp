#include "core/wish.hpp"

#include <utility>

namespace portal::core {
namespace {

[[nodiscard]] Wish wish_for(RequestKind kind, ChildId child, Date date, TimeRange time) {
    Wish wish;
    wish.kind = kind;
    wish.child = std::move(child);
    wish.date = date;
    wish.time = time;
    return wish;
}

}  // namespace

Wish extra_wish(ChildId child, CareSpan wanted, Payment payment) {
    Wish wish = wish_for(RequestKind::kExtra, std::move(child), wanted.date, wanted.time);
    wish.payment = payment;
    return wish;
}

Wish swap_wish(ChildId child, CareSpan given, CareSpan wanted) {
    Wish wish = wish_for(RequestKind::kSwap, std::move(child), wanted.date, wanted.time);
    wish.given = given;
    return wish;
}

Wish absence_wish(ChildId child, CareSpan care, AbsenceReason reason) {
    Wish wish = wish_for(RequestKind::kAbsence, std::move(child), care.date, care.time);
    wish.reason = reason;
    return wish;
}

Wish sick_wish(ChildId child, Date first, std::optional<Date> last) {
    Wish wish = wish_for(RequestKind::kSick, std::move(child), first, {});
    wish.last = last;
    return wish;
}

}  // namespace portal::core
