#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal::server::http {

enum class Method : std::uint8_t { kGet, kHead, kPost, kPut, kDelete, kOptions, kOther };

/// Header names are compared without case (RFC 9110, 5.1).
struct HeaderNameLess {
    using is_transparent = void;
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};

struct Request {
    Method method = Method::kOther;
    std::string method_name;
    std::string path;                          ///< without query, percent-decoded; empty when it cannot be decoded
    std::map<std::string, std::string> query;  ///< of several with one name the last
    std::map<std::string, std::string, HeaderNameLess> headers;
    std::string body;
    bool body_too_large = false;  ///< then `body` is empty
    std::string address;          ///< of the other end of the connection
    std::string id;               ///< of this request in the log

    /// Empty when absent.
    [[nodiscard]] std::string header(std::string_view name) const;
    [[nodiscard]] std::string cookie(std::string_view name) const;
};

struct Response {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
};

/// What stands behind the first line's target, "/api/occupancy?from=2026-11-01".
struct Target {
    std::string path;
    std::map<std::string, std::string> query;
};

/// Nothing for bad percent-encoding and for encoded NULs.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

}  // namespace portal::server::http
