#include "app/record_form.hpp"

#include "app/record_texts.hpp"

#include <algorithm>
#include <utility>

namespace portal::app {
namespace {

/// In the one form of its field, for comparing.
std::string normal(const core::FieldSpec& spec, const std::string& value, core::Date today) {
    core::Checked checked = core::check_field(spec, value, today);
    return checked.error ? value : checked.value;
}

}  // namespace

std::string editable_text(const core::FieldSpec& spec, const std::string& value) {
    switch (spec.type) {
        case core::FieldType::kPhone:
            return phone_number(value);
        case core::FieldType::kIban:
            return grouped_iban(value);
        default:
            return value;
    }
}

std::string shown_text(const RecordForm& form, const core::FieldSpec& spec) {
    const auto typed = form.typed.find(std::string(spec.name));
    return typed != form.typed.end() ? typed->second : editable_text(spec, core::wanted_value(form.base, spec.name));
}

std::vector<core::FieldInput> inputs_of(const RecordForm& form) {
    std::map<std::string, std::string> inputs = form.typed;
    if (form.is_new()) {
        for (const core::RecordField& field : form.base.fields) {
            inputs.emplace(field.name, field.value);
        }
    }
    return {inputs.begin(), inputs.end()};
}

void rebase(RecordForm& form, core::Record current, core::Date today) {
    form.conflicts.clear();
    form.taken_over.clear();
    for (const core::FieldSpec& spec : core::fields_of(current.kind)) {
        const std::string name(spec.name);
        const std::string before = normal(spec, core::wanted_value(form.base, name), today);
        const std::string theirs = core::wanted_value(current, name);
        const std::string now = normal(spec, theirs, today);
        const auto typed = form.typed.find(name);
        const bool is_mine = typed != form.typed.end() && normal(spec, typed->second, today) != before;
        if (!is_mine && now != before) {
            form.taken_over.push_back(name);
        }
        if (typed != form.typed.end() && (!is_mine || normal(spec, typed->second, today) == now)) {
            form.typed.erase(typed);
        } else if (is_mine && now != before) {
            form.conflicts.push_back({name, typed->second, theirs, std::nullopt});
        }
    }
    form.base = std::move(current);
}

bool has_open_conflict(const RecordForm& form) {
    return std::any_of(form.conflicts.begin(), form.conflicts.end(),
                       [](const FieldConflict& conflict) { return !conflict.keeps_mine; });
}

}  // namespace portal::app
