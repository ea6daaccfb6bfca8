#include "app/outbox_world.hpp"

#include <algorithm>
#include <utility>

namespace portal::app::test {
namespace {

constexpr std::size_t kMostChanges = 8;
constexpr int kMostSteps = 5000;

/// Requests are independent of each other, edits build on each other; what has "bad" in it is refused.
constexpr const char* kPaths[] = {"/change-requests", "/guardians/jasmijn", "/children/noor"};

}  // namespace

OutboxWorld::OutboxWorld(std::vector<std::uint32_t> numbers, Faults faults)
    : choices_(std::move(numbers)), faults_(faults) {
    most_pages_ = 1 + choices_.pick(3);
    open_page();
}

std::string OutboxWorld::run() {
    int steps = 0;
    while (!choices_.used_up()) {
        step();
        if (++steps > kMostSteps) {
            return "it does not come to an end";
        }
    }
    calm_down();
    return fault();
}

void OutboxWorld::step() {
    constexpr std::size_t kOf = 4;  // one step in four disturbs
    if (choices_.pick(kOf) == kOf - 1 || pending_.empty()) {
        disturb();
    } else {
        fire(choices_.pick(std::min<std::size_t>(pending_.size(), 4)));
    }
}

void OutboxWorld::disturb() {
    Page* on = some_page();
    if (on == nullptr) {
        open_page();
        return;
    }
    switch (choices_.pick(8)) {
        case 0:
        case 1:
        case 2:
            write_change(*on);
            break;
        case 3:
            close_page(*on);
            break;
        case 4:
            if (pages_.size() < most_pages_) {
                open_page();
            }
            break;
        case 5: {
            OutboxEffects effects;
            on->outbox.flush(effects);
            perform(on->id, effects);
            break;
        }
        case 6:
            on->signed_in = !on->signed_in;
            if (on->signed_in) {
                OutboxEffects effects;
                on->outbox.open(effects);
                perform(on->id, effects);
            }
            break;
        default:
            decide_about_refused(*on);
            break;
    }
}

void OutboxWorld::fire(std::size_t index) {
    const Pending pending = std::move(pending_[index]);
    pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(index));
    pending.happen();
}

OutboxWorld::Page* OutboxWorld::page(int id) {
    const auto found = std::find_if(pages_.begin(), pages_.end(), [&](const Page& it) { return it.id == id; });
    return found != pages_.end() ? &*found : nullptr;
}

OutboxWorld::Page* OutboxWorld::some_page() {
    return pages_.empty() ? nullptr : &pages_[choices_.pick(pages_.size())];
}

void OutboxWorld::open_page() {
    Page opened;
    opened.id = ++last_page_;
    for (const char* path : kPaths) {
        opened.versions[path] = std::to_string(server_.versions[path]);
    }
    pages_.push_back(std::move(opened));
    OutboxEffects effects;
    pages_.back().outbox.open(effects);
    perform(last_page_, effects);
}

/// As by a kill: what it had asked of storage and was not carried out is lost, what it sent may still arrive.
void OutboxWorld::close_page(Page& closed) {
    const int id = closed.id;
    pending_.erase(std::remove_if(pending_.begin(), pending_.end(), [&](const Pending& it) { return it.page == id; }),
                   pending_.end());
    pages_.erase(std::remove_if(pages_.begin(), pages_.end(), [&](const Page& it) { return it.id == id; }),
                 pages_.end());
    end_turn(id);
}

void OutboxWorld::write_change(Page& on) {
    if (written_.size() >= kMostChanges) {
        return;
    }
    OutboxEntry entry;
    entry.key = "k" + std::to_string(++last_change_);
    entry.number = last_change_;
    entry.path = kPaths[choices_.pick(std::size(kPaths))];
    entry.body = entry.key + (choices_.pick(6) == 5 ? " bad" : "");
    if (entry.path != kPaths[0]) {
        entry.method = Method::kPut;
        entry.if_match = on.versions[entry.path];
    }
    written_[entry.key] = entry;
    written_on_[entry.key] = on.id;
    if (faults_.told_before_written) {
        acknowledged_.insert(entry.key);
    }
    OutboxEffects effects;
    on.outbox.add(entry, effects);
    perform(on.id, effects);
}

