#include "server/http/security.hpp"

namespace portal::server::http {
namespace {

// The client: only its own files; WebAssembly needs a word of its own; nobody may put it into a frame.
constexpr const char* kClientPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr const char* kApiPolicy = "default-src 'none'; frame-ancestors 'none'";

}  // namespace

void add_security_headers(Response& response, bool is_api, bool is_secure) {
    auto& headers = response.headers;
    headers.emplace_back("Content-Security-Policy", is_api ? kApiPolicy : kClientPolicy);
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    headers.emplace_back("Permissions-Policy",
                         "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (is_api) {
        headers.emplace_back("Cache-Control", "no-store");
    }
    if (is_secure) {
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    }
}

}  // namespace portal::server::http
