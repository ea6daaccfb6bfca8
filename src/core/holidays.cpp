#include "core/location.hpp"

#include "core/stable_sort.hpp"

namespace portal::core {
namespace {

[[nodiscard]] Date kings_day(int year) {
    // On a Sunday it is celebrated the day before.
    const Date day = Month{year, 4}.first() + 26;
    return day.weekday() == Weekday::kSunday ? day - 1 : day;
}

}  // namespace

std::vector<Closure> dutch_holidays(int year) {
    const Date easter = easter_sunday(year);
    const Date christmas = Month{year, 12}.first() + 24;
    std::vector<Closure> days{
        {Month{year, 1}.first(), "Nieuwjaarsdag", ClosureKind::kHoliday, std::nullopt},
        {easter + 1, "Tweede Paasdag", ClosureKind::kHoliday, std::nullopt},
        {kings_day(year), "Koningsdag", ClosureKind::kHoliday, std::nullopt},
        {easter + 39, "Hemelvaartsdag", ClosureKind::kHoliday, std::nullopt},
        {easter + 50, "Tweede Pinksterdag", ClosureKind::kHoliday, std::nullopt},
        {christmas, "Eerste Kerstdag", ClosureKind::kHoliday, std::nullopt},
        {christmas + 1, "Tweede Kerstdag", ClosureKind::kHoliday, std::nullopt},
    };
    if (year % 5 == 0) {
        days.push_back({Month{year, 5}.first() + 4, "Bevrijdingsdag", ClosureKind::kHoliday, std::nullopt});
    }
    stable_sort(days, [](const Closure& a, const Closure& b) { return a.date < b.date; });
    return days;
}

}  // namespace portal::core