void OutboxWorld::decide_about_refused(Page& on) {
    const auto& entries = on.outbox.entries();
    const auto refused =
        std::find_if(entries.begin(), entries.end(), [](const OutboxEntry& entry) { return entry.refused(); });
    if (refused == entries.end()) {
        return;
    }
    const std::string key = refused->key;
    OutboxEffects effects;
    if (choices_.pick(2) == 0) {
        on.outbox.resend(key, effects);
    } else {
        discarded_.insert(key);
        on.outbox.discard(key, effects);
    }
    perform(on.id, effects);
}

void OutboxWorld::perform(int id, const OutboxEffects& effects) {
    for (const OutboxEffect& effect : effects) {
        perform(id, effect);
    }
}

void OutboxWorld::perform(int id, const OutboxEffect& effect) {
    if (const auto* asked = std::get_if<ReadOutbox>(&effect)) {
        read(id, asked->id);
    } else if (const auto* wanted = std::get_if<PutEntry>(&effect)) {
        put(id, wanted->entry);
    } else if (const auto* erased = std::get_if<EraseEntry>(&effect)) {
        store(id, [this, key = erased->entry.key] { storage_.erase(key); });
    } else if (std::holds_alternative<AskTurn>(effect)) {
        ask_turn(id);
    } else if (std::holds_alternative<EndTurn>(effect)) {
        end_turn(id);
    } else if (const auto* sent = std::get_if<SendEntry>(&effect)) {
        send(id, sent->entry);
    } else if (const auto* later = std::get_if<WaitToResend>(&effect)) {
        pending_.push_back({id, [this, id, wait = later->id] {
                                OutboxEffects following;
                                page(id)->outbox.waited(wait, following);
                                perform(id, following);
                            }});
    } else if (const auto* kept = std::get_if<EntryKept>(&effect)) {
        acknowledged_.insert(kept->key);
    } else if (const auto* refused = std::get_if<EntryRefused>(&effect)) {
        ever_refused_.insert(refused->entry.key);
        constexpr int kChangedMeanwhile = 412;
        own_conflict_ = own_conflict_ || refused->entry.status == kChangedMeanwhile;
    }
}

/// Operations of one page are carried out in its order, those of several pages in any.
void OutboxWorld::store(int id, std::function<void()> operation) {
    page(id)->storage.push_back(std::move(operation));
    pending_.push_back({id, [this, id] {
                            const auto next = std::move(page(id)->storage.front());
                            page(id)->storage.pop_front();
                            next();
                        }});
}

void OutboxWorld::read(int id, std::uint64_t asked) {
    store(id, [this, id, asked] {
        std::vector<OutboxEntry> entries;
        for (const auto& [key, text] : storage_) {
            entries.push_back(outbox_entry_from(text).value());
        }
        OutboxEffects effects;
        page(id)->outbox.read(asked, std::move(entries), true, effects);
        perform(id, effects);
    });
}

void OutboxWorld::put(int id, const OutboxEntry& entry) {
    store(id, [this, id, entry] {
        storage_[entry.key] = to_text(entry);
        OutboxEffects effects;
        page(id)->outbox.written(entry.key, true, effects);
        perform(id, effects);
    });
}

void OutboxWorld::ask_turn(int id) {
    if (faults_.every_page_sends) {
        pending_.push_back({id, [this, id] {
                                OutboxEffects effects;
                                page(id)->outbox.turn_given(effects);
                                perform(id, effects);
                            }});
        return;
    }
    turns_.push_back(id);
    if (turns_.size() == 1) {
        pass_turn();
    }
}

void OutboxWorld::end_turn(int id) {
    const bool had_it = !turns_.empty() && turns_.front() == id;
    turns_.erase(std::remove(turns_.begin(), turns_.end(), id), turns_.end());
    if (had_it && !turns_.empty()) {
        pass_turn();
    }
}

