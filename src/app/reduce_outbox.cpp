#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"
#include "app/unsent.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace portal::app::reducers {
namespace {

void follow(State& state, Effects& effects, const OutboxEffects& following);

void tell(State& state, Effects& effects, Text words, bool urgent = false) {
    const std::string text = translate(state.language, words);
    effects.push_back(Announce{text, urgent});
    show_toast(state, effects, text);
}

void send_entry(State& state, Effects& effects, const OutboxEntry& entry) {
    HttpRequest request = request_of(entry);
    request.written_at = moment_written(state, entry).to_string();
    send_request(state, effects, std::move(request), {Purpose::Kind::kOutbox, {}, {}, entry.key});
}

void take_delivered(State& state, Effects& effects, const EntryDelivered& delivered) {
    const std::string& body = delivered.response.body;
    if (const auto requests = api::decode_change_requests(body)) {
        requests_changed(state, effects, *requests.value);
    } else if (const auto request = api::decode_change_request(body)) {
        requests_changed(state, effects, {*request.value});
    } else {
        if (const auto record = api::decode_record(body)) {
            record_known(state, effects, *record.value);
        }
        contact_delivered(state, delivered.entry);
        load_records(state, effects);
        load_family(state, effects);
    }
    const bool all = state.outbox.box.entries().empty();
    tell(state, effects, all ? Text::outbox_all_sent : Text::outbox_one_sent);
}

struct Follower {
    State& state;
    Effects& effects;

    void operator()(const SendEntry& sent) const { send_entry(state, effects, sent.entry); }
    void operator()(const EntryKept& kept) const {
        if (form_kept(state, effects, kept.key) || amendment_kept(state, effects, kept.key) ||
            record_kept(state, effects, kept.key) || contact_kept(state, kept.key)) {
            tell(state, effects, Text::outbox_kept);
        }
    }
    void operator()(const EntryNotKept& lost) const {
        form_not_kept(state, lost.key);
        amendment_not_kept(state, lost.key);
        record_not_kept(state, lost.key);
        contact_not_kept(state, lost.key);
    }
    void operator()(const EntryDelivered& delivered) const { take_delivered(state, effects, delivered); }
    void operator()(const EntryRefused& refused) const {
        tell(state, effects, Text::outbox_one_refused, true);
        requests_changed(state, effects, {});
        if (const auto conflict = api::decode_record_conflict(refused.entry.answer)) {
            record_known(state, effects, conflict.value->current);
        }
    }
    void operator()(const SenderSignedOut&) const { expire_session(state, effects); }
    template <class Duty>
    void operator()(const Duty& duty) const {
        effects.push_back(OutboxDuty{state.outbox.account, duty});
    }
};

void follow(State& state, Effects& effects, const OutboxEffects& following) {
    for (const OutboxEffect& effect : following) {
        std::visit(Follower{state, effects}, effect);
    }
}

/// The version that an edit made, as it stands in If-Match.
std::string version_in(const OutboxEntry& entry, const HttpResponse& response) {
    const auto record = entry.if_match.empty() ? api::Decoded<core::Record>{} : api::decode_record(response.body);
    return record ? '"' + record.value->version + '"' : std::string();
}

struct Happening {
    State& state;
    Effects& effects;
    OutboxState& outbox = state.outbox;
    OutboxEffects following{};

    void operator()(const OutboxRead& read) {
        if (read.account != outbox.account) {
            return;
        }
        std::vector<OutboxEntry> entries;
        for (const std::string& text : read.texts) {
            if (auto entry = outbox_entry_from(text)) {
                entries.push_back(std::move(*entry));
            }
        }
        outbox.box.read(read.id, std::move(entries), read.readable, following);
    }
    void operator()(const OutboxWritten& written) {
        if (written.account == outbox.account) {
            outbox.box.written(written.key, written.stored, following);
        }
    }
    void operator()(const OutboxTurnGiven&) { outbox.box.turn_given(following); }
    void operator()(const OutboxWaited& waited) { outbox.box.waited(waited.id, following); }
    void operator()(const OutboxChance&) {
        if (!outbox.account.empty()) {
            outbox.box.open(following);
        }
    }
    void operator()(const UnsentResent& resent) { outbox.box.resend(resent.key, following); }
    void operator()(const UnsentEdited& edited) {
        const OutboxEntry* entry = std::as_const(outbox.box).find(edited.key);
        if (entry != nullptr && !outbox.box.is_sending(edited.key)) {
            edit_unsent(state, effects, OutboxEntry(*entry));
        }
    }
    void operator()(const UnsentDiscardPressed& pressed) { outbox.discarding = pressed.key; }
    void operator()(const UnsentDiscardConfirmed&) {
        outbox.box.discard(std::exchange(outbox.discarding, {}), following);
    }
    void operator()(const UnsentDiscardClosed&) { outbox.discarding.clear(); }
};

}  // namespace

HttpRequest request_of(const OutboxEntry& entry) {
    HttpRequest request;
    request.method = entry.method;
    request.path = entry.path;
    request.body = entry.body;
    request.idempotency_key = entry.key;
    request.if_match = entry.if_match;
    return request;
}

void keep_change(State& state, Effects& effects, OutboxEntry entry) {
    // Other pages number theirs by the clock as well.
    constexpr std::int64_t kPerSecond = 1000;
    entry.number = entry.written_at.seconds * kPerSecond;
    OutboxEffects following;
    state.outbox.box.add(std::move(entry), following);
    follow(state, effects, following);
}

bool has_to_wait(const State& state, const OutboxEntry& entry) {
    const auto is_of_contacts = [](const OutboxEntry& one) {
        return one.path.find("/emergency-contact") != std::string::npos;
    };
    const auto& entries = state.outbox.box.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const OutboxEntry& other) {
        return !other.refused() && (other.path == entry.path || (is_of_contacts(other) && is_of_contacts(entry)));
    });
}

void replace_unsent(State& state, Effects& effects, const std::string& key) {
    OutboxEffects following;
    state.outbox.box.discard(key, following);
    follow(state, effects, following);
}

void outbox_happened(State& state, Effects& effects, const OutboxAction& action) {
    Happening happening{state, effects};
    std::visit(happening, action);
    follow(state, effects, happening.following);
}

void outbox_answered(State& state, Effects& effects, const Answered& answer) {
    const std::string& key = answer.purpose.id;
    const OutboxEntry* entry = std::as_const(state.outbox.box).find(key);
    OutboxEffects following;
    state.outbox.box.answered(
        key, {answer.response, entry != nullptr ? version_in(*entry, answer.response) : std::string()}, following);
    follow(state, effects, following);
}

void settle_outbox(State& state, Effects& effects) {
    OutboxState& outbox = state.outbox;
    const bool signed_in = state.session == Session::kSignedIn && state.account;
    const std::string account = signed_in ? state.account->guardian.value : std::string();
    if (account != outbox.account) {
        if (!outbox.account.empty()) {
            effects.push_back(OutboxDuty{outbox.account, EndTurn{}});
        }
        outbox.box = {};
        outbox.discarding.clear();
        outbox.account = account;
        if (signed_in) {
            OutboxEffects following;
            outbox.box.open(following);
            follow(state, effects, following);
        }
    }
    const auto& entries = outbox.box.entries();
    const bool warns = std::any_of(entries.begin(), entries.end(), [](const OutboxEntry& it) { return !it.refused(); });
    if (warns != outbox.warns) {
        outbox.warns = warns;
        effects.push_back(WarnOnLeaving{});
    }
}

}  // namespace portal::app::reducers
