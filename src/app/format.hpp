#pragma once

#include "app/text.hpp"
#include "core/credit_amount.hpp"
#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/location.hpp"
#include "core/money.hpp"
#include "core/time_of_day.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// Values as people say them, in their language.
namespace portal::app {

/// The text with every "{name}" replaced. Unknown names stay as they are.
[[nodiscard]] std::string translate(Language language, Text key,
                                    std::initializer_list<std::pair<std::string_view, std::string_view>> values = {});

[[nodiscard]] std::string month_name(Language language, core::Month month);        ///< "november 2026"
[[nodiscard]] std::string month_alone(Language language, core::Month month);       ///< "november"
[[nodiscard]] std::string month_short(Language language, core::Month month);       ///< "nov"
[[nodiscard]] std::string day_name(Language language, core::Date date);            ///< "woensdag 25 november"
[[nodiscard]] std::string day_name_with_year(Language language, core::Date date);  ///< "woensdag 25 november 2026"
[[nodiscard]] std::string short_date(Language language, core::Date date);          ///< "wo 25 nov"
[[nodiscard]] std::string plain_date(Language language, core::Date date);          ///< "25 november 2026"
[[nodiscard]] std::string weekday_short(Language language, core::Weekday day);     ///< "wo"
[[nodiscard]] std::string weekday_long(Language language, core::Weekday day);      ///< "woensdag"
[[nodiscard]] std::string time_range(core::TimeRange time);                        ///< "07:30–13:00"
[[nodiscard]] std::string time_range_in_words(Language language, core::TimeRange time);  ///< "07:30 tot 13:00"
[[nodiscard]] std::string money(Language language, core::Money amount);                  ///< "€ 1.234,56"
[[nodiscard]] std::string moment(Language language, core::Instant instant);    ///< "dinsdag 24 november om 12:00"
[[nodiscard]] std::string time_left(Language language, std::int64_t seconds);  ///< "3 dagen en 20 uur"
[[nodiscard]] std::string time_ago(Language language, std::int64_t seconds);   ///< "2 uur geleden", "zojuist"
[[nodiscard]] std::string duration(Language language, std::int64_t minutes);   ///< "5,5 uur", "45 minuten"
[[nodiscard]] std::string credit(Language language, core::Credit amount);      ///< "5,5 uur", "2 dagdelen"
[[nodiscard]] std::string weeks(Language language, int count);                 ///< "6 weken"
[[nodiscard]] std::string days(Language language, int count);                  ///< "13 dagen"
[[nodiscard]] std::string hours(Language language, int minutes);              ///< "104,5 uur", to the nearest hundredth
[[nodiscard]] std::string hour_count(Language language, int minutes);         ///< "104,5", where a head says of what
[[nodiscard]] std::string care_type(Language language, core::CareType type);  ///< "Dagopvang"

}  // namespace portal::app
