#include "server/admin/answer_edits.hpp"

#include "server/auth/random.hpp"
#include "server/open_database.hpp"
#include "server/record_edits.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/records.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

/// On one line, whatever was typed.
std::string on_a_line(const std::string& value) {
    std::string line;
    for (const char c : value) {
        line += c == '\n' || c == '\t' ? ' ' : c;
    }
    return '"' + line + '"';
}

void list_waiting(storage::Transaction& transaction, std::ostream& out) {
    const std::vector<core::RecordChange> waiting = storage::list_waiting_changes(transaction);
    for (const core::RecordChange& change : waiting) {
        out << change.id << "  " << change.at.to_string() << "  " << change.by << ": " << core::to_string(change.record)
            << '.' << change.field << " of " << change.subject << ", " << on_a_line(change.old_value) << " -> "
            << on_a_line(change.new_value) << '\n';
    }
    out << waiting.size() << (waiting.size() == 1 ? " edit waits" : " edits wait") << " for an answer.\n";
}

void list_rights(storage::Transaction& transaction, std::ostream& out) {
    const core::FieldRights rights = storage::load_field_rights(transaction);
    for (const core::RecordKind kind :
         {core::RecordKind::kGuardian, core::RecordKind::kChild, core::RecordKind::kContact}) {
        for (const core::FieldSpec& spec : core::fields_of(kind)) {
            out << core::to_string(kind) << '.' << spec.name << "  "
                << core::to_string(core::right_of(rights, kind, spec)) << '\n';
        }
    }
}

void set_right(storage::Transaction& transaction, const std::string& field, const std::string& right,
               std::ostream& out) {
    const std::size_t dot = field.find('.');
    const auto kind = core::record_kind_from(std::string_view(field).substr(0, dot));
    const core::FieldSpec* spec =
        kind && dot != std::string::npos ? core::find_field(*kind, std::string_view(field).substr(dot + 1)) : nullptr;
    const auto wanted = core::field_right_from(right);
    if (spec == nullptr) {
        throw std::runtime_error("There is no field '" + field + "'; 'edits rights' lists them.");
    }
    if (!wanted) {
        throw std::runtime_error("'" + right + "' is none of direct, approval and fixed.");
    }
    if (spec->type == core::FieldType::kMasked && *wanted != core::FieldRight::kFixed) {
        throw std::runtime_error("A citizen number is never changed in the portal.");
    }
    storage::set_field_right(transaction, *kind, std::string(spec->name), *wanted);
    out << "Done: " << field << " is " << right << " from now on.\n";
}

}  // namespace

void answer_edits(const Options& options, std::ostream& out) {
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const std::vector<std::string>& words = options.words;
    if (words.empty()) {
        list_waiting(transaction, out);
    } else if (words.front() == "rights" && words.size() == 1) {
        list_rights(transaction, out);
    } else if (words.front() == "rights") {
        set_right(transaction, words[1], words[2], out);
    } else {
        const bool approved = words.front() == "approve";
        decide(transaction, words[1], approved, approved ? std::string() : options.reason, clock_of(options)->now());
        out << "Done: the edit is " << (approved ? "approved" : "rejected") << ".\n";
    }
    transaction.commit();
}

}  // namespace portal::server
