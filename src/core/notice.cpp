#include "core/notice.hpp"

#include "core/calendar_index.hpp"
#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<Notice::Unit, 3> kNoticeUnits{
    {{Notice::Unit::kHours, "hours"}, {Notice::Unit::kDays, "days"}, {Notice::Unit::kWorkingDays, "working-days"}}};

constexpr Names<Period::Unit, 3> kPeriodUnits{
    {{Period::Unit::kDays, "days"}, {Period::Unit::kWeeks, "weeks"}, {Period::Unit::kMonths, "months"}}};

constexpr Names<DateWindow::Kind, 4> kWindowKinds{{{DateWindow::Kind::kAround, "around"},
                                                   {DateWindow::Kind::kSameWeek, "same-week"},
                                                   {DateWindow::Kind::kSameMonth, "same-month"},
                                                   {DateWindow::Kind::kSameYear, "same-year"}}};

constexpr TimeOfDay kMidnight{24, 0};

template <class Calendar>
[[nodiscard]] Date working_days_before(const Calendar& calendar, Date date, int count) {
    while (count > 0) {
        date = date - 1;
        if (calendar.is_working_day(date)) {
            --count;
        }
    }
    return date;
}

template <class Calendar>
[[nodiscard]] Instant deadline_by(const Notice& notice, const Calendar& calendar, Date date, TimeOfDay start) {
    switch (notice.unit) {
        case Notice::Unit::kHours:
            return {amsterdam::instant(date, start).seconds - std::int64_t{3600} * notice.amount};
        case Notice::Unit::kDays:
            return amsterdam::instant(date - notice.amount, notice.until.value_or(kMidnight));
        case Notice::Unit::kWorkingDays:
            return amsterdam::instant(working_days_before(calendar, date, notice.amount),
                                      notice.until.value_or(kMidnight));
    }
    return {};
}

[[nodiscard]] Date months_later(Date date, int months) {
    const Month month = Month::of(date).plus(months);
    return month.first() + (std::min(date.day(), month.last().day()) - 1);
}

[[nodiscard]] Date moved(Date date, const Period& period, int direction) {
    switch (period.unit) {
        case Period::Unit::kDays:
            return date + direction * period.amount;
        case Period::Unit::kWeeks:
            return date + direction * period.amount * 7;
        case Period::Unit::kMonths:
            return months_later(date, direction * period.amount);
    }
    return date;
}

template <class Calendar>
[[nodiscard]] Date working_days_after(const Calendar& calendar, Date date, int count) {
    while (count > 0) {
        date = date + 1;
        if (calendar.is_working_day(date)) {
            --count;
        }
    }
    return date;
}

template <class Calendar>
[[nodiscard]] DateRange dates_by(const DateWindow& window, const Calendar& calendar, Date date) {
    switch (window.kind) {
        case DateWindow::Kind::kAround:
            return {date - window.before, date + window.after};
        case DateWindow::Kind::kSameWeek:
            return {date.monday(), date.monday() + 6};
        case DateWindow::Kind::kSameMonth: {
            const Month month = Month::of(date);
            return {month.first(), working_days_after(calendar, month.last(), window.working_days_after)};
        }
        case DateWindow::Kind::kSameYear:
            return {Month{date.year(), 1}.first(), Month{date.year(), 12}.last()};
    }
    return {date, date};
}

}  // namespace

std::string_view to_string(Notice::Unit unit) {
    return name_of(kNoticeUnits, unit);
}

std::optional<Notice::Unit> notice_unit_from(std::string_view text) {
    return value_of(kNoticeUnits, text);
}

std::string_view to_string(Period::Unit unit) {
    return name_of(kPeriodUnits, unit);
}

std::optional<Period::Unit> period_unit_from(std::string_view text) {
    return value_of(kPeriodUnits, text);
}

std::string_view to_string(DateWindow::Kind kind) {
    return name_of(kWindowKinds, kind);
}

std::optional<DateWindow::Kind> date_window_kind_from(std::string_view text) {
    return value_of(kWindowKinds, text);
}

Instant deadline(const Notice& notice, const CareCalendar& calendar, Date date, TimeOfDay start) {
    return deadline_by(notice, calendar, date, start);
}

Instant deadline(const Notice& notice, const CalendarIndex& days, Date date, TimeOfDay start) {
    return deadline_by(notice, days, date, start);
}

Date operator+(Date date, const Period& period) {
    return moved(date, period, 1);
}

Date operator-(Date date, const Period& period) {
    return moved(date, period, -1);
}

DateRange dates_of(const DateWindow& window, const CareCalendar& calendar, Date date) {
    return dates_by(window, calendar, date);
}

DateRange dates_of(const DateWindow& window, const CalendarIndex& days, Date date) {
    return dates_by(window, days, date);
}

}  // namespace portal::core