void OutboxWorld::pass_turn() {
    const int id = turns_.front();
    pending_.push_back({id, [this, id] {
                            OutboxEffects effects;
                            page(id)->outbox.turn_given(effects);
                            perform(id, effects);
                        }});
}

void OutboxWorld::send(int id, const OutboxEntry& entry) {
    for (const Page& other : pages_) {
        const auto& entries = other.outbox.entries();
        at_once_ = at_once_ || (other.id != id && std::any_of(entries.begin(), entries.end(), [&](const auto& it) {
                                    return other.outbox.is_sending(it.key);
                                }));
    }
    constexpr int kUnavailable = 503;
    const auto answer_later = [this, id, key = entry.key](const OutboxAnswer& answer) {
        if (page(id) != nullptr) {
            pending_.push_back({id, [this, id, key, answer] { this->answer(id, key, answer); }});
        }
    };
    OutboxAnswer lost;
    OutboxAnswer broken;
    broken.response.transport = Transport::kAnswered;
    broken.response.status = kUnavailable;
    if (!page(id)->signed_in) {
        broken.response.status = 401;
        answer_later(broken);
        return;
    }
    switch (choices_.pick(8)) {
        case 3:  // lost on its way
            answer_later(lost);
            break;
        case 4:  // its answer is lost; it arrives now or much later
            pending_.push_back({0, [this, entry] { static_cast<void>(process(entry)); }});
            answer_later(lost);
            break;
        case 5:  // twice
            pending_.push_back({0, [this, entry, answer_later] { answer_later(process(entry)); }});
            pending_.push_back({0, [this, entry] { static_cast<void>(process(entry)); }});
            break;
        case 6:  // the server is going down, or a proxy before it says so
            answer_later(broken);
            break;
        case 7:  // killed after it had been stored
            pending_.push_back({0, [this, entry, answer_later, broken] {
                                    static_cast<void>(process(entry));
                                    answer_later(broken);
                                }});
            break;
        default:
            pending_.push_back({0, [this, entry, answer_later] { answer_later(process(entry)); }});
            break;
    }
}

void OutboxWorld::answer(int id, const std::string& key, const OutboxAnswer& answer) {
    const std::string path = written_.at(key).path;
    if (answer.response.status == 200 && !answer.version.empty()) {
        page(id)->versions[path] = answer.version;
    }
    OutboxEffects effects;
    page(id)->outbox.answered(key, answer, effects);
    perform(id, effects);
}

/// As the server does it: the change and its answer are stored together.
OutboxAnswer OutboxWorld::process(const OutboxEntry& entry) {
    const auto known = server_.answers.find(entry.key);
    if (known == server_.answers.end() || faults_.server_forgets_keys) {
        return carry_out(entry);
    }
    OutboxAnswer answer{known->second.response, known->second.version};
    if (known->second.body != entry.body) {
        answer.response.status = 422;
    }
    return answer;
}

OutboxAnswer OutboxWorld::carry_out(const OutboxEntry& entry) {
    OutboxAnswer answer;
    answer.response.transport = Transport::kAnswered;
    answer.response.status = 200;
    int& version = server_.versions[entry.path];
    if (entry.body.find("bad") != std::string::npos) {
        answer.response.status = 422;
    } else if (!entry.if_match.empty() && entry.if_match != std::to_string(version)) {
        answer.response.status = 412;
    }
    if (answer.response.status != 200) {
        return answer;
    }
    ++version;
    answer.version = entry.if_match.empty() ? "" : std::to_string(version);
    server_.log.push_back(entry.key);
    server_.answers[entry.key] = {entry.body, answer.response, answer.version};
    return answer;
}

/// Nothing goes wrong any more: a page is open, somebody is signed in, and there is a network.
void OutboxWorld::calm_down() {
    if (pages_.empty()) {
        open_page();
    }
    for (auto& page : pages_) {
        page.signed_in = true;
        OutboxEffects effects;
        page.outbox.open(effects);
        perform(page.id, effects);
    }
    for (int steps = 0; !pending_.empty() && steps < kMostSteps; ++steps) {
        fire(0);
    }
}

}  // namespace portal::app::test
