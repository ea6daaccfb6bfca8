#pragma once

#include "server/handlers/handlers.hpp"
#include "server/http/application.hpp"
#include "server/http/origin.hpp"
#include "server/http/router.hpp"
#include "server/http/static_files.hpp"
#include "server/log.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace portal::server {

/// The API and the client's files behind one address. Whatever happens inside, the answer is an answer: every failure
/// becomes problem details here, with the request's id and nothing of the inside.
class Portal final : public http::Application {
  public:
    Portal(Services services, http::OriginPolicy origins, std::optional<std::filesystem::path> client, Log& log);

    [[nodiscard]] http::Response answer(const http::Request& request) noexcept override;
    [[nodiscard]] http::Response overloaded(const http::Request& request) noexcept override;
    [[nodiscard]] bool is_expensive(const http::Request& request) const noexcept override;

  private:
    [[nodiscard]] http::Response answer_or_throw(const http::Request& request, std::string& route);
    [[nodiscard]] http::Response answer_api(const http::Request& request, const http::Router::Match& match);
    [[nodiscard]] http::Response call(const Route& route, Call call) const;
    void check(const http::Request& request) const;
    void finish(const http::Request& request, http::Response& response) const;

    Services services_;
    http::OriginPolicy origins_;
    std::optional<http::StaticFiles> files_;
    http::Router router_;
    Log& log_;
};

}  // namespace portal::server
