#pragma once

#include "server/http/message.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The headers of the client's files, which web/_headers decides for every place that serves them.
namespace portal::server::http {

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct HeaderRule {
    std::string pattern;  ///< "/index.html", or "/app/*" for all below
    HeaderList headers;
};

/// Reads a file of rules: a pattern at the beginning of a line, its headers indented below it, comments after '#'.
[[nodiscard]] std::vector<HeaderRule> parse_header_rules(std::string_view text);

/// What holds for all of the client.
[[nodiscard]] const HeaderList& headers_of_client();

/// Adds what holds for this file of the client ("/index.html") beside it.
void add_file_headers(Response& response, std::string_view file);

}  // namespace portal::server::http
