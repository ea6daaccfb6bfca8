#include "core/log.hpp"

#include "core/names.hpp"
#include "core/stable_sort.hpp"

namespace portal::core {
namespace {

constexpr Names<LogKind, 7> kKinds{{{LogKind::kExtra, "extra"},
                                    {LogKind::kSwap, "swap"},
                                    {LogKind::kAbsence, "absence"},
                                    {LogKind::kSick, "sick"},
                                    {LogKind::kGuardian, "guardian"},
                                    {LogKind::kChild, "child"},
                                    {LogKind::kContact, "contact"}}};

bool passes(const LogFilter& filter, const LogEntry& entry) {
    const ChildId& child = entry.request != nullptr ? entry.request->child : entry.change->child;
    const Date day = amsterdam::local_time(entry.at()).date;
    const std::string& id = entry.request != nullptr ? entry.request->id.value : entry.change->id;
    return (filter.id.empty() || filter.id == id) && (filter.child.empty() || filter.child == child) &&
           (!filter.kind || *filter.kind == entry.kind()) && (!filter.from || *filter.from <= day) &&
           (!filter.until || day <= *filter.until);
}

}  // namespace

std::string_view to_string(LogKind kind) {
    return name_of(kKinds, kind);
}

std::optional<LogKind> log_kind_from(std::string_view text) {
    return value_of(kKinds, text);
}

LogKind LogEntry::kind() const {
    if (request == nullptr) {
        switch (change->record) {
            case RecordKind::kGuardian:
                return LogKind::kGuardian;
            case RecordKind::kChild:
                return LogKind::kChild;
            case RecordKind::kContact:
                break;
        }
        return LogKind::kContact;
    }
    switch (request->kind) {
        case RequestKind::kExtra:
            return LogKind::kExtra;
        case RequestKind::kSwap:
            return LogKind::kSwap;
        case RequestKind::kAbsence:
            return LogKind::kAbsence;
        case RequestKind::kSick:
            break;
    }
    return LogKind::kSick;
}

std::vector<LogEntry> log_entries(const std::vector<ChangeRequest>& requests, const std::vector<RecordChange>& changes,
                                  const LogFilter& filter) {
    std::vector<LogEntry> entries;
    const auto add = [&](const LogEntry& entry) {
        if (passes(filter, entry)) {
            entries.push_back(entry);
        }
    };
    for (const ChangeRequest& request : requests) {
        add({&request, nullptr});
    }
    for (const RecordChange& change : changes) {
        add({nullptr, &change});
    }
    stable_sort(entries, [](const LogEntry& a, const LogEntry& b) { return b.at() < a.at(); });
    return entries;
}

}  // namespace portal::core
