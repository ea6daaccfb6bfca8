#include "server/http/deadlines.hpp"

#include <sys/socket.h>

namespace portal::server::http {

Deadlines::Deadlines(std::chrono::milliseconds tick) : tick_(tick), thread_([this] { watch(); }) {}

Deadlines::~Deadlines() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    stop_.notify_all();
    thread_.join();
}

void Deadlines::set(const void* connection, int socket, std::chrono::milliseconds allowed) {
    const std::lock_guard lock{mutex_};
    entries_[connection] = {socket, Clock::now() + allowed};
}

void Deadlines::renew(const void* connection, std::chrono::milliseconds allowed) {
    const std::lock_guard lock{mutex_};
    const auto entry = entries_.find(connection);
    if (entry != entries_.end()) {
        entry->second.end = Clock::now() + allowed;
    }
}

void Deadlines::forget(const void* connection) {
    const std::lock_guard lock{mutex_};
    entries_.erase(connection);
}

void Deadlines::watch() {
    std::unique_lock lock{mutex_};
    while (!stop_.wait_for(lock, tick_, [&] { return stopping_; })) {
        const Clock::time_point now = Clock::now();
        for (auto entry = entries_.begin(); entry != entries_.end();) {
            if (entry->second.end <= now) {
                // The library sees the end of the stream and closes the connection itself.
                ::shutdown(entry->second.socket, SHUT_RDWR);
                entry = entries_.erase(entry);
            } else {
                ++entry;
            }
        }
    }
}

}  // namespace portal::server::http
