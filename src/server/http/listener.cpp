#include "server/http/listener.hpp"

#include "server/auth/random.hpp"
#include "server/http/deadlines.hpp"
#include "server/http/socket.hpp"
#include "server/http/worker_pool.hpp"

#include <microhttpd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <utility>

namespace portal::server::http {
namespace {

/// Of a body that is too large so much is read, so that the client gets the answer instead of a broken connection.
constexpr std::size_t kMostDiscarded = 1024 * 1024;

/// One request and its answer; lives from the request's first line until the answer is sent.
struct Exchange {
    Request request;
    Response response;
    std::size_t received = 0;
    bool headers_seen = false;
    bool answered = false;  ///< written by a worker before it resumes the connection
};

Method method_of(std::string_view name) {
    if (name == "GET") {
        return Method::kGet;
    }
    if (name == "HEAD") {
        return Method::kHead;
    }
    if (name == "POST") {
        return Method::kPost;
    }
    if (name == "PUT") {
        return Method::kPut;
    }
    if (name == "DELETE") {
        return Method::kDelete;
    }
    return name == "OPTIONS" ? Method::kOptions : Method::kOther;
}

MHD_Result add_header(void* request, MHD_ValueKind /*kind*/, const char* name, const char* value) {
    static_cast<Request*>(request)->headers[name] = value == nullptr ? "" : value;
    return MHD_YES;
}

int socket_of(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info == nullptr ? -1 : info->connect_fd;
}

std::string address_of(MHD_Connection* connection) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info == nullptr ? std::string{} : text_of(info->client_addr);
}

MHD_Result send(MHD_Connection* connection, const Response& answer, bool close) {
    // The library copies the body; its parameter lacks a const that it keeps.
    MHD_Response* response = MHD_create_response_from_buffer(answer.body.size(), const_cast<char*>(answer.body.data()),
                                                             MHD_RESPMEM_MUST_COPY);
    if (response == nullptr) {
        return MHD_NO;
    }
    for (const auto& [name, value] : answer.headers) {
        MHD_add_response_header(response, name.c_str(), value.c_str());
    }
    if (close) {
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    }
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(answer.status), response);
    MHD_destroy_response(response);
    return result;
}

}  // namespace

struct Listener::Impl {
    Impl(const ListenerSettings& given, Application& answering)
        : settings(given),
          application(answering),
          workers(given.workers, given.longest_queue),
          expensive_workers(given.expensive_workers, given.longest_queue),
          deadlines(
              std::clamp(given.request_time / 10, std::chrono::milliseconds{10}, std::chrono::milliseconds{1000})) {}

    void start();
    void stop();

    // What the library calls, with the listener as its first argument.
    static void* on_target(void* impl, const char* target, MHD_Connection* connection) {
        return static_cast<Impl*>(impl)->begin(connection, target);
    }
    static MHD_Result on_request(void* impl, MHD_Connection* connection, const char* /*url*/, const char* method,
                                 const char* /*version*/, const char* data, std::size_t* size, void** exchange) {
        return static_cast<Impl*>(impl)->handle(connection, *static_cast<Exchange*>(*exchange), method, data, size);
    }
    static void on_completed(void* impl, MHD_Connection* connection, void** exchange,
                             MHD_RequestTerminationCode /*why*/) {
        static_cast<Impl*>(impl)->end(connection, static_cast<Exchange*>(*exchange));
        *exchange = nullptr;
    }
    static void on_connection(void* impl, MHD_Connection* connection, void** /*context*/,
                              MHD_ConnectionNotificationCode code) {
        static_cast<Impl*>(impl)->connection_changed(connection, code == MHD_CONNECTION_NOTIFY_STARTED);
    }

    Exchange* begin(MHD_Connection* connection, const char* target);
    MHD_Result handle(MHD_Connection* connection, Exchange& exchange, const char* method, const char* data,
                      std::size_t* size);
    void end(MHD_Connection* connection, Exchange* exchange);
    void connection_changed(MHD_Connection* connection, bool opened);

    MHD_Result see_headers(MHD_Connection* connection, Exchange& exchange, const char* method);
    MHD_Result receive(Exchange& exchange, const char* data, std::size_t* size) const;
    MHD_Result dispatch(MHD_Connection* connection, Exchange& exchange);
    void resume(MHD_Connection* connection, Exchange& exchange, Response response);

    const ListenerSettings settings;
    Application& application;
    WorkerPool workers;
    WorkerPool expensive_workers;
    Deadlines deadlines;
    MHD_Daemon* daemon = nullptr;
    int socket = -1;
    std::atomic<bool> stopping{false};
    std::mutex mutex;
    std::condition_variable ended;
    std::size_t under_way = 0;  ///< from the first line until the answer is sent
    std::size_t working = 0;    ///< handed to a worker that has not resumed the connection yet
};

