#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace portal::server::test {

/// A folder that is gone when the test is.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, std::string_view content) const;

  private:
    std::filesystem::path path_;
};

}  // namespace portal::server::test
