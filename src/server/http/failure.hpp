#pragma once

#include "api/dto.hpp"
#include "server/http/message.hpp"

#include <exception>
#include <string>

namespace portal::server::http {

/// Thrown by whatever cannot answer a request as it was asked; becomes problem details in one place.
class Failure : public std::exception {
  public:
    Failure(int status, std::string code, std::string detail, std::string field = {});

    [[nodiscard]] Failure with_header(std::string name, std::string value) &&;
    /// What is wrong with each of several things that were asked at once.
    [[nodiscard]] Failure with_errors(std::vector<api::ProblemItem> errors) &&;
    [[nodiscard]] Response response(const std::string& request_id) const;
    [[nodiscard]] const char* what() const noexcept override { return problem_.code.c_str(); }

  private:
    api::Problem problem_;
    std::vector<std::pair<std::string, std::string>> headers_;
};

}  // namespace portal::server::http
