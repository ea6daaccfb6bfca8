#include "api/records_codec.hpp"
#include "app/contacts.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"
#include "app/unsent.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace portal::app::reducers {
namespace {

using core::Record;
using core::RecordKind;

constexpr int kUnauthorized = 401;
constexpr int kConflict = 409;
constexpr int kChangedMeanwhile = 412;

/// The contacts of the child in the order after the move; empty where there is no such move.
std::vector<std::string> order_after(const State& state, const Record& moved, bool up) {
    std::vector<std::string> ids;
    for (const Record& contact : contacts_of(state, moved.child)) {
        ids.push_back(contact.id);
    }
    const auto at = std::find(ids.begin(), ids.end(), moved.id);
    if (at == ids.end() || (up && at == ids.begin()) || (!up && at + 1 == ids.end())) {
        return {};
    }
    std::iter_swap(at, up ? at - 1 : at + 1);
    return ids;
}

/// It is sent once it has a key, and the outbox takes it over where that fails.
void write(State& state, Effects& effects, OutboxEntry entry) {
    entry.written_at = {state.now.seconds - state.clock_offset};
    state.contact_task.entry = std::move(entry);
    effects.push_back(MakeKey{});
}

bool awaits(const ContactTask& task, const std::string& key) {
    return task.busy() && task.entry.key == key;
}

void undo_move(State& state) {
    ContactTask& task = state.contact_task;
    if (!task.to_undo.empty() && state.records.value) {
        state.records.value->contacts = std::exchange(task.to_undo, {});
    }
}

}  // namespace

void move_contact(State& state, Effects& effects, const ContactMoved& moved) {
    const Record* contact =
        state.records.value ? core::find_record(*state.records.value, RecordKind::kContact, moved.id) : nullptr;
    if (contact == nullptr || state.contact_task.busy()) {
        return;
    }
    const std::vector<std::string> ids = order_after(state, *contact, moved.up);
    if (ids.empty()) {
        return;
    }
    const auto place = std::find(ids.begin(), ids.end(), moved.id) - ids.begin() + 1;
    effects.push_back(Announce{translate(state.language, Text::contacts_moved,
                                         {{"name", core::subject_of(*contact)}, {"place", std::to_string(place)}}),
                               false});
    OutboxEntry entry;
    entry.method = Method::kPut;
    entry.path = contact_order_path(contact->child);
    entry.body = api::encode_order(ids);
    ContactTask& task = state.contact_task;
    task = {};
    task.id = moved.id;
    task.to_undo = state.records.value->contacts;
    carry_out(entry, state.records.value->contacts);  // at once; the answer confirms it or takes it back
    write(state, effects, std::move(entry));
}

void press_contact_removal(State& state, const std::string& id) {
    if (!state.contact_task.busy()) {
        state.contact_task = {};
        state.contact_task.id = id;
        state.contact_task.asking = true;
    }
}

void close_contact_removal(State& state) {
    if (!state.contact_task.busy()) {
        state.contact_task = {};
    }
}

void remove_contact(State& state, Effects& effects) {
    ContactTask& task = state.contact_task;
    const Record* contact =
        state.records.value ? core::find_record(*state.records.value, RecordKind::kContact, task.id) : nullptr;
    if (!task.asking || task.busy() || contact == nullptr) {
        return;
    }
    task.failure = Failure::kNone;
    task.rejected = false;
    OutboxEntry entry;
    entry.method = Method::kDelete;
    entry.path = contact_path(contact->id);
    entry.if_match = '"' + contact->version + '"';
    write(state, effects, std::move(entry));
}

bool awaits_key(const ContactTask& task) {
    return !task.busy() && !task.entry.path.empty() && task.entry.key.empty();
}

void key_contact(State& state, Effects& effects, const std::string& key) {
    ContactTask& task = state.contact_task;
    task.entry.key = key;
    if (has_to_wait(state, task.entry)) {
        task.failure = Failure::kUnreachable;  // shown where the device cannot keep it either
        task.request = next_id(state);
        keep_change(state, effects, task.entry);
        return;
    }
    task.request = send_request(state, effects, request_of(task.entry), {Purpose::Kind::kContactChange, {}, {}});
}

bool contact_kept(State& state, const std::string& key) {
    const bool kept = awaits(state.contact_task, key);
    if (kept) {
        state.contact_task = {};
    }
    return kept;
}

void contact_not_kept(State& state, const std::string& key) {
    if (awaits(state.contact_task, key)) {
        state.contact_task.request = 0;
        undo_move(state);
    }
}

void contact_delivered(State& state, const OutboxEntry& entry) {
    if (state.records.value) {
        carry_out(entry, state.records.value->contacts);
    }
}

void contact_answered(State& state, Effects& effects, const Answered& answer) {
    ContactTask& task = state.contact_task;
    const HttpResponse& response = answer.response;
    if (state.session != Session::kSignedIn || task.request != answer.request) {
        return;
    }
    task.failure = failure_of_change(response);  // shown where the device cannot keep it either
    if (task.failure != Failure::kNone) {
        keep_change(state, effects, task.entry);
        return;
    }
    task.request = 0;
    if (response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    const bool is_done = response.status < 300;
    if (is_done && task.asking) {
        const std::string words{text(state.language, Text::contacts_removed)};
        effects.push_back(Announce{words, false});
        show_toast(state, effects, words);
    }
    if (is_done) {
        task = {};
    } else {
        task.rejected = true;
        undo_move(state);
        if (response.status == kConflict || response.status == kChangedMeanwhile) {
            show_toast(state, effects, std::string(text(state.language, Text::contacts_changed)));
            task = {};
        }
    }
    load_records(state, effects);
}

}  // namespace portal::app::reducers
