#pragma once

#include "core/location.hpp"
#include "core/request.hpp"

#include <cstdint>
#include <vector>

namespace portal::core {

/// A calendar made ready for many questions about the days of a range; days outside it are answered as well, slower.
/// The calendar must outlive it.
class CalendarIndex {
  public:
    CalendarIndex(const CareCalendar& calendar, DateRange range);

    [[nodiscard]] bool is_working_day(Date date) const;
    [[nodiscard]] bool is_school_holiday(Date date) const;
    [[nodiscard]] bool applies(DayKind kind, Date date) const;
    [[nodiscard]] const Closure* closure(Date date, const LocationId& location) const;
    [[nodiscard]] const SpecialDay* special_day(Date date, const LocationId& location) const;
    [[nodiscard]] const CareCalendar& calendar() const { return calendar_; }

  private:
    [[nodiscard]] std::uint8_t flags(Date date) const;

    const CareCalendar& calendar_;
    DateRange range_;
    std::vector<std::uint8_t> flags_;         // a day each
    std::vector<const Closure*> closures_;    // in the range, by date
    std::vector<const SpecialDay*> special_;  // likewise
};

/// When the offer's location is open that day, early closings reckoned with; nothing on closed days. On a study day
/// that the rules offer, out-of-school care has the hours of the school holidays.
[[nodiscard]] std::optional<TimeRange> opening_hours(const CareOffer& offer, const CareRules& rules,
                                                     const CalendarIndex& days, Date date);

/// The slots that can be asked that day under the same rules, by start.
[[nodiscard]] std::vector<Slot> slots_on(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                                         Date date);

/// Whether the times are exactly those of a slot.
[[nodiscard]] bool is_slot(const CareOffer& offer, const CareRules& rules, const CalendarIndex& days,
                           const CareSpan& care);

/// The shortest slot of the day that holds the care; nothing where none does.
[[nodiscard]] std::optional<TimeRange> shortest_slot_around(const CareOffer& offer, const CareRules& rules,
                                                            const CalendarIndex& days, const CareSpan& care);

/// When the day's last slot begins; nothing on days without slots.
[[nodiscard]] std::optional<TimeOfDay> last_slot_start(const CareOffer& offer, const CareRules& rules,
                                                       const CalendarIndex& days, Date date);

/// When the location closes that day for all, where the rules make it close early.
[[nodiscard]] std::optional<TimeOfDay> early_closing(const ClosureRules& rules, Date date);

}  // namespace portal::core
