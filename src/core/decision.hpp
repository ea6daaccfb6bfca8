#pragma once

#include "core/calendar_index.hpp"
#include "core/care_facts.hpp"
#include "core/request.hpp"

#include <vector>

namespace portal::core {

/// When an answer is due on a request sent at `submitted` for care on `date`: never before the end of the first working
/// day after it was sent where the rule's own moment has gone by.
[[nodiscard]] Instant decision_due(const DecisionRule& rule, const CalendarIndex& days, Instant submitted, Date date);

/// Which class of wishes a request belongs to.
[[nodiscard]] GrantClass grant_class(const CareFacts& facts, const ChangeRequest& request);

/// Puts requests of one location and care type into the order in which places are given out.
void sort_for_granting(const CareFacts& facts, const GrantOrder& order, std::vector<ChangeRequest>& requests);

}  // namespace portal::core
