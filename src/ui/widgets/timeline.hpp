#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/list_row.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace portal::ui {

/// Where an entry stands in time, and whether something has to be done about it.
enum class TimelineMark : std::uint8_t {
    kDone,     ///< past
    kNow,      ///< under way
    kAhead,    ///< to come
    kPressing  ///< to come, and soon: something will be lost
};

struct TimelineEntry {
    std::string_view key;
    std::string_view when;  ///< "Gebruik voor 31 december"
    std::string_view title;
    std::string_view detail;
    std::string_view trailing;  ///< at the end of the title's line: "5,5 uur"
    const char* icon = nullptr;
    TimelineMark mark = TimelineMark::kAhead;
    std::optional<RowBadge> badge;
};

/// Things that happen one after the other, beside a line: lots of credit by the day on which they expire, the states of
/// a request. A list to a screen reader, called `name`.
void timeline(Ui& ui, Column& column, std::string_view key, std::string_view name,
              std::span<const TimelineEntry> entries);

}  // namespace portal::ui
