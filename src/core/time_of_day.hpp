#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace portal::core {

/// Wall-clock time at the location, to the minute; 24:00 is allowed as an end.
class TimeOfDay {
  public:
    TimeOfDay() = default;
    constexpr TimeOfDay(int hour, int minute) : minutes_(static_cast<std::int16_t>(hour * 60 + minute)) {}

    /// Exactly "HH:MM", 00:00 to 24:00.
    [[nodiscard]] static std::optional<TimeOfDay> parse(std::string_view text);

    /// What people type for a time: "9", "9:30", "09.30", "0930". Nothing when it is no time.
    [[nodiscard]] static std::optional<TimeOfDay> parse_typed(std::string_view text);

    [[nodiscard]] constexpr int minutes() const { return minutes_; }  ///< since midnight
    [[nodiscard]] std::string to_string() const;                      ///< "HH:MM"

    friend constexpr auto operator<=>(TimeOfDay, TimeOfDay) = default;

  private:
    std::int16_t minutes_ = 0;
};

/// From `start` until just before `end`.
struct TimeRange {
    TimeOfDay start;
    TimeOfDay end;

    [[nodiscard]] constexpr int minutes() const { return end.minutes() - start.minutes(); }
    [[nodiscard]] constexpr bool is_valid() const { return start < end; }
    [[nodiscard]] constexpr bool contains(const TimeRange& other) const {
        return start <= other.start && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(const TimeRange& other) const {
        return start < other.end && other.start < end;
    }

    friend constexpr auto operator<=>(const TimeRange&, const TimeRange&) = default;
};

}  // namespace portal::core
