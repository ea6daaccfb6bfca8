#pragma once

#include "server/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::http {

/// "https://portal.example.nl" of an address with at most a slash behind the host; nothing for anything else.
[[nodiscard]] std::optional<std::string> origin_of(std::string_view url);

/// Which pages may use the API: those of this server, and those of the origins allowed besides.
class OriginPolicy {
  public:
    /// `own` is empty when the server may be reached at any name; then the Host header tells which it is.
    OriginPolicy(std::string own, std::vector<std::string> others);

    /// Whether a request that changes something may come from where it says. One without Origin comes from no page.
    [[nodiscard]] bool allows(const Request& request) const;

    /// The headers by which a page of another origin may read the answer; none where there is nothing to allow.
    void add_headers(const Request& request, Response& response) const;

  private:
    [[nodiscard]] bool is_other(const std::string& origin) const;

    std::string own_;
    std::vector<std::string> others_;
};

}  // namespace portal::server::http
