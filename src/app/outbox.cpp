#include "app/outbox.hpp"

#include "app/unsent.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace portal::app {
namespace {

constexpr std::string_view kForm = "1";  // of the stored text
constexpr std::string_view kMethods = "GPUD";
constexpr int kUnauthorized = 401;

/// A line of the text, which is taken from it.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

template <class Number>
bool take_number(std::string_view& text, Number& number) {
    const std::string_view line = take_line(text);
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
    return error == std::errc() && end == line.data() + line.size() && !line.empty();
}

bool comes_before(const OutboxEntry& a, const OutboxEntry& b) {
    return a.number != b.number ? a.number < b.number : a.key < b.key;
}

bool contains(const std::vector<std::string>& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

std::string to_text(const OutboxEntry& entry) {
    std::string text{kForm};
    for (const std::string& line :
         {entry.key, std::to_string(entry.number), std::string(1, kMethods[static_cast<std::size_t>(entry.method)]),
          entry.path, entry.if_match, std::to_string(entry.written_at.seconds), std::to_string(entry.status),
          std::to_string(entry.body.size())}) {
        text.append("\n").append(line);
    }
    return text.append("\n").append(entry.body).append(entry.answer);
}

std::optional<OutboxEntry> outbox_entry_from(std::string_view text) {
    OutboxEntry entry;
    const bool known = take_line(text) == kForm;
    entry.key = take_line(text);
    const bool numbered = take_number(text, entry.number);
    const std::string_view method = take_line(text);
    const std::size_t position = method.size() == 1 ? kMethods.find(method) : std::string_view::npos;
    entry.path = take_line(text);
    entry.if_match = take_line(text);
    std::size_t size = 0;
    const bool rest = take_number(text, entry.written_at.seconds) && take_number(text, entry.status) &&
                      take_number(text, size) && size <= text.size();
    if (!known || entry.key.empty() || !numbered || position == std::string_view::npos || !rest) {
        return std::nullopt;
    }
    entry.method = static_cast<Method>(position);
    entry.body = text.substr(0, size);
    entry.answer = text.substr(size);
    return entry;
}

const OutboxEntry* Outbox::find(std::string_view key) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const auto& it) { return it.key == key; });
    return found != entries_.end() ? &*found : nullptr;
}

OutboxEntry* Outbox::find(std::string_view key) {
    return const_cast<OutboxEntry*>(std::as_const(*this).find(key));
}

void Outbox::remove(std::string_view key) {
    entries_.erase(std::remove_if(entries_.begin(), entries_.end(), [&](const auto& it) { return it.key == key; }),
                   entries_.end());
}

void Outbox::ask_entries(OutboxEffects& effects) {
    effects.emplace_back(ReadOutbox{++reads_});
}

void Outbox::open(OutboxEffects& effects) {
    ask_entries(effects);
    flush(effects);
}

void Outbox::add(OutboxEntry entry, OutboxEffects& effects) {
    if (find(entry.key) != nullptr) {
        return;
    }
    if (!entries_.empty()) {
        entry.number = std::max(entry.number, entries_.back().number + 1);
    }
    unwritten_.push_back(entry.key);
    entries_.push_back(entry);
    effects.emplace_back(PutEntry{std::move(entry)});
}

void Outbox::written(const std::string& key, bool stored, OutboxEffects& effects) {
    const auto awaited = std::find(unwritten_.begin(), unwritten_.end(), key);
    if (awaited == unwritten_.end()) {
        return;
    }
    unwritten_.erase(awaited);
    if (!stored) {
        remove(key);
        effects.emplace_back(EntryNotKept{key});
        return;
    }
    effects.emplace_back(EntryKept{key});
    flush(effects);
}

void Outbox::flush(OutboxEffects& effects) {
    if (phase_ == Phase::kIdle || phase_ == Phase::kWaiting) {
        phase_ = Phase::kAsking;
        effects.emplace_back(AskTurn{});
    } else {
        again_ = true;
    }
}

void Outbox::turn_given(OutboxEffects& effects) {
    if (phase_ != Phase::kAsking) {
        return;
    }
    phase_ = Phase::kReading;
    again_ = false;
    ask_entries(effects);
}

void Outbox::read(std::uint64_t id, std::vector<OutboxEntry> entries, bool readable, OutboxEffects& effects) {
    if (id != reads_) {
        return;  // what was put since is not in it
    }
    if (readable) {
        for (const OutboxEntry& entry : entries_) {
            if (contains(unwritten_, entry.key)) {
                entries.erase(std::remove_if(entries.begin(), entries.end(),
                                             [&](const OutboxEntry& other) { return other.key == entry.key; }),
                              entries.end());
                entries.push_back(entry);
            }
        }
        entries_.clear();
        for (OutboxEntry& entry : entries) {
            if (contains(gone_, entry.key)) {
                effects.emplace_back(EraseEntry{std::move(entry)});
            } else {
                entries_.push_back(std::move(entry));
            }
        }
        std::sort(entries_.begin(), entries_.end(), comes_before);
    }
    if (phase_ == Phase::kReading) {
        send_next(effects);
    }
}

