#pragma once

#include "server/storage/connection.hpp"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace portal::server::storage {

/// A fixed number of connections, lent to one transaction each. A connection that broke is opened anew at its next use.
class Pool {
  public:
    Pool(Dialect dialect, std::size_t size);

    /// Waits for a free connection and begins a transaction with the statement given.
    [[nodiscard]] std::unique_ptr<Connection> begin(const std::string& statement);
    void give_back(std::unique_ptr<Connection> connection);

    [[nodiscard]] const Dialect& dialect() const { return dialect_; }

  private:
    [[nodiscard]] std::unique_ptr<Connection> open() const;
    [[nodiscard]] std::unique_ptr<Connection> take();

    Dialect dialect_;
    std::mutex mutex_;
    std::condition_variable given_back_;
    std::vector<std::unique_ptr<Connection>> free_;  ///< null: to be opened
};

}  // namespace portal::server::storage
