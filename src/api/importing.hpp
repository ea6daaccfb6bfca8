#pragma once

#include "api/office_import.hpp"

#include <vector>

/// What the readers of imports share. Internal to api.
namespace portal::api {

[[nodiscard]] inline ImportRows read_rows(std::string_view text, FileForm form, const RowFormat& format) {
    return form == FileForm::kTable ? read_rows_csv(text, format) : read_rows_json(text, format);
}

/// A thing for each row.
template <class T>
Import<T> read_each(ImportRows rows, T (*read)(ImportRow&)) {
    Import<T> import{{}, std::move(rows.faults)};
    for (ImportRow& row : rows.rows) {
        T value = read(row);
        if (row.fault().empty()) {
            import.items.push_back({row.place(), std::move(value)});
        } else {
            import.faults.push_back({row.place(), row.fault()});
        }
    }
    return import;
}

/// A thing for each group of rows; nothing of one with a wrong row.
template <class T>
Import<T> read_groups(ImportRows rows, const RowFormat& format, const std::vector<std::string>& keys,
                      T (*read)(RowGroup&)) {
    Import<T> import{{}, std::move(rows.faults)};
    for (RowGroup& group : grouped(std::move(rows.rows), format, keys)) {
        T value = read(group);
        const std::size_t faults = import.faults.size();
        for (const ImportRow& row : group) {
            if (!row.fault().empty()) {
                import.faults.push_back({row.place(), row.fault()});
            }
        }
        if (import.faults.size() == faults) {
            import.items.push_back({group.front().place(), std::move(value)});
        }
    }
    return import;
}

/// "weekdays", Monday is 1, with spaces between.
[[nodiscard]] std::vector<core::Weekday> weekdays_of(ImportRow& row);

/// "start" and "end" of a day, the latter later.
[[nodiscard]] core::TimeRange times_of(ImportRow& row, const std::string& start, const std::string& end);

[[nodiscard]] core::DayKind day_kind_of(ImportRow& row);

}  // namespace portal::api
