#include "api/records_codec.hpp"
#include "app/format.hpp"
#include "app/keeping.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"
#include "app/unsent.hpp"

#include <algorithm>
#include <utility>

namespace portal::app::reducers {
namespace {

using core::Record;
using core::RecordKind;

constexpr int kUnauthorized = 401;
constexpr int kChangedMeanwhile = 412;

std::vector<Record>& list_of(core::FamilyRecords& records, RecordKind kind) {
    return kind == RecordKind::kGuardian ? records.guardians
           : kind == RecordKind::kChild  ? records.children
                                         : records.contacts;
}

/// Puts a record in the place of what was known of it. A new contact comes behind those of its child.
void put(core::FamilyRecords& records, const Record& changed) {
    std::vector<Record>& list = list_of(records, changed.kind);
    const auto known =
        std::find_if(list.begin(), list.end(), [&](const Record& other) { return other.id == changed.id; });
    if (known != list.end()) {
        *known = changed;
    } else {
        list.push_back(changed);
    }
}

std::string path_of(const RecordForm& form) {
    switch (form.base.kind) {
        case RecordKind::kGuardian:
            return "/guardians/" + form.base.id;
        case RecordKind::kChild:
            return "/children/" + form.base.id;
        case RecordKind::kContact:
            break;
    }
    return form.is_new() ? "/children/" + form.base.child + "/emergency-contacts"
                         : "/emergency-contacts/" + form.base.id;
}

/// The form that awaits this answer, with the path of its page.
std::map<std::string, RecordForm>::iterator form_awaiting(State& state, std::uint64_t request) {
    return std::find_if(state.record_forms.begin(), state.record_forms.end(),
                        [&](const auto& entry) { return entry.second.request == request; });
}

/// The form that waits until what was written in it is kept.
std::map<std::string, RecordForm>::iterator form_written_as(State& state, const std::string& key) {
    return std::find_if(state.record_forms.begin(), state.record_forms.end(),
                        [&](const auto& entry) { return entry.second.busy() && entry.second.entry.key == key; });
}

void leave(State& state, Effects& effects, const std::string& path) {
    if (to_path(state.route) == path) {
        go(state, effects, parent_route(state.route), true);
    }
}

/// Stored: the form is done.
void form_stored(State& state, Effects& effects, const std::string& path, const Record& stored) {
    const std::vector<std::pair<std::string, std::string>> sent = inputs_of(state.record_forms.at(path));
    const bool waits = std::any_of(sent.begin(), sent.end(), [&](const auto& input) {
        const core::RecordField* field = core::field_of(stored, input.first);
        return field != nullptr && field->waiting;
    });
    record_known(state, effects, stored);
    replace_unsent(state, effects, state.record_forms.at(path).replaces);
    state.record_forms.erase(path);
    const std::string words{text(state.language, waits ? Text::record_saved_waiting : Text::record_saved)};
    effects.push_back(Announce{words, false});
    show_toast(state, effects, words);
    leave(state, effects, path);
    load_family(state, effects);
}

/// What the server found wrong, beside its field.
void note_faults(RecordForm& form, const std::string& body) {
    constexpr std::string_view kPrefix = "fields.";
    const auto problem = api::decode_problem(body);
    if (problem) {
        for (const api::ProblemItem& item : problem.value->errors) {
            const auto error = core::field_error_from(item.code);
            if (error && item.field.rfind(kPrefix, 0) == 0) {
                form.faults.push_back({item.field.substr(kPrefix.size()), *error});
            }
        }
    }
    form.rejected = form.faults.empty();
}

void form_refused(State& state, Effects& effects, RecordForm& form, const HttpResponse& response) {
    ++form.attempts;
    auto conflict = response.status == kChangedMeanwhile ? api::decode_record_conflict(response.body)
                                                         : api::Decoded<api::RecordConflict>{};
    if (conflict) {
        record_known(state, effects, conflict.value->current);
        rebase(form, std::move(conflict.value->current), today(state));
        effects.push_back(Announce{std::string(text(state.language, Text::record_conflict_text)), true});
        return;
    }
    note_faults(form, response.body);
    if (form.rejected) {
        load_records(state, effects);
    }
}

core::FieldRights rights_of(const State& state) {
    return state.records.value ? state.records.value->rights : core::FieldRights{};
}

core::EditPlan plan_of(const State& state, const RecordForm& form) {
    Record base = form.base;
    if (form.is_new()) {
        base.fields.clear();  // what a new record begins with is as new as what is typed
    }
    return core::plan_edit(base, rights_of(state), inputs_of(form), today(state));
}

/// What is wrong now of that which is pointed at, and of what was written before the parent went on to `writing`.
void check_again(State& state, RecordForm& form, const std::string& writing) {
    const core::EditPlan plan = plan_of(state, form);
    std::vector<core::FieldFault> wrong;
    for (const core::FieldFault& fault : plan.faults) {
        const bool was_shown = std::any_of(form.faults.begin(), form.faults.end(),
                                           [&](const core::FieldFault& shown) { return shown.field == fault.field; });
        const bool was_left = fault.field != writing && form.typed.count(fault.field) > 0;
        if (was_shown || was_left) {
            wrong.push_back(fault);
        }
    }
    form.faults = std::move(wrong);
}

/// Who adds a person to 'Noodpersonen' wants them to be called, unless they say something else.
Record new_contact(const std::string& child) {
    Record contact;
    contact.kind = RecordKind::kContact;
    contact.child = child;
    contact.fields.push_back({"emergency", std::string(core::kYes)});
    return contact;
}

/// The record that the route's form is about; none where there is no such form, or the record is not there.
std::optional<Record> record_of_route(const State& state) {
    const Route& route = state.route;
    if (!state.records.value || route.screen != Screen::kFamily) {
        return std::nullopt;
    }
    const Record* record = nullptr;
    switch (route.record) {
        case RecordPage::kGuardian:
            record = core::find_record(*state.records.value, RecordKind::kGuardian, route.record_id);
            break;
        case RecordPage::kChild:
            record = core::find_record(*state.records.value, RecordKind::kChild, route.record_id);
            break;
        case RecordPage::kContact:
            record = core::find_record(*state.records.value, RecordKind::kContact, route.contact_id);
            break;
        case RecordPage::kNewContact: {
            const bool has_child =
                core::find_record(*state.records.value, RecordKind::kChild, route.record_id) != nullptr;
            return has_child ? std::optional{new_contact(route.record_id)} : std::nullopt;
        }
        default:
            break;
    }
    return record != nullptr ? std::optional{*record} : std::nullopt;
}

}  // namespace

void record_known(State& state, Effects& effects, const Record& current) {
    if (!state.records.value) {
        return;
    }
    put(*state.records.value, current);
    keep_records(state, effects);
    if (state.records.loading()) {
        load_records(state, effects);  // what was asked before may be older
    }
}

void begin_record_form(State& state, Effects& effects) {
    const auto record = record_of_route(state);
    if (!record) {
        return;
    }
    const std::string path = to_path(state.route);
    const auto found = state.record_forms.find(path);
    if (found == state.record_forms.end()) {
        RecordForm& form = state.record_forms[path];
        form.base = *record;
        if (state.draft) {
            form.typed = std::move(state.draft->records[path]);
            state.draft->records.erase(path);
            form.restored = !form.typed.empty();
        }
        effects.push_back(MakeKey{});
    } else if ((found->second.typed.empty() || found->second.base.id.empty()) && !found->second.busy()) {
        found->second.base = *record;
    }
}

void return_to_record_form(State& state) {
    if (RecordForm* form = open_record_form(state)) {
        form->restored = !form->typed.empty();
        form->attempts = 0;
        form->faults.clear();
    }
}

RecordForm* open_record_form(State& state) {
    const auto found = state.record_forms.find(to_path(state.route));
    return found != state.record_forms.end() ? &found->second : nullptr;
}

void type_record(State& state, Effects& effects, const RecordTyped& typed) {
    RecordForm* form = open_record_form(state);
    if (form == nullptr || form->busy()) {
        return;
    }
    form->typed[typed.field] = typed.text;
    form->failure = Failure::kNone;
    form->rejected = false;
    check_again(state, *form, typed.field);
    effects.push_back(MakeKey{});  // it is another request
}

void choose_conflict(State& state, const ConflictChosen& chosen) {
    RecordForm* form = open_record_form(state);
    if (form == nullptr || form->busy()) {
        return;
    }
    for (FieldConflict& conflict : form->conflicts) {
        if (conflict.field == chosen.field) {
            conflict.keeps_mine = chosen.mine;
            if (chosen.mine) {
                form->typed[conflict.field] = conflict.mine;
            } else {
                form->typed.erase(conflict.field);
            }
        }
    }
    check_again(state, *form, chosen.field);
}

void submit_record(State& state, Effects& effects) {
    RecordForm* form = open_record_form(state);
    if (form == nullptr || form->busy()) {
        return;
    }
    const core::EditPlan plan = plan_of(state, *form);
    form->failure = Failure::kNone;
    form->rejected = false;
    form->faults = plan.faults;
    if (!plan.faults.empty() || has_open_conflict(*form)) {
        ++form->attempts;
        return;
    }
    if (plan.changes.empty()) {
        const std::string path = to_path(state.route);
        state.record_forms.erase(path);
        show_toast(state, effects, std::string(text(state.language, Text::record_unchanged)));
        leave(state, effects, path);
        return;
    }
    api::RecordEdit edit;
    for (const core::FieldChange& change : plan.changes) {
        edit.fields.emplace_back(change.field, change.new_value);
    }
    OutboxEntry& entry = form->entry;
    entry = {};
    entry.key = form->idempotency_key;
    entry.method = form->is_new() ? Method::kPost : Method::kPut;
    entry.path = path_of(*form);
    entry.body = api::encode(edit);
    entry.if_match = form->is_new() ? std::string() : '"' + form->base.version + '"';
    entry.written_at = {state.now.seconds - state.clock_offset};
    if (has_to_wait(state, entry)) {
        form->failure = Failure::kUnreachable;  // shown where the device cannot keep it either
        form->request = next_id(state);
        keep_change(state, effects, entry);
        return;
    }
    form->request = send_request(state, effects, request_of(entry), {Purpose::Kind::kRecordEdit, {}, {}});
}

void close_record_form(State& state, Effects& effects) {
    const std::string path = to_path(state.route);
    const RecordForm* form = open_record_form(state);
    if (form == nullptr || !form->busy()) {
        state.record_forms.erase(path);
        leave(state, effects, path);
    }
}

void record_answered(State& state, Effects& effects, const Answered& answer) {
    const HttpResponse& response = answer.response;
    const auto entry = form_awaiting(state, answer.request);
    if (state.session != Session::kSignedIn || entry == state.record_forms.end()) {
        return;
    }
    entry->second.failure = failure_of_change(response);  // shown where the device cannot keep it either
    if (entry->second.failure != Failure::kNone) {
        keep_change(state, effects, entry->second.entry);  // nobody knows what became of it
        return;
    }
    entry->second.request = 0;
    if (response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    const bool is_good = response.status < 300;
    const auto record = is_good ? api::decode_record(response.body) : api::Decoded<Record>{};
    if (record) {
        form_stored(state, effects, std::string(entry->first), *record.value);
    } else if (is_good) {
        entry->second.failure = Failure::kServer;
        ++entry->second.attempts;
    } else {
        form_refused(state, effects, entry->second, response);
    }
}

bool record_kept(State& state, Effects& effects, const std::string& key) {
    const auto kept = form_written_as(state, key);
    if (kept == state.record_forms.end()) {
        return false;
    }
    const std::string path = kept->first;
    replace_unsent(state, effects, kept->second.replaces);
    state.record_forms.erase(path);
    leave(state, effects, path);
    return true;
}

void record_not_kept(State& state, const std::string& key) {
    const auto entry = form_written_as(state, key);
    if (entry != state.record_forms.end()) {
        entry->second.request = 0;
        ++entry->second.attempts;
    }
}

}  // namespace portal::app::reducers
