#include "app/outbox_world.hpp"

#include <algorithm>
#include <utility>

/// What a run has to come to, and how a run that does not is made simple.
namespace portal::app::test {

std::string OutboxWorld::fault_of(const OutboxEntry& entry) const {
    const auto done = std::count(server_.log.begin(), server_.log.end(), entry.key);
    if (done > 1) {
        return entry.key + " was carried out " + std::to_string(done) + " times";
    }
    const auto stored = storage_.find(entry.key);
    const bool is_there = stored != storage_.end();
    const bool is_refused = is_there && outbox_entry_from(stored->second)->refused();
    if (done == 0 && !is_there && acknowledged_.count(entry.key) > 0 && discarded_.count(entry.key) == 0) {
        return entry.key + " is lost";
    }
    if (is_refused && outbox_entry_from(stored->second)->body != entry.body) {
        return entry.key + " is not what the parent wrote";
    }
    const bool may_wait = std::any_of(storage_.begin(), storage_.end(), [&](const auto& other) {
        const OutboxEntry earlier = outbox_entry_from(other.second).value();
        return earlier.refused() && earlier.path == entry.path && earlier.number < entry.number;
    });
    return is_there && !is_refused && !may_wait ? entry.key + " is still not sent" : "";
}

std::string OutboxWorld::fault() const {
    if (!pending_.empty() || at_once_) {
        return at_once_ ? "two pages send at once" : "it does not come to rest";
    }
    for (const auto& [key, entry] : written_) {
        std::string fault = fault_of(entry);
        if (!fault.empty()) {
            return fault;
        }
    }
    // A refusal is the parent's to decide about, and what is sent again comes behind what came meanwhile. What does not
    // build on it is not held up by it.
    std::map<std::pair<int, std::string>, std::int64_t> last;
    for (const std::string& key : server_.log) {
        if (ever_refused_.count(key) > 0) {
            continue;
        }
        std::int64_t& before = last[{written_on_.at(key), written_.at(key).path}];
        if (written_.at(key).number < before) {
            return key + " overtook what was written before it";
        }
        before = written_.at(key).number;
    }
    return own_conflict_ && most_pages_ == 1 ? "a change was in conflict with one of the same parent" : "";
}

std::vector<std::uint32_t> numbers_of(std::uint64_t seed) {
    constexpr std::size_t kLength = 240;
    std::vector<std::uint32_t> numbers(kLength);
    for (std::uint32_t& number : numbers) {  // splitmix64: the same numbers with every library
        seed += 0x9e3779b97f4a7c15U;
        std::uint64_t mixed = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        number = static_cast<std::uint32_t>((mixed ^ (mixed >> 31U)) >> 32U);
    }
    return numbers;
}

std::vector<std::uint32_t> shrunk(std::vector<std::uint32_t> numbers,
                                  const std::function<bool(const std::vector<std::uint32_t>&)>& fails) {
    const auto keep_if_fails = [&](std::vector<std::uint32_t> simpler) {
        const bool better = fails(simpler);
        if (better) {
            numbers = std::move(simpler);
        }
        return better;
    };
    for (bool progress = true; progress;) {
        progress = false;
        for (std::size_t length = numbers.size(); length > 0; length /= 2) {
            for (std::size_t first = 0; first + length <= numbers.size();) {
                std::vector<std::uint32_t> shorter = numbers;
                const auto begin = shorter.begin() + static_cast<std::ptrdiff_t>(first);
                shorter.erase(begin, begin + static_cast<std::ptrdiff_t>(length));
                if (keep_if_fails(std::move(shorter))) {
                    progress = true;
                } else {
                    first += length;
                }
            }
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            for (const std::uint32_t smaller : {0U, 1U, numbers[i] % 24, numbers[i] / 2}) {
                if (smaller < numbers[i]) {
                    std::vector<std::uint32_t> simpler = numbers;
                    simpler[i] = smaller;
                    progress = keep_if_fails(std::move(simpler)) || progress;
                }
            }
        }
    }
    return numbers;
}

}  // namespace portal::app::test
