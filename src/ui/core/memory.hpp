#pragma once

#include "app/route.hpp"
#include "core/date.hpp"
#include "semantics/node.hpp"
#include "ui/theme/theme.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace portal::ui {

/// A value that moves to its rest.
struct Motion {
    double begun = 0;         ///< seconds
    std::uint64_t frame = 0;  ///< the last one that asked for it; what is not asked for is forgotten
};

/// A value on its way from one rest to another.
struct Glide {
    float from = 0;
    float to = 0;
    double begun = 0;         ///< seconds
    std::uint64_t frame = 0;  ///< as in Motion
};

/// A dialog that is shown, and what had focus when it opened.
struct OpenDialog {
    semantics::NodeId node = semantics::kNoNode;
    semantics::NodeId opener = semantics::kNoNode;
    std::uint64_t frame = 0;  ///< in which it opened: the Escape that led to it does not close it again
};

/// What the screen knows besides the state: where pointer and focus are, how far things are scrolled, what moves.
struct Memory {
    semantics::NodeId hovered = semantics::kNoNode;
    semantics::NodeId pressed = semantics::kNoNode;
    semantics::NodeId focused = semantics::kNoNode;
    bool focus_visible = false;

    Color accent = kDefaultAccent;  ///< the organisation's

    std::unordered_map<semantics::NodeId, float> sizes;    ///< measured in the last pass, for who needs them before
    std::unordered_map<semantics::NodeId, float> scrolls;  ///< of nodes that scroll their own content
    std::unordered_map<semantics::NodeId, Motion> motions;
    std::unordered_map<semantics::NodeId, Glide> glides;
    std::uint64_t frame = 0;

    std::unordered_set<semantics::NodeId> unfolded;  ///< buttons whose text is shown

    std::optional<app::Screen> screen;   ///< that was shown last; none: sign-in
    std::string record_page;             ///< the page below Stamgegevens that was shown last
    std::uint32_t record_attempts = 0;   ///< of its form: focus has been taken to what is wrong after these
    bool whole_year = false;             ///< the calendar's year was shown last
    bool wants_home = false;             ///< the year has still to bring its month into sight
    std::optional<core::Month> sought;   ///< the month that 'Dit jaar' has still to bring into sight
    std::optional<float> wanted_scroll;  ///< where a page that appears wants to begin, CSS pixels
    bool shown_before = false;
    bool sign_in_wrong = false;       ///< focus has been taken to what is wrong
    bool account_open = false;        ///< the account's sheet
    std::vector<OpenDialog> dialogs;  ///< the last one lies over the others
    semantics::NodeId wanted_focus = semantics::kNoNode;

    std::optional<core::Date> grid_day;   ///< where arrow keys are in the month grid
    std::optional<core::Date> focus_day;  ///< the grid's cell that gets focus as soon as it exists
    float swipe = 0;                      ///< how far a finger has the month, CSS pixels
    float swipe_left_over = 0;            ///< how far it was when the finger left, as seen from the month shown now
    double swipe_end = 0;                 ///< when that was
};

}  // namespace portal::ui