bool Outbox::is_held_up(const OutboxEntry& entry) const {
    // An edit builds on the one before it.
    return !entry.if_match.empty() && std::any_of(entries_.begin(), entries_.end(), [&](const OutboxEntry& other) {
        return other.refused() && other.path == entry.path && comes_before(other, entry);
    });
}

void Outbox::send_next(OutboxEffects& effects) {
    const auto next = std::find_if(entries_.begin(), entries_.end(), [&](const OutboxEntry& entry) {
        return !entry.refused() && !contains(unwritten_, entry.key) && !is_held_up(entry);
    });
    if (next == entries_.end()) {
        failures_ = 0;
        end_turn(Phase::kIdle, effects);
        return;
    }
    phase_ = Phase::kSending;
    sent_ = *next;
    effects.emplace_back(SendEntry{sent_});
}

void Outbox::end_turn(Phase phase, OutboxEffects& effects) {
    phase_ = phase;
    effects.emplace_back(EndTurn{});
    if (std::exchange(again_, false) && phase == Phase::kIdle) {
        flush(effects);
    }
}

void Outbox::wait(std::int64_t least_seconds, OutboxEffects& effects) {
    constexpr std::chrono::milliseconds kFirst{4000};
    constexpr int kMostDoublings = 7;  // about eight minutes
    const std::chrono::milliseconds usual = kFirst * (1 << std::min(failures_, kMostDoublings));
    const std::chrono::milliseconds asked = std::chrono::seconds(2 * least_seconds);
    ++failures_;
    end_turn(Phase::kWaiting, effects);
    effects.emplace_back(WaitToResend{++waits_, std::max(usual, asked)});
}

void Outbox::waited(std::uint64_t id, OutboxEffects& effects) {
    if (phase_ == Phase::kWaiting && id == waits_) {
        flush(effects);
    }
}

void Outbox::answered(const std::string& key, const OutboxAnswer& answer, OutboxEffects& effects) {
    if (!is_sending(key)) {
        return;
    }
    const HttpResponse& response = answer.response;
    if (failure_of_change(response) != Failure::kNone) {
        wait(response.retry_after, effects);
        return;
    }
    failures_ = 0;
    if (response.status == kUnauthorized) {
        end_turn(Phase::kIdle, effects);
        effects.emplace_back(SenderSignedOut{});
        return;
    }
    if (response.status < 300) {
        deliver(answer, effects);
    } else {
        refuse(response, effects);
    }
    phase_ = Phase::kReading;
    ask_entries(effects);
}

void Outbox::deliver(const OutboxAnswer& answer, OutboxEffects& effects) {
    for (OutboxEntry& later : entries_) {
        const bool builds_on_it = !sent_.if_match.empty() && later.if_match == sent_.if_match &&
                                  later.path == sent_.path && later.key != sent_.key;
        if (builds_on_it && !answer.version.empty()) {
            later.if_match = answer.version;
            effects.emplace_back(PutEntry{later});
        }
    }
    gone_.push_back(sent_.key);
    remove(sent_.key);
    effects.emplace_back(EntryDelivered{sent_, answer.response});
    // Last: should the page end in between, the same answer comes again.
    effects.emplace_back(EraseEntry{sent_});
}

void Outbox::refuse(const HttpResponse& response, OutboxEffects& effects) {
    OutboxEntry* const refused = find(sent_.key);
    if (refused == nullptr) {
        return;  // discarded on another page meanwhile
    }
    refused->status = response.status;
    refused->answer = response.body;
    effects.emplace_back(PutEntry{*refused});
    effects.emplace_back(EntryRefused{*refused});
}

void Outbox::resend(const std::string& key, OutboxEffects& effects) {
    OutboxEntry* entry = find(key);
    if (entry != nullptr && entry->refused()) {
        entry->status = 0;
        entry->answer.clear();
        effects.emplace_back(PutEntry{*entry});
        flush(effects);
    }
}

void Outbox::discard(const std::string& key, OutboxEffects& effects) {
    const OutboxEntry* entry = find(key);
    if (entry != nullptr && !is_sending(key)) {
        gone_.push_back(key);
        effects.emplace_back(EraseEntry{*entry});
        remove(key);
        flush(effects);
    }
}

}  // namespace portal::app
