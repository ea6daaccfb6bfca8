#include "api/records_codec.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"

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

std::vector<std::string> order_after(const State& state, const std::string& id, bool up) {
    const Record* moved = core::find_record(*state.records.value, RecordKind::kContact, id);
    std::vector<std::string> ids;
    for (const Record& contact : state.records.value->contacts) {
        if (moved != nullptr && contact.child == moved->child) {
            ids.push_back(contact.id);
        }
    }
    const auto at = std::find(ids.begin(), ids.end(), id);
    if (at == ids.end() || (up && at == ids.begin()) || (!up && at + 1 == ids.end())) {
        return {};
    }
    std::iter_swap(at, up ? at - 1 : at + 1);
    return ids;
}

/// Shows the order at once; the server's answer confirms it or takes it back.
void apply_order(std::vector<Record>& contacts, const std::vector<std::string>& ids) {
    const auto rank = [&](const Record& record) { return std::find(ids.begin(), ids.end(), record.id) - ids.begin(); };
    const auto is_meant = [&](const Record& record) {
        return std::find(ids.begin(), ids.end(), record.id) != ids.end();
    };
    std::vector<Record> sorted;
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(sorted), is_meant);
    std::sort(sorted.begin(), sorted.end(), [&](const Record& a, const Record& b) { return rank(a) < rank(b); });
    auto next = sorted.begin();
    for (Record& contact : contacts) {
        if (is_meant(contact)) {
            contact = *next++;
        }
    }
}

}  // namespace

void move_contact(State& state, Effects& effects, const ContactMoved& moved) {
    if (!state.records.value || state.contact_task.busy()) {
        return;
    }
    const std::vector<std::string> ids = order_after(state, moved.id, moved.up);
    if (ids.empty()) {
        return;
    }
    ContactTask& task = state.contact_task;
    task = {};
    task.id = moved.id;
    task.to_undo = state.records.value->contacts;
    apply_order(state.records.value->contacts, ids);
    const Record& contact = *core::find_record(*state.records.value, RecordKind::kContact, moved.id);
    const auto place = std::find(ids.begin(), ids.end(), moved.id) - ids.begin() + 1;
    effects.push_back(Announce{translate(state.language, Text::contacts_moved,
                                         {{"name", core::subject_of(contact)}, {"place", std::to_string(place)}}),
                               false});
    HttpRequest request;
    request.method = Method::kPut;
    request.path = "/children/" + contact.child + "/emergency-contact-order";
    request.body = api::encode_order(ids);
    task.request = send_request(state, effects, std::move(request), {Purpose::Kind::kContactChange, {}, {}});
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
    HttpRequest request;
    request.method = Method::kDelete;
    request.path = "/emergency-contacts/" + contact->id;
    request.if_match = '"' + contact->version + '"';
    task.request = send_request(state, effects, std::move(request), {Purpose::Kind::kContactChange, {}, {}});
}

void contact_answered(State& state, Effects& effects, const Answered& answer) {
    ContactTask& task = state.contact_task;
    const HttpResponse& response = answer.response;
    if (state.session != Session::kSignedIn || task.request != answer.request) {
        return;
    }
    task.request = 0;
    if (response.transport == Transport::kAnswered && response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    task.failure = failure_of(response);
    const bool is_done = task.failure == Failure::kNone && response.status < 300;
    if (is_done && task.asking) {
        const std::string words{text(state.language, Text::contacts_removed)};
        effects.push_back(Announce{words, false});
        show_toast(state, effects, words);
    }
    if (is_done) {
        task = {};
    } else {
        task.rejected = task.failure == Failure::kNone;
        if (!task.to_undo.empty() && state.records.value) {
            state.records.value->contacts = std::exchange(task.to_undo, {});
        }
        if (response.status == kConflict || response.status == kChangedMeanwhile) {
            show_toast(state, effects, std::string(text(state.language, Text::contacts_changed)));
            task = {};
        }
    }
    if (task.failure == Failure::kNone) {
        load_records(state, effects);
    }
}

}  // namespace portal::app::reducers
