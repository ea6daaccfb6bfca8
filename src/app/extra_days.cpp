#include "app/extra_days.hpp"

#include "core/evaluate.hpp"

#include <algorithm>

namespace portal::app {

bool can_ask_extra(const core::CareContext& context, const core::ChildId& child, core::Date day) {
    const core::Verdict whole = core::evaluate_day(context, child, day).extra;
    if (!whole.allowed() || whole.rules == nullptr || whole.offer == nullptr) {
        return false;
    }
    if (whole.rules->extra.free_times) {
        return true;
    }
    const std::vector<core::Slot> slots = core::slots_on(*whole.offer, *whole.rules, context.days(), day);
    return std::any_of(slots.begin(), slots.end(), [&](const core::Slot& slot) {
        const auto possible = [&](core::Payment payment) {
            return core::evaluate(context, core::extra_wish(child, {day, slot.time}, payment)).allowed();
        };
        return possible(core::Payment::kInvoice) || possible(core::Payment::kCredit) ||
               possible(core::Payment::kCreditAndInvoice);
    });
}

std::vector<core::Date> extra_days(const State& state, const core::CareContext& context, std::size_t most) {
    constexpr int kFarthest = 56;  // beyond eight weeks the month is the better way to look
    std::vector<core::Date> days;
    const auto& children = state.family.value->children;
    for (core::Date day = context.today(); day <= context.today() + kFarthest && days.size() < most; day = day + 1) {
        if (std::any_of(children.begin(), children.end(),
                        [&](const core::Child& child) { return can_ask_extra(context, child.id, day); })) {
            days.push_back(day);
        }
    }
    return days;
}

}  // namespace portal::app
