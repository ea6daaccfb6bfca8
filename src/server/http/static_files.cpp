#include "server/http/static_files.hpp"

#include "server/http/client_headers.hpp"
#include "server/http/failure.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

namespace portal::server::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> kMediaTypes{{
    {".html", "text/html; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".map", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/vnd.microsoft.icon"},
    {".ttf", "font/ttf"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".webp", "image/webp"},
    {".jpg", "image/jpeg"},
}};

struct Encoding {
    std::string_view name;
    std::string_view extension;
};
constexpr std::array<Encoding, 2> kEncodings{{{"br", ".br"}, {"gzip", ".gz"}}};

Failure not_found() {
    return {404, "not-found", "There is no such file."};
}

/// Whether every segment names a file or folder below the root and nothing that is hidden.
bool is_plain(std::string_view path) {
    if (path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
        return false;
    }
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end == 0 || path.front() == '.') {
            return false;
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return true;
}

/// Whether Accept-Encoding names a coding without refusing it ("br;q=0").
bool accepts(std::string_view header, std::string_view coding) {
    while (!header.empty()) {
        const std::size_t end = std::min(header.find(','), header.size());
        std::string_view item = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        item.remove_prefix(std::min(item.find_first_not_of(' '), item.size()));
        const std::size_t parameters = std::min(item.find_first_of("; "), item.size());
        if (item.substr(0, parameters) == coding) {
            const std::string_view rest = item.substr(parameters);
            const bool refused =
                rest.find("q=0") != std::string_view::npos && rest.find_first_of("123456789") == std::string_view::npos;
            return !refused;
        }
    }
    return false;
}

/// Changes whenever the file is written.
std::optional<std::string> entity_tag(const fs::path& file, std::string_view suffix) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
        return std::nullopt;
    }
    return '"' + std::to_string(facts.st_size) + '-' + std::to_string(facts.st_mtim.tv_sec) + '.' +
           std::to_string(facts.st_mtim.tv_nsec) + std::string(suffix) + '"';
}

std::string content(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) {
        throw not_found();
    }
    return {std::istreambuf_iterator<char>{stream}, {}};
}

bool has_tag(std::string_view if_none_match, std::string_view tag) {
    return if_none_match == "*" || if_none_match.find(tag) != std::string_view::npos;
}

}  // namespace

std::string_view media_type(const fs::path& file) {
    const std::string extension = file.extension().string();
    for (const auto& [known, type] : kMediaTypes) {
        if (known == extension) {
            return type;
        }
    }
    return "application/octet-stream";
}

StaticFiles::StaticFiles(const fs::path& root) : root_(fs::canonical(root)) {}

fs::path StaticFiles::find(std::string_view path) const {
    const std::string_view relative = path.substr(1);
    const std::string_view last = relative.substr(relative.rfind('/') + 1);
    if (last.find('.') == std::string_view::npos) {
        return root_ / "index.html";
    }
    if (!is_plain(relative)) {
        throw not_found();
    }
    std::error_code error;
    fs::path file = fs::canonical(root_ / relative, error);
    // A link inside the folder may not lead out of it.
    const auto [end_of_root, position] = std::mismatch(root_.begin(), root_.end(), file.begin(), file.end());
    if (error || end_of_root != root_.end() || position == file.end()) {
        throw not_found();
    }
    return file;
}

Response StaticFiles::answer(const Request& request) const {
    const fs::path file = find(request.path);
    fs::path chosen = file;
    std::optional<std::string> tag = entity_tag(file, "");
    if (!tag) {
        throw not_found();
    }
    Response response;
    const std::string accepted = request.header("Accept-Encoding");
    for (const Encoding& encoding : kEncodings) {
        fs::path compressed = file;
        compressed += encoding.extension;
        const auto compressed_tag = entity_tag(compressed, encoding.extension);
        if (compressed_tag && accepts(accepted, encoding.name)) {
            chosen = compressed;
            tag = compressed_tag;
            response.headers.emplace_back("Content-Encoding", encoding.name);
            break;
        }
    }
    response.headers.emplace_back("Content-Type", media_type(file));
    response.headers.emplace_back("ETag", *tag);
    response.headers.emplace_back("Vary", "Accept-Encoding");
    add_file_headers(response, '/' + file.lexically_relative(root_).generic_string());
    if (has_tag(request.header("If-None-Match"), *tag)) {
        response.status = 304;
        return response;
    }
    response.body = content(chosen);
    return response;
}

}  // namespace portal::server::http
