#pragma once

#include "server/temporary_folder.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace portal::server::test {

enum class Backend : std::uint8_t { kSqlite, kPostgresql };

/// SQLite, and PostgreSQL where OUDERLOGIN_TEST_POSTGRES holds the address of a database in which schemas may be made.
[[nodiscard]] std::vector<Backend> available_backends();
[[nodiscard]] std::string name_of(Backend backend);

/// A database without tables, gone when the test is.
class EmptyDatabase {
  public:
    explicit EmptyDatabase(Backend backend);
    ~EmptyDatabase();
    EmptyDatabase(const EmptyDatabase&) = delete;
    EmptyDatabase& operator=(const EmptyDatabase&) = delete;

    [[nodiscard]] const std::string& url() const { return url_; }
    /// Runs one statement past the server.
    void execute(const std::string& statement) const;

  private:
    TemporaryFolder folder_;
    Backend backend_;
    std::string schema_;
    std::string url_;
};

}  // namespace portal::server::test
