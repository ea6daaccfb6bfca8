#include "server/log.hpp"

#include <ostream>

namespace portal::server {

void Log::request(std::string_view method, std::string_view route, int status, long long milliseconds,
                  std::string_view id) {
    const std::lock_guard lock{mutex_};
    out_ << method << ' ' << route << ' ' << status << ' ' << milliseconds << " ms " << id << std::endl;
}

void Log::failure(std::string_view id, std::string_view message) {
    const std::lock_guard lock{mutex_};
    errors_ << "request " << id << " failed: " << message << std::endl;
}

void Log::note(std::string_view message) {
    const std::lock_guard lock{mutex_};
    out_ << message << std::endl;
}

}  // namespace portal::server
