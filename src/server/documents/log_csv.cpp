#include "server/documents/csv_line.hpp"
#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"

#include <algorithm>

namespace portal::server::documents {
namespace {

using core::ChangeRequest;
using core::RecordChange;

/// "2026-11-23 10:00": spreadsheets read it as a moment, whatever their language.
std::string moment(core::Instant at) {
    const core::LocalTime local = core::amsterdam::local_time(at);
    return local.date.to_string() + ' ' + local.time.to_string();
}

std::string moment(const std::optional<core::Instant>& at) {
    return at ? moment(*at) : std::string();
}

/// "birthDate" as keys are written, "birth_date".
std::string key_of_field(std::string_view field) {
    std::string key;
    for (const char c : field) {
        const bool capital = c >= 'A' && c <= 'Z';
        key += capital ? "_" : "";
        key += capital ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return key;
}

std::string field_text(Language language, const RecordChange& change) {
    switch (change.action) {
        case RecordChange::Action::kAdded:
            return std::string(text(language, Text::log_action_added));
        case RecordChange::Action::kRemoved:
            return std::string(text(language, Text::log_action_removed));
        case RecordChange::Action::kOrdered:
            return std::string(text(language, Text::log_action_ordered));
        case RecordChange::Action::kChanged:
            break;
    }
    const bool known_as = change.record == core::RecordKind::kChild && change.field == "firstName";
    return named(language, "field", known_as ? "known_as" : key_of_field(change.field));
}

std::string value_text(Language language, const RecordChange& change, const std::string& value) {
    const core::FieldSpec* spec = core::find_field(change.record, change.field);
    const bool chosen = spec != nullptr &&
                        (spec->type == core::FieldType::kChoice || spec->type == core::FieldType::kYesNo ||
                         spec->type == core::FieldType::kConsent) &&
                        !value.empty();
    return chosen ? named(language, "choice", value == "none" ? "no_vaccinations" : value) : value;
}

std::string span_text(core::Date date, core::TimeRange time) {
    return date.to_string() + ' ' + time.start.to_string() + "–" + time.end.to_string();
}

std::string wanted_text(Language language, const ChangeRequest& request) {
    if (request.kind != core::RequestKind::kSick) {
        return span_text(request.date, request.time);
    }
    const std::string first = request.date.to_string();
    return request.last ? with(language, Text::log_sick_until, {{"first", first}, {"last", request.last->to_string()}})
                        : with(language, Text::log_sick_from, {{"first", first}});
}

std::string state_text(Language language, const ChangeRequest& request) {
    const bool report = request.kind == core::RequestKind::kAbsence || request.kind == core::RequestKind::kSick;
    return report && request.state == core::RequestState::kApproved
               ? std::string(text(language, Text::log_state_reported))
               : named(language, "log", "state_" + std::string(core::to_string(request.state)));
}

/// When it became what it is: the last thing that happened to it.
std::optional<core::Instant> ended_at(const ChangeRequest& request) {
    return request.expired_at ? request.expired_at : request.withdrawn_at ? request.withdrawn_at : request.decided_at;
}

std::string line_of(Language language, const core::Family& family, const ChangeRequest& request) {
    const core::Child* child = core::find_child(family, request.child);
    CsvLine line;
    line.put(moment(request.submitted_at))
        .name(request.submitted_by)
        .name(named(language, "log", "kind_" + std::string(core::to_string(request.kind))))
        .name(child != nullptr ? child->first_name + ' ' + child->last_name : std::string())
        .name("")
        .name(request.given ? span_text(request.given->date, request.given->time) : std::string())
        .name(wanted_text(language, request))
        .name(state_text(language, request))
        .put(moment(ended_at(request)))
        .name(request.decision_reason)
        .hundredths(language, request.price.cents);
    return line.end();
}

std::string line_of(Language language, const RecordChange& change) {
    CsvLine line;
    line.put(moment(change.at))
        .name(change.by)
        .name(named(language, "log", "kind_" + std::string(core::to_string(change.record))))
        .name(change.subject)
        .name(field_text(language, change))
        .name(value_text(language, change, change.old_value))
        .name(value_text(language, change, change.new_value))
        .name(named(language, "log", "state_" + std::string(core::to_string(change.state))))
        .put(moment(change.decided_at))
        .name(change.reason)
        .put("");
    return line.end();
}

}  // namespace

std::string log_csv(Language language, const core::Family& family, const std::vector<core::LogEntry>& entries) {
    CsvLine titles;
    for (const Text title :
         {Text::log_moment, Text::log_by, Text::log_kind, Text::log_subject, Text::log_field, Text::log_old,
          Text::log_new, Text::log_state, Text::log_decided, Text::log_answer, Text::log_price}) {
        titles.name(std::string(text(language, title)));
    }
    std::string table = kByteOrderMark + titles.end();
    for (const core::LogEntry& entry : entries) {
        table +=
            entry.request != nullptr ? line_of(language, family, *entry.request) : line_of(language, *entry.change);
    }
    return table;
}

}  // namespace portal::server::documents
