#include "platform/headless/fake_ports.hpp"

#include <algorithm>
#include <utility>

namespace portal::platform::headless {
namespace {

[[nodiscard]] bool matches(const app::HttpRequest& request, app::Method method, std::string_view path_prefix) {
    return request.method == method && std::string_view{request.path}.substr(0, path_prefix.size()) == path_prefix;
}

}  // namespace

void FakeHttp::send(const app::HttpRequest& request, std::function<void(const app::HttpResponse&)> done) {
    sent_.push_back(request);
    pending_.push_back({request, std::move(done)});
}

void FakeHttp::cancel(std::uint64_t id) {
    pending_.erase(std::remove_if(pending_.begin(), pending_.end(),
                                  [id](const Pending& pending) { return pending.request.id == id; }),
                   pending_.end());
}

std::size_t FakeHttp::count(app::Method method, std::string_view path_prefix) const {
    return static_cast<std::size_t>(std::count_if(sent_.begin(), sent_.end(), [&](const app::HttpRequest& request) {
        return matches(request, method, path_prefix);
    }));
}

bool FakeHttp::answer(app::Method method, std::string_view path_prefix, int status, std::string body) {
    app::HttpResponse response;
    response.transport = app::Transport::kAnswered;
    response.status = status;
    response.body = std::move(body);
    return respond(method, path_prefix, response);
}

bool FakeHttp::fail(app::Method method, std::string_view path_prefix, app::Transport how) {
    app::HttpResponse response;
    response.transport = how;
    return respond(method, path_prefix, response);
}

bool FakeHttp::respond(app::Method method, std::string_view path_prefix, const app::HttpResponse& response) {
    const auto found = std::find_if(pending_.begin(), pending_.end(), [&](const Pending& pending) {
        return matches(pending.request, method, path_prefix);
    });
    if (found == pending_.end()) {
        return false;
    }
    const auto done = std::move(found->done);
    pending_.erase(found);
    done(response);
    return true;
}

void FakeTimer::after(std::chrono::milliseconds delay, std::function<void()> done) {
    entries_.push_back({now_ + delay, std::move(done)});
}

void FakeTimer::advance(std::chrono::milliseconds time) {
    const auto end = now_ + time;
    while (true) {
        const auto next = std::min_element(entries_.begin(), entries_.end(),
                                           [](const Entry& a, const Entry& b) { return a.due < b.due; });
        if (next == entries_.end() || next->due > end) {
            break;
        }
        now_ = next->due;
        const auto done = std::move(next->done);
        entries_.erase(next);
        done();
    }
    now_ = end;
}

void FakeNavigation::push(std::string_view path) {
    entries_.resize(position_ + 1);
    entries_.emplace_back(path);
    ++position_;
}

void FakeNavigation::replace(std::string_view path) {
    entries_[position_] = path;
}

void FakeNavigation::back() {
    if (position_ > 0) {
        --position_;
        changed_(entries_[position_]);
    }
}

std::string FakePreferences::get(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? std::string{} : found->second;
}

void FakeAnnouncer::announce(std::string_view text, bool urgent) {
    said_.push_back((urgent ? "! " : "") + std::string{text});
}

void FakeStorage::put(std::string_view account, std::string_view key, std::string_view value,
                      std::function<void(app::StorageFault)> done) {
    asked_.emplace_back([this, where = std::pair{std::string{account}, std::string{key}}, text = std::string{value},
                         done = std::move(done)] {
        if (fault_ == app::StorageFault::kNone) {
            records[where] = text;
        }
        done(fault_);
    });
}

void FakeStorage::get(std::string_view account, std::string_view key,
                      std::function<void(app::StorageFault, std::optional<std::string>)> done) {
    asked_.emplace_back([this, where = std::pair{std::string{account}, std::string{key}}, done = std::move(done)] {
        const auto found = records.find(where);
        if (fault_ == app::StorageFault::kUnavailable) {
            done(fault_, std::nullopt);
        } else if (found == records.end()) {
            done(app::StorageFault::kNone, std::nullopt);
        } else {
            done(app::StorageFault::kNone, found->second);
        }
    });
}

void FakeStorage::erase(std::string_view account, std::string_view prefix) {
    asked_.emplace_back([this, account = std::string{account}, prefix = std::string{prefix}] {
        for (auto record = records.begin(); record != records.end();) {
            const auto& [owner, key] = record->first;
            record = owner == account && key.rfind(prefix, 0) == 0 ? records.erase(record) : std::next(record);
        }
    });
}

void FakeStorage::settle() {
    while (!asked_.empty()) {
        const auto next = std::move(asked_.front());
        asked_.pop_front();
        next();
    }
}

}  // namespace portal::platform::headless
