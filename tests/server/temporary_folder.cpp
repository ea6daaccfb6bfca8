#include "server/temporary_folder.hpp"

#include "server/auth/random.hpp"

#include <fstream>

namespace portal::server::test {
namespace {

std::filesystem::path new_folder() {
    start_cryptography();
    auto folder = std::filesystem::temp_directory_path() / ("ouderlogin-test-" + random_id());
    std::filesystem::create_directories(folder);
    return folder;
}

}  // namespace

TemporaryFolder::TemporaryFolder() : path_(new_folder()) {}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

void TemporaryFolder::write(const std::string& name, std::string_view content) const {
    const std::filesystem::path file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << content;
}

}  // namespace portal::server::test
