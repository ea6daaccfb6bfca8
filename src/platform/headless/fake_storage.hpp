#pragma once

#include "app/ports.hpp"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace portal::platform::headless {

/// Keeps what the application keeps, and answers when the test says so. Faults are those of a real device.
class FakeStorage : public app::Storage {
  public:
    void put(std::string_view account, std::string_view key, std::string_view value,
             std::function<void(app::StorageFault)> done) override;
    void get(std::string_view account, std::string_view key,
             std::function<void(app::StorageFault, std::optional<std::string>)> done) override;
    void erase(std::string_view account, std::string_view prefix) override;

    /// Carries out all that was asked, also what is asked by that.
    void settle();
    /// From now on nothing works (kUnavailable), or nothing more can be kept (kFull).
    void break_down(app::StorageFault fault) { fault_ = fault; }

    using Records = std::map<std::pair<std::string, std::string>, std::string>;  ///< by account and key
    Records records;

  private:
    app::StorageFault fault_ = app::StorageFault::kNone;
    std::deque<std::function<void()>> asked_;
};

}  // namespace portal::platform::headless
