#pragma once

#include "core/care_event.hpp"
#include "core/rule_book.hpp"

#include <optional>

namespace portal::core {

/// What a card of `strips` costs when it is bought; nothing where no such card is sold.
[[nodiscard]] std::optional<Money> card_price(const CareRules& rules, const PlacementContract& contract, int strips);

/// The booking of a card bought at `now`, valid until the rules' period after that day.
[[nodiscard]] std::optional<CreditBooking> card_purchase(const CareRules& rules, const PlacementContract& contract,
                                                         int strips, Instant now);

}  // namespace portal::core
