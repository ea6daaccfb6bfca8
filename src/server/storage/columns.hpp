#pragma once

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/time_of_day.hpp"

#include <soci/soci.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// Columns as values of `core`, for the .cpp files of storage/. What the tables hold was written by this program, so a
/// column that cannot be read is a broken database: std::runtime_error.
namespace portal::server::storage {

template <class T>
[[nodiscard]] T read_column(const std::string& text, std::optional<T> (*parse)(std::string_view)) {
    const std::optional<T> value = parse(text);
    if (!value) {
        throw std::runtime_error("a column holds a value of no known form");
    }
    return *value;
}

[[nodiscard]] inline core::Date to_date(const std::string& text) {
    return read_column(text, core::Date::parse);
}

[[nodiscard]] inline core::Instant to_instant(const std::string& text) {
    return read_column(text, core::Instant::parse);
}

[[nodiscard]] inline core::TimeOfDay to_time(const std::string& text) {
    return read_column(text, core::TimeOfDay::parse);
}

[[nodiscard]] inline core::TimeRange to_range(const std::string& start, const std::string& end) {
    return {to_time(start), to_time(end)};
}

[[nodiscard]] inline core::Weekday to_weekday(int number) {
    if (number < 1 || number > 7) {
        throw std::runtime_error("a column holds no weekday");
    }
    return static_cast<core::Weekday>(number - 1);
}

[[nodiscard]] inline int number_of(core::Weekday weekday) {
    return static_cast<int>(weekday) + 1;
}

/// A value with the indicator that SOCI needs to write NULL in its place.
template <class T>
struct Nullable {
    T value{};
    soci::indicator indicator = soci::i_null;

    Nullable() = default;
    explicit Nullable(std::optional<T> from) {
        if (from) {
            value = std::move(*from);
            indicator = soci::i_ok;
        }
    }
    [[nodiscard]] bool has_value() const { return indicator == soci::i_ok; }
};

/// `to_string` of what is there.
template <class T>
[[nodiscard]] Nullable<std::string> nullable_text(const std::optional<T>& value) {
    return value ? Nullable<std::string>{value->to_string()} : Nullable<std::string>{};
}

}  // namespace portal::server::storage
