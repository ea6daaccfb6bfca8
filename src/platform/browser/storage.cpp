#include "platform/browser/bridge.hpp"
#include "platform/browser/ports.hpp"

#include <map>
#include <string>
#include <utility>

namespace portal::platform::browser {
namespace {

// Accounts and keys hold no line breaks; values may.
std::string lines(std::string_view account, std::string_view key) {
    return std::string(account) + '\n' + std::string(key);
}

class DatabaseStorage final : public app::Storage {
  public:
    DatabaseStorage() {
        bridge::connect();
        bridge::handlers().stored = [this](unsigned call, int fault, const char* record) {
            const auto found = calls_.find(call);
            const Done done = std::move(found->second);
            calls_.erase(found);
            done(static_cast<app::StorageFault>(fault),
                 record == nullptr ? std::nullopt : std::optional<std::string>(record));
        };
    }

    void put(std::string_view account, std::string_view key, std::string_view value,
             std::function<void(app::StorageFault)> done) override {
        const std::string call = expect(
            [done = std::move(done)](app::StorageFault fault, const std::optional<std::string>&) { done(fault); });
        bridge::call("keepRecord", call + '\n' + lines(account, key) + '\n' + std::string(value));
    }

    void get(std::string_view account, std::string_view key,
             std::function<void(app::StorageFault, std::optional<std::string>)> done) override {
        const std::string call = expect(std::move(done));
        bridge::call("recallRecord", call + '\n' + lines(account, key));
    }

    void erase(std::string_view account, std::string_view prefix) override {
        bridge::call("eraseRecords", lines(account, prefix));
    }

  private:
    using Done = std::function<void(app::StorageFault, std::optional<std::string>)>;

    std::string expect(Done done) {
        calls_[++last_call_] = std::move(done);
        return std::to_string(last_call_);
    }

    std::map<unsigned, Done> calls_;
    unsigned last_call_ = 0;
};

}  // namespace

std::unique_ptr<app::Storage> make_storage() {
    return std::make_unique<DatabaseStorage>();
}

}  // namespace portal::platform::browser
