#pragma once

#include "app/state.hpp"
#include "core/care_context.hpp"

#include <cstddef>
#include <vector>

/// Days on which extra care can be asked, where no day was chosen beforehand.
namespace portal::app {

/// Whether some time of that day can be asked for the child; where times are free, whether the day can be.
[[nodiscard]] bool can_ask_extra(const core::CareContext& context, const core::ChildId& child, core::Date day);

/// The next days, at most `most`, on which extra care can be asked for a child of the family. Needs verdicts_ready().
[[nodiscard]] std::vector<core::Date> extra_days(const State& state, const core::CareContext& context,
                                                 std::size_t most);

}  // namespace portal::app
