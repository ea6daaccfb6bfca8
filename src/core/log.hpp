#pragma once

#include "core/record_change.hpp"
#include "core/request.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::core {

/// What an entry of Logboek is about: a change of care, or of a record.
enum class LogKind : std::uint8_t { kExtra, kSwap, kAbsence, kSick, kGuardian, kChild, kContact };

/// Wire names as those of RequestKind and RecordKind.
[[nodiscard]] std::string_view to_string(LogKind kind);
[[nodiscard]] std::optional<LogKind> log_kind_from(std::string_view text);

/// Which entries are wanted; what is absent leaves nothing out.
struct LogFilter {
    ChildId child;  ///< empty: of all children, and of guardians
    std::optional<LogKind> kind;
    std::optional<Date> from;   ///< the first day on which it was asked or changed, in the Netherlands
    std::optional<Date> until;  ///< the last
    std::string id{};           ///< of the one entry that is wanted; empty: of all

    friend bool operator==(const LogFilter&, const LogFilter&) = default;
};

/// Something that was asked or changed: one of the two.
struct LogEntry {
    const ChangeRequest* request = nullptr;
    const RecordChange* change = nullptr;

    [[nodiscard]] Instant at() const { return request != nullptr ? request->submitted_at : change->at; }
    [[nodiscard]] LogKind kind() const;
};

/// Those that the filter lets pass, the newest first. They point into the lists, which begin with the newest each.
[[nodiscard]] std::vector<LogEntry> log_entries(const std::vector<ChangeRequest>& requests,
                                                const std::vector<RecordChange>& changes, const LogFilter& filter);

}  // namespace portal::core
