#pragma once

#include "server/http/message.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::http {

/// Finds the route of a path. Patterns are segments, "{name}" stands for any one: "/api/change-requests/{id}".
class Router {
  public:
    struct Entry {
        Method method;
        std::string_view pattern;
    };

    struct Match {
        std::size_t index = 0;  ///< of the entry; meaningless unless `found`
        bool found = false;
        std::string_view pattern;                       ///< also where only the method is wrong; empty for no such path
        std::map<std::string, std::string> parameters;  ///< by name
        std::string allowed;                            ///< methods of the path, for the header Allow
    };

    explicit Router(std::vector<Entry> entries) : entries_(std::move(entries)) {}

    /// HEAD is answered by the route of GET.
    [[nodiscard]] Match find(Method method, std::string_view path) const;

  private:
    std::vector<Entry> entries_;
};

}  // namespace portal::server::http
