#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <string>
#include <string_view>

namespace portal::ui {

/// From and until, each in the browser's own field for a time.
struct TimeRangeField {
    std::string_view key;
    Caption caption;
    std::string_view start;  ///< "07:30", or as far as it is typed
    std::string_view end;
    bool start_invalid = false;  ///< which of the two the error is about
    bool end_invalid = false;
    bool disabled = false;
};

/// What the parent changed; null for what stayed.
struct TimeRangeTyped {
    const std::string* start = nullptr;
    const std::string* end = nullptr;
};
TimeRangeTyped time_range_field(Ui& ui, Column& column, const TimeRangeField& field);

}  // namespace portal::ui
