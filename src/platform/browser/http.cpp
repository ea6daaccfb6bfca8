#include "platform/browser/ports.hpp"

#include <emscripten.h>
#include <emscripten/fetch.h>
#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace portal::platform::browser {
namespace {

// Before 3.1.20 emscripten_fetch_close freed a running request without stopping it, and its end then wrote to freed
// memory (https://github.com/emscripten-core/emscripten/issues/8234). There a cancelled request runs to its end
// unheard.
#ifdef __EMSCRIPTEN_MAJOR__
constexpr bool kCloseStopsRequests = true;
#else  // 4.x and earlier; the lower-case names must not even be asked for in newer ones, which warn of it
constexpr bool kCloseStopsRequests = __EMSCRIPTEN_major__ > 3 ||
                                     (__EMSCRIPTEN_major__ == 3 &&
                                      (__EMSCRIPTEN_minor__ > 1 || __EMSCRIPTEN_tiny__ >= 20));
#endif

const char* name_of(app::Method method) {
    switch (method) {
        case app::Method::kPost:
            return "POST";
        case app::Method::kPut:
            return "PUT";
        case app::Method::kDelete:
            return "DELETE";
        default:
            return "GET";
    }
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [&](char left, char right) { return lower(left) == lower(right); });
}

/// The value of one header in an XMLHttpRequest's block of "name: value" lines.
std::string header_value(std::string_view block, std::string_view name) {
    while (!block.empty()) {
        const std::size_t end = std::min(block.find('\n'), block.size());
        std::string_view line = block.substr(0, end);
        block.remove_prefix(std::min(end + 1, block.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || !equal_ignoring_case(line.substr(0, colon), name)) {
            continue;
        }
        line.remove_prefix(colon + 1);
        const std::size_t first = line.find_first_not_of(" \t");
        const std::size_t last = line.find_last_not_of(" \t\r");
        return first == std::string_view::npos ? std::string() : std::string(line.substr(first, last - first + 1));
    }
    return {};
}

/// Retry-After in its form of seconds; a date is for caches, and the portal's server sends none.
std::int64_t seconds_of(const std::string& text) {
    constexpr std::size_t kMostDigits = 6;
    const bool is_number =
        !text.empty() && text.size() <= kMostDigits && text.find_first_not_of("0123456789") == std::string::npos;
    std::int64_t seconds = 0;
    for (std::size_t i = 0; is_number && i < text.size(); ++i) {
        seconds = seconds * 10 + (text[i] - '0');
    }
    return seconds;
}

class FetchHttp final : public app::Http {
  public:
    explicit FetchHttp(std::string api_base) : api_base_(std::move(api_base)) {}

    void send(const app::HttpRequest& request, std::function<void(const app::HttpResponse&)> done) override {
        auto call = std::make_unique<Call>();
        call->owner = this;
        call->id = request.id;
        call->body = request.body;
        call->done = std::move(done);
        call->timeout = static_cast<double>(request.timeout.count());
        call->started = emscripten_get_now();

        emscripten_fetch_attr_t attributes;
        emscripten_fetch_attr_init(&attributes);
        std::strcpy(attributes.requestMethod, name_of(request.method));
        attributes.attributes = EMSCRIPTEN_FETCH_LOAD_TO_MEMORY | EMSCRIPTEN_FETCH_REPLACE;
        attributes.timeoutMSecs = static_cast<unsigned>(request.timeout.count());
        attributes.withCredentials = EM_TRUE;
        attributes.onsuccess = &FetchHttp::on_end;
        attributes.onerror = &FetchHttp::on_end;
        attributes.userData = call.get();
        const std::vector<const char*> headers = headers_of(request);
        attributes.requestHeaders = headers.data();
        if (!call->body.empty()) {
            attributes.requestData = call->body.data();
            attributes.requestDataSize = call->body.size();
        }
        const std::string url = api_base_ + request.path;
        Call* const running = call.get();
        calls_[request.id] = std::move(call);
        emscripten_fetch_t* const fetch = emscripten_fetch(&attributes, url.c_str());
        const auto still = calls_.find(request.id);
        if (still != calls_.end() && still->second.get() == running) {
            running->fetch = fetch;
        }
    }

    void cancel(std::uint64_t id) override {
        const auto found = calls_.find(id);
        if (found == calls_.end()) {
            return;
        }
        found->second->done = nullptr;
        if (kCloseStopsRequests && found->second->fetch != nullptr) {
            const std::unique_ptr<Call> call = std::move(found->second);
            calls_.erase(found);
            emscripten_fetch_t* const fetch = call->fetch;
            call->closing = true;
            emscripten_fetch_close(fetch);
        }
    }

  private:
    struct Call {
        FetchHttp* owner = nullptr;
        std::uint64_t id = 0;
        std::string body;  // emscripten_fetch reads it in place
        std::function<void(const app::HttpResponse&)> done;
        emscripten_fetch_t* fetch = nullptr;
        double timeout = 0;  // milliseconds
        double started = 0;
        bool closing = false;  // inside emscripten_fetch_close, which reports an error of its own
    };

    static std::vector<const char*> headers_of(const app::HttpRequest& request) {
        std::vector<const char*> headers = {"Accept", "application/json, application/problem+json"};
        if (request.method == app::Method::kPost || request.method == app::Method::kPut) {
            headers.insert(headers.end(), {"Content-Type", "application/json"});
        }
        if (!request.idempotency_key.empty()) {
            headers.insert(headers.end(), {"Idempotency-Key", request.idempotency_key.c_str()});
        }
        if (!request.if_match.empty()) {
            headers.insert(headers.end(), {"If-Match", request.if_match.c_str()});
        }
        if (!request.if_none_match.empty()) {
            headers.insert(headers.end(), {"If-None-Match", request.if_none_match.c_str()});
        }
        if (!request.written_at.empty()) {
            headers.insert(headers.end(), {"Written-At", request.written_at.c_str()});
        }
        if (!request.guardian.empty()) {
            headers.insert(headers.end(), {"For-Guardian", request.guardian.c_str()});
        }
        headers.push_back(nullptr);
        return headers;
    }

    static app::HttpResponse response_of(emscripten_fetch_t* fetch, const Call& call) {
        app::HttpResponse response;
        // The library tells a timeout from a broken connection by nothing but the time that has passed.
        if (fetch->status == 0 || fetch->data == nullptr) {
            constexpr double kTimerPrecision = 20;
            const bool late = call.timeout > 0 && emscripten_get_now() - call.started >= call.timeout - kTimerPrecision;
            if (late) {
                response.transport = app::Transport::kTimedOut;
                return response;
            }
        }
        if (fetch->status == 0) {
            response.transport = app::Transport::kUnreachable;
            return response;
        }
        response.transport = app::Transport::kAnswered;
        response.status = fetch->status;
        if (fetch->data != nullptr) {
            response.body.assign(fetch->data, static_cast<std::size_t>(fetch->numBytes));
        }
        std::string headers(emscripten_fetch_get_response_headers_length(fetch) + 1, '\0');
        emscripten_fetch_get_response_headers(fetch, headers.data(), headers.size());
        response.etag = header_value(headers, "etag");
        response.date = header_value(headers, "date");
        response.retry_after = seconds_of(header_value(headers, "retry-after"));
        return response;
    }

    static void on_end(emscripten_fetch_t* fetch) {
        Call* const running = static_cast<Call*>(fetch->userData);
        if (running->closing) {
            return;
        }
        const auto found = running->owner->calls_.find(running->id);
        const std::unique_ptr<Call> call = std::move(found->second);
        running->owner->calls_.erase(found);
        const app::HttpResponse response = response_of(fetch, *call);
        call->closing = true;
        emscripten_fetch_close(fetch);
        if (call->done) {
            call->done(response);
        }
    }

    std::string api_base_;
    std::map<std::uint64_t, std::unique_ptr<Call>> calls_;
};

}  // namespace

std::unique_ptr<app::Http> make_http(std::string api_base) {
    return std::make_unique<FetchHttp>(std::move(api_base));
}

}  // namespace portal::platform::browser
