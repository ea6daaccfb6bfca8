#include "server/http/http_date.hpp"

#include "core/date.hpp"

#include <array>

namespace portal::server::http {

std::string http_date(core::Instant moment) {
    constexpr std::array<const char*, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    // "2026-11-23T08:15:00Z" has everything but the names.
    const std::string text = moment.to_string();
    const core::Date date = core::Date::parse(text.substr(0, 10)).value_or(core::Date{});
    return std::string(kDays[static_cast<std::size_t>(date.weekday())]) + ", " + text.substr(8, 2) + ' ' +
           kMonths[static_cast<std::size_t>(date.month() - 1)] + ' ' + text.substr(0, 4) + ' ' + text.substr(11, 8) +
           " GMT";
}

}  // namespace portal::server::http
