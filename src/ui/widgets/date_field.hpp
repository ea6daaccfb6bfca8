#pragma once

#include "core/date.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/caption.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace portal::ui {

/// A day in the near past or future, typed or picked from the browser's own calendar.
struct DateField {
    std::string_view key;
    Caption caption;
    std::string_view value;  ///< "2026-11-23", or empty
    std::optional<core::Date> earliest;
    std::optional<core::Date> latest;
    bool required = false;
    bool disabled = false;
};

/// The new day as "2026-11-23", or empty while it is not complete.
const std::string* date_field(Ui& ui, Column& column, const DateField& field);

/// A day as it is typed into three boxes.
struct DateParts {
    std::string day;
    std::string month;
    std::string year;

    [[nodiscard]] static DateParts of(core::Date date);
    /// Nothing when there is no such day.
    [[nodiscard]] std::optional<core::Date> date() const;

    friend bool operator==(const DateParts& a, const DateParts& b) {
        return a.day == b.day && a.month == b.month && a.year == b.year;
    }
};

/// A day that one knows by heart, such as a birthday: day, month and year in boxes of their own.
/// https://design-system.service.gov.uk/components/date-input/
struct MemorableDate {
    std::string_view key;
    Caption caption;
    DateParts parts;
    std::string_view autocomplete;  ///< "bday", for one's own
    bool required = false;
    bool disabled = false;
};

/// The parts when the parent changed one of them.
std::optional<DateParts> memorable_date(Ui& ui, Column& column, const MemorableDate& date);

}  // namespace portal::ui
