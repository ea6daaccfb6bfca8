#include "server/http/origin.hpp"

#include <algorithm>
#include <utility>

namespace portal::server::http {

std::optional<std::string> origin_of(std::string_view url) {
    const bool secure = url.substr(0, 8) == "https://";
    if (!secure && url.substr(0, 7) != "http://") {
        return std::nullopt;
    }
    if (url.back() == '/') {
        url.remove_suffix(1);
    }
    const std::string_view host = url.substr(std::min<std::size_t>(secure ? 8 : 7, url.size()));
    const bool plain = std::all_of(host.begin(), host.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '.' ||
               character == '-' || character == ':' || character == '[' || character == ']';
    });
    return plain && !host.empty() ? std::optional{std::string{url}} : std::nullopt;
}

OriginPolicy::OriginPolicy(std::string own, std::vector<std::string> others)
    : own_(std::move(own)), others_(std::move(others)) {}

bool OriginPolicy::is_other(const std::string& origin) const {
    return std::find(others_.begin(), others_.end(), origin) != others_.end();
}

bool OriginPolicy::allows(const Request& request) const {
    const std::string origin = request.header("Origin");
    if (origin.empty()) {
        // Browsers that leave Origin out of a form's POST still tell that it crosses sites.
        return request.header("Sec-Fetch-Site") != "cross-site";
    }
    const std::string own = own_.empty() ? "http://" + request.header("Host") : own_;
    return origin == own || is_other(origin);
}

void OriginPolicy::add_headers(const Request& request, Response& response) const {
    if (others_.empty()) {
        return;
    }
    response.headers.emplace_back("Vary", "Origin");
    const std::string origin = request.header("Origin");
    if (!is_other(origin)) {
        return;
    }
    response.headers.emplace_back("Access-Control-Allow-Origin", origin);
    response.headers.emplace_back("Access-Control-Allow-Credentials", "true");
    if (request.method == Method::kOptions) {
        response.headers.emplace_back("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        response.headers.emplace_back(
            "Access-Control-Allow-Headers",
            "Content-Type, For-Guardian, Idempotency-Key, If-Match, If-None-Match, Written-At");
        response.headers.emplace_back("Access-Control-Max-Age", "600");
    } else {
        response.headers.emplace_back("Access-Control-Expose-Headers",
                                      "Date, ETag, Location, Retry-After, X-Request-Id");
    }
}

}  // namespace portal::server::http
