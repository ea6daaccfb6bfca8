#include "server/handlers/repetition.hpp"

#include "server/auth/random.hpp"
#include "server/handlers/answers.hpp"
#include "server/http/failure.hpp"
#include "server/storage/idempotency.hpp"

#include <algorithm>

namespace portal::server {
namespace {

void check_key(const std::string& key) {
    constexpr std::size_t kLongestKey = 64;
    const bool plain = std::all_of(key.begin(), key.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '_' || character == '-';
    });
    if (key.empty() || key.size() > kLongestKey || !plain) {
        throw http::Failure(400, "invalid-idempotency-key",
                            "The header Idempotency-Key has to have 1 to 64 letters, digits, '_' or '-'.");
    }
}

std::optional<core::Instant> written_at_of(const http::Request& request) {
    const std::string text = request.header("Written-At");
    const auto moment = core::Instant::parse(text);
    if (!moment && !text.empty()) {
        throw http::Failure(400, "invalid-written-at", "The header Written-At has to be a moment in UTC.");
    }
    return moment;
}

std::string header_of(const http::Response& response, std::string_view name) {
    const auto found = std::find_if(response.headers.begin(), response.headers.end(),
                                    [&](const auto& header) { return header.first == name; });
    return found != response.headers.end() ? found->second : std::string();
}

}  // namespace

Repetition::Repetition(const Call& call, Key key)
    : account_(call.who.account),
      key_(call.request.header("Idempotency-Key")),
      hash_(fingerprint(call.request.method_name + ' ' + call.request.path + '\n' + call.request.body)),
      written_at_(written_at_of(call.request)) {
    if (key == Key::kRequired || !key_.empty()) {
        check_key(key_);
    }
}

std::optional<http::Response> Repetition::earlier(storage::Transaction& transaction) const {
    const auto answer = key_.empty() ? std::nullopt : storage::find_answer(transaction, account_, key_);
    if (!answer) {
        return std::nullopt;
    }
    if (answer->request_hash != hash_) {
        throw http::Failure(422, "idempotency-key-reused",
                            "This Idempotency-Key was sent before with another request.");
    }
    http::Response response =
        answer->body.empty() ? http::Response{answer->status, {}, {}} : json(answer->status, answer->body);
    if (!answer->location.empty()) {
        response.headers.emplace_back("Location", answer->location);
    }
    if (!answer->etag.empty()) {
        response.headers.emplace_back("ETag", answer->etag);
    }
    return response;
}

void Repetition::remember(storage::Transaction& transaction, const http::Response& answer, core::Instant now) const {
    if (!key_.empty()) {
        storage::insert_answer(
            transaction, account_, key_,
            {hash_, written_at_, answer.status, header_of(answer, "Location"), header_of(answer, "ETag"), answer.body},
            now);
    }
}

}  // namespace portal::server
