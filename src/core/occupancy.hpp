#pragma once

#include "core/family.hpp"
#include "core/location.hpp"
#include "core/request.hpp"

#include <optional>
#include <vector>

namespace portal::core {

enum class CareState : std::uint8_t {
    kContract,
    kExtraRequested,
    kExtraApproved,
    kSwapRequested,  ///< care wanted in place of other care
    kSwapApproved,
    kGivenUpRequested,  ///< contracted care that is given up if that swap is approved; the child is still expected
    kGivenUp,
    kAbsent,  ///< reported not to be used
    kSick,
};

/// Whether the child is expected then.
[[nodiscard]] constexpr bool is_expected(CareState state) {
    return state < CareState::kGivenUp;
}

[[nodiscard]] std::string_view to_string(CareState state);
[[nodiscard]] std::optional<CareState> care_state_from(std::string_view text);

/// One block of care of one child on one day.
struct CareBlock {
    ChildId child;
    Date date;
    TimeRange time;
    CareState state = CareState::kContract;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    std::optional<RequestId> request;  ///< where the block comes from a request

    friend bool operator==(const CareBlock&, const CareBlock&) = default;
};

/// The care that a request adds: nothing unless it stands, and nothing for absence and illness.
[[nodiscard]] std::optional<CareBlock> block_of(const ChangeRequest& request);

/// Puts blocks into the order of `occupancy`: by date, time, child, location and state.
void sort_blocks(std::vector<CareBlock>& blocks);

/// The bezetting: all care from `first` to `last`, by date, time and child. Derived each time: contracts give blocks
/// on days that are not closed, requests that stand add theirs or change them; nothing of it is stored. A part given up
/// of a contracted block leaves the rest of it standing.
[[nodiscard]] std::vector<CareBlock> occupancy(const Family& family, const CareCalendar& calendar,
                                               const std::vector<ChangeRequest>& requests, Date first, Date last);

/// The same with the early closings of the rules.
[[nodiscard]] std::vector<CareBlock> occupancy(const Family& family, const CareCalendar& calendar,
                                               const RuleBook& rules, const std::vector<ChangeRequest>& requests,
                                               Date first, Date last);

}  // namespace portal::core
