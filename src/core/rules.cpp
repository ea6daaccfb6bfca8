#include "core/rules.hpp"

#include "core/location.hpp"
#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<Notice::Unit, 3> kUnits{
    {{Notice::Unit::kHours, "hours"}, {Notice::Unit::kDays, "days"}, {Notice::Unit::kWorkingDays, "working-days"}}};

constexpr TimeOfDay kMidnight{24, 0};

[[nodiscard]] Date working_days_before(const CareCalendar& calendar, Date date, int count) {
    while (count > 0) {
        date = date - 1;
        if (calendar.is_working_day(date)) {
            --count;
        }
    }
    return date;
}

}  // namespace

std::string_view to_string(Notice::Unit unit) {
    return name_of(kUnits, unit);
}

std::optional<Notice::Unit> notice_unit_from(std::string_view text) {
    return value_of(kUnits, text);
}

Instant deadline(const Notice& notice, const CareCalendar& calendar, Date date, TimeOfDay start) {
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

}  // namespace portal::core
