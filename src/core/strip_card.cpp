#include "core/strip_card.hpp"

#include <algorithm>

namespace portal::core {

std::optional<Money> card_price(const CareRules& rules, const PlacementContract& contract, int strips) {
    if (!rules.strip_card) {
        return std::nullopt;
    }
    const std::vector<int>& sizes = rules.strip_card->card_sizes;
    if (std::find(sizes.begin(), sizes.end(), strips) == sizes.end()) {
        return std::nullopt;
    }
    return price_of(strips * rules.strip_card->strip_minutes, rules.extra.hourly_rate.value_or(contract.hourly_rate));
}

std::optional<CreditBooking> card_purchase(const CareRules& rules, const PlacementContract& contract, int strips,
                                           Instant now) {
    if (!card_price(rules, contract, strips)) {
        return std::nullopt;
    }
    CreditBooking booking;
    booking.child = contract.child;
    booking.credit = {CreditUnit::kStrips, strips};
    booking.purchased = true;
    booking.use_before = amsterdam::local_time(now).date + rules.strip_card->validity;
    booking.at = now;
    return booking;
}

}  // namespace portal::core