void Listener::Impl::start() {
    socket = listening_socket(settings.address, settings.port);
    const auto idle_seconds = std::chrono::duration_cast<std::chrono::seconds>(settings.idle_time).count();
    daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_SUPPRESS_DATE_NO_CLOCK,
                              0, nullptr, nullptr, &on_request, this, MHD_OPTION_LISTEN_SOCKET, socket,
                              MHD_OPTION_CONNECTION_LIMIT, settings.connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                              settings.connection_memory, MHD_OPTION_CONNECTION_TIMEOUT,
                              static_cast<unsigned>(std::max<std::int64_t>(1, idle_seconds)),
                              MHD_OPTION_NOTIFY_COMPLETED, &on_completed, this, MHD_OPTION_NOTIFY_CONNECTION,
                              &on_connection, this, MHD_OPTION_URI_LOG_CALLBACK, &on_target, this, MHD_OPTION_END);
    if (daemon == nullptr) {
        ::close(socket);
        throw ListenError("The HTTP server cannot be started: the system gives no more threads or files.");
    }
}

void Listener::Impl::stop() {
    stopping = true;
    const int quiet = MHD_quiesce_daemon(daemon);
    {
        std::unique_lock lock{mutex};
        ended.wait_for(lock, settings.stop_time, [&] { return under_way == 0; });
        // The library must not be stopped while a connection sleeps; workers always come to an end.
        ended.wait(lock, [&] { return working == 0; });
    }
    MHD_stop_daemon(daemon);
    if (quiet >= 0) {
        ::close(quiet);
    }
}

Exchange* Listener::Impl::begin(MHD_Connection* connection, const char* target) {
    deadlines.renew(connection, settings.request_time);
    auto exchange = std::make_unique<Exchange>();
    if (auto parsed = parse_target(target)) {
        exchange->request.path = std::move(parsed->path);
        exchange->request.query = std::move(parsed->query);
    }
    const std::lock_guard lock{mutex};
    ++under_way;
    return exchange.release();
}

void Listener::Impl::end(MHD_Connection* connection, Exchange* exchange) {
    const std::unique_ptr<Exchange> owned{exchange};
    deadlines.renew(connection, settings.idle_time);
    if (owned) {
        const std::lock_guard lock{mutex};
        --under_way;
        ended.notify_all();
    }
}

void Listener::Impl::connection_changed(MHD_Connection* connection, bool opened) {
    if (opened) {
        deadlines.set(connection, socket_of(connection), settings.idle_time);
    } else {
        deadlines.forget(connection);
    }
}

MHD_Result Listener::Impl::handle(MHD_Connection* connection, Exchange& exchange, const char* method, const char* data,
                                  std::size_t* size) {
    if (exchange.answered) {
        return send(connection, exchange.response, stopping);
    }
    if (!exchange.headers_seen) {
        return see_headers(connection, exchange, method);
    }
    return *size > 0 ? receive(exchange, data, size) : dispatch(connection, exchange);
}

MHD_Result Listener::Impl::see_headers(MHD_Connection* connection, Exchange& exchange, const char* method) {
    exchange.headers_seen = true;
    Request& request = exchange.request;
    request.method_name = method;
    request.method = method_of(method);
    request.address = address_of(connection);
    request.id = random_id();
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &add_header, &request);
    // The library has checked that it is a number; it says no to one that is too large for it.
    if (std::strtoull(request.header("Content-Length").c_str(), nullptr, 10) > kMostDiscarded) {
        request.body_too_large = true;
        return send(connection, application.answer(request), true);
    }
    return MHD_YES;
}

MHD_Result Listener::Impl::receive(Exchange& exchange, const char* data, std::size_t* size) const {
    exchange.received += *size;
    if (exchange.received > kMostDiscarded) {
        return MHD_NO;
    }
    Request& request = exchange.request;
    if (exchange.received > settings.longest_body) {
        request.body_too_large = true;
        request.body.clear();
    } else {
        request.body.append(data, *size);
    }
    *size = 0;
    return MHD_YES;
}

MHD_Result Listener::Impl::dispatch(MHD_Connection* connection, Exchange& exchange) {
    deadlines.renew(connection, settings.answer_time);
    WorkerPool& pool = application.is_expensive(exchange.request) ? expensive_workers : workers;
    {
        const std::lock_guard lock{mutex};
        ++working;
    }
    // Suspended first: a fast worker could otherwise resume what does not sleep yet.
    MHD_suspend_connection(connection);
    const bool accepted = pool.submit(
        [this, connection, &exchange] { resume(connection, exchange, application.answer(exchange.request)); });
    if (!accepted) {
        resume(connection, exchange, application.overloaded(exchange.request));
    }
    return MHD_YES;
}

void Listener::Impl::resume(MHD_Connection* connection, Exchange& exchange, Response response) {
    exchange.response = std::move(response);
    exchange.answered = true;
    MHD_resume_connection(connection);
    const std::lock_guard lock{mutex};
    --working;
    ended.notify_all();
}

Listener::Listener(const ListenerSettings& settings, Application& application)
    : impl_(std::make_unique<Impl>(settings, application)) {
    impl_->start();
}

Listener::~Listener() {
    impl_->stop();
}

std::uint16_t Listener::port() const {
    return port_of(impl_->socket);
}

}  // namespace portal::server::http
