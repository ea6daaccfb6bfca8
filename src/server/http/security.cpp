#include "server/http/security.hpp"

#include "server/http/client_headers.hpp"

#include <string_view>

namespace portal::server::http {
namespace {

// Browsers shall come by TLS alone from now on; over plain HTTP that would be a promise which nobody can keep.
constexpr std::string_view kTransport = "Strict-Transport-Security";

void add_api_headers(Response& response) {
    auto& headers = response.headers;
    headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("Permissions-Policy",
                         "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    headers.emplace_back("Cache-Control", "no-store");
}

}  // namespace

void add_security_headers(Response& response, bool is_api, bool is_secure) {
    if (is_api) {
        add_api_headers(response);
    } else {
        for (const auto& [name, value] : headers_of_client()) {
            if (name != kTransport) {
                response.headers.emplace_back(name, value);
            }
        }
    }
    if (is_secure) {
        response.headers.emplace_back(kTransport, "max-age=31536000");
    }
}

}  // namespace portal::server::http
