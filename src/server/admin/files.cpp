#include "server/admin/files.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace portal::server {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream || std::filesystem::is_directory(file)) {
        throw std::runtime_error("The file " + file.string() + " cannot be read.");
    }
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace portal::server
