#include "server/auth/throttle.hpp"

#include <algorithm>

namespace portal::server {

std::int64_t Throttle::seconds_to_wait(Table& table, const std::string& key, std::size_t limit,
                                       core::Instant now) const {
    const auto found = table.find(key);
    if (found == table.end()) {
        return 0;
    }
    Attempts& attempts = found->second;
    while (!attempts.empty() && attempts.front().seconds + limits_.window <= now.seconds) {
        attempts.pop_front();
    }
    if (attempts.size() < limit) {
        return 0;
    }
    return attempts.front().seconds + limits_.window - now.seconds;
}

void Throttle::forget_old(Table& table, core::Instant now) const {
    for (auto entry = table.begin(); entry != table.end();) {
        const Attempts& attempts = entry->second;
        const bool old = attempts.empty() || attempts.back().seconds + limits_.window <= now.seconds;
        entry = old ? table.erase(entry) : std::next(entry);
    }
}

std::int64_t Throttle::begin_attempt(const std::string& email, const std::string& address, core::Instant now) {
    const std::lock_guard lock{mutex_};
    // Once a minute, so that made-up e-mail addresses cannot fill the memory.
    if (now.seconds >= cleaned_at_.seconds + 60) {
        cleaned_at_ = now;
        forget_old(emails_, now);
        forget_old(addresses_, now);
    }
    const std::int64_t wait = std::max(seconds_to_wait(emails_, email, limits_.per_email, now),
                                       seconds_to_wait(addresses_, address, limits_.per_address, now));
    if (wait == 0) {
        emails_[email].push_back(now);
        addresses_[address].push_back(now);
    }
    return wait;
}

void Throttle::succeeded(const std::string& email, const std::string& address) {
    const std::lock_guard lock{mutex_};
    emails_.erase(email);
    const auto found = addresses_.find(address);
    if (found != addresses_.end() && !found->second.empty()) {
        found->second.pop_back();
    }
}

}  // namespace portal::server
