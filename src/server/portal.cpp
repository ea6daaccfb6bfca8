#include "server/portal.hpp"

#include "server/auth/session_cookie.hpp"
#include "server/http/failure.hpp"
#include "server/http/http_date.hpp"
#include "server/http/security.hpp"
#include "server/storage/failure.hpp"

#include <chrono>
#include <utility>

namespace portal::server {
namespace {

using http::Failure;
using http::Method;
using http::Request;
using http::Response;

bool is_api(const Request& request) {
    return request.path == "/api" || request.path.substr(0, 5) == "/api/";
}

bool changes_something(Method method) {
    return method != Method::kGet && method != Method::kHead && method != Method::kOptions;
}

http::Router router_of(const std::vector<Route>& routes) {
    std::vector<http::Router::Entry> entries;
    entries.reserve(routes.size());
    for (const Route& route : routes) {
        entries.push_back({route.method, route.pattern});
    }
    return http::Router{std::move(entries)};
}

bool is_json(std::string_view content_type) {
    const std::string_view type = content_type.substr(0, content_type.find_first_of("; "));
    const http::HeaderNameLess less;
    return !less(type, "application/json") && !less("application/json", type);
}

}  // namespace

Portal::Portal(Services services, http::OriginPolicy origins, std::optional<std::filesystem::path> client, Log& log)
    : services_(services), origins_(std::move(origins)), router_(router_of(routes())), log_(log) {
    if (client) {
        files_.emplace(*client);
    }
}

bool Portal::is_expensive(const Request& request) const noexcept {
    const http::Router::Match match = router_.find(request.method, request.path);
    return match.found && routes()[match.index].is_expensive;
}

Response Portal::answer(const Request& request) noexcept {
    const auto begin = std::chrono::steady_clock::now();
    std::string route;
    Response response;
    try {
        response = answer_or_throw(request, route);
    } catch (const Failure& failure) {
        response = failure.response(request.id);
    } catch (const std::exception& error) {
        log_.failure(request.id, storage::safe_message(error));
        response = (storage::is_temporary(error)
                        ? Failure(503, "temporarily-unavailable", "The server is busy. Try again in a moment.")
                              .with_header("Retry-After", "3")
                        : Failure(500, "internal-error", "Something went wrong in the server."))
                       .response(request.id);
    }
    finish(request, response);
    const auto took = std::chrono::steady_clock::now() - begin;
    log_.request(request.method_name, route, response.status,
                 std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), request.id);
    return response;
}

Response Portal::overloaded(const Request& request) noexcept {
    Response response = Failure(503, "temporarily-unavailable", "The server is busy. Try again in a moment.")
                            .with_header("Retry-After", "3")
                            .response(request.id);
    finish(request, response);
    log_.request(request.method_name, "(overloaded)", response.status, 0, request.id);
    return response;
}

Response Portal::answer_or_throw(const Request& request, std::string& route) {
    route = "(unknown)";
    if (request.path.empty()) {
        throw Failure(400, "invalid-path", "The address cannot be read.");
    }
    if (is_api(request)) {
        const http::Router::Match match = router_.find(request.method, request.path);
        route = match.pattern.empty() ? "/api/(unknown)" : match.pattern;
        return answer_api(request, match);
    }
    route = "(file)";
    if (request.method != Method::kGet && request.method != Method::kHead) {
        throw Failure(405, "method-not-allowed", "Files can only be read.").with_header("Allow", "GET, HEAD");
    }
    if (!files_) {
        throw Failure(404, "not-found", "This server has the API only.");
    }
    return files_->answer(request);
}

Response Portal::answer_api(const Request& request, const http::Router::Match& match) {
    if (match.pattern.empty()) {
        throw Failure(404, "not-found", "There is no such endpoint.");
    }
    if (request.method == Method::kOptions) {
        return {204, {{"Allow", match.allowed + ", OPTIONS"}}, {}};
    }
    if (!match.found) {
        throw Failure(405, "method-not-allowed", "This endpoint does not know the method.")
            .with_header("Allow", match.allowed);
    }
    check(request);
    Call call{request, request.method_name + ' ' + std::string(match.pattern), match.parameters, {}};
    return this->call(routes()[match.index], std::move(call));
}

void Portal::check(const Request& request) const {
    if (request.body_too_large) {
        throw Failure(413, "too-large", "The body is larger than this server takes.");
    }
    if (!changes_something(request.method)) {
        return;
    }
    if (!origins_.allows(request)) {
        throw Failure(403, "origin-not-allowed", "Pages of this origin may not change anything here.");
    }
    const bool has_body = request.method == Method::kPost || request.method == Method::kPut;
    if (has_body && !is_json(request.header("Content-Type"))) {
        throw Failure(415, "unsupported-media-type", "The body has to be application/json.");
    }
}

Response Portal::call(const Route& route, Call call) const {
    if (route.is_open) {
        return route.handler(services_, call);
    }
    auto session = current_session(services_, call.request);
    if (!session) {
        throw Failure(401, "not-signed-in", "Nobody is signed in, or the session has ended.");
    }
    const std::string meant = call.request.header("For-Guardian");
    if (!meant.empty() && meant != session->who.guardian.value) {
        throw Failure(401, "somebody-else", "Somebody else has signed in meanwhile.");
    }
    call.who = std::move(session->who);
    Response response = route.handler(services_, call);
    if (session->header) {
        response.headers.push_back(std::move(*session->header));
    }
    return response;
}

void Portal::finish(const Request& request, Response& response) const {
    response.headers.emplace_back("Date", http::http_date(services_.clock.now()));
    response.headers.emplace_back("X-Request-Id", request.id);
    const bool api = is_api(request);
    http::add_security_headers(response, api, services_.secure);
    if (api) {
        origins_.add_headers(request, response);
    }
}

}  // namespace portal::server
