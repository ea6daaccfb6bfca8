#include "server/http/failure.hpp"

#include "api/codec.hpp"

#include <utility>

namespace portal::server::http {
namespace {

const char* title_of(int status) {
    switch (status) {
        case 400:
            return "The request is not understood";
        case 401:
            return "Not signed in";
        case 403:
            return "Not allowed";
        case 404:
            return "Not found";
        case 405:
            return "Method not allowed";
        case 409:
            return "Something else has changed meanwhile";
        case 410:
            return "No longer there";
        case 412:
            return "Somebody else has changed it meanwhile";
        case 413:
            return "The request is too large";
        case 415:
            return "Unsupported media type";
        case 422:
            return "The request cannot be carried out";
        case 428:
            return "The version that is to be changed is missing";
        case 429:
            return "Too many attempts";
        case 503:
            return "Temporarily unavailable";
        default:
            return "Internal error";
    }
}

}  // namespace

Failure::Failure(int status, std::string code, std::string detail, std::string field)
    : problem_{status, std::move(code), title_of(status), std::move(detail), std::move(field), {}, {}} {
    if (status == 401) {
        // HTTP wants a challenge; a scheme that browsers do not know makes them show no window of their own.
        headers_.emplace_back("WWW-Authenticate", "Session realm=\"ouderlogin\"");
    }
}

Failure Failure::with_header(std::string name, std::string value) && {
    headers_.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

Failure Failure::with_errors(std::vector<api::ProblemItem> errors) && {
    problem_.errors = std::move(errors);
    return std::move(*this);
}

Response Failure::response(const std::string& request_id) const {
    api::Problem problem = problem_;
    problem.request_id = request_id;
    Response response{problem.status, headers_, api::encode(problem)};
    response.headers.emplace_back("Content-Type", "application/problem+json");
    return response;
}

}  // namespace portal::server::http
