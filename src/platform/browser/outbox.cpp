#include "platform/browser/bridge.hpp"
#include "platform/browser/ports.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>

namespace portal::platform::browser {
namespace {

/// The other half is shell/outbox.js. Every question has a number by which its answer is known.
class BrowserOutbox final : public app::OutboxPort {
  public:
    BrowserOutbox() {
        bridge::connect();
        bridge::handlers().outbox = [this](unsigned call, bool good, std::string_view text) { hear(call, good, text); };
    }
    ~BrowserOutbox() override { bridge::handlers().outbox = nullptr; }
    BrowserOutbox(const BrowserOutbox&) = delete;
    BrowserOutbox& operator=(const BrowserOutbox&) = delete;

    void put(std::string_view account, std::string_view key, std::string_view text,
             std::function<void(bool)> done) override {
        ask("outboxPut", {account, key, text}, [done = std::move(done)](bool good, std::string_view) { done(good); });
    }

    void list(std::string_view account, std::function<void(bool, std::vector<std::string>)> done) override {
        ask("outboxList", {account}, [done = std::move(done)](bool good, std::string_view joined) {
            std::vector<std::string> texts;
            while (!joined.empty()) {
                const std::size_t end = std::min(joined.find(kSeparator), joined.size());
                texts.emplace_back(joined.substr(0, end));
                joined.remove_prefix(std::min(end + 1, joined.size()));
            }
            done(good, std::move(texts));
        });
    }

    void erase(std::string_view account, std::string_view key) override {
        ask("outboxErase", {account, key}, [](bool, std::string_view) {});
    }

    void ask_turn(std::function<void()> done) override {
        ask("outboxTurn", {}, [done = std::move(done)](bool, std::string_view) { done(); });
    }

    void end_turn() override { bridge::call("outboxEndTurn"); }
    void warn_on_leaving(bool warns) override { bridge::call("outboxWarn", warns ? "yes" : ""); }

  private:
    using Done = std::function<void(bool, std::string_view)>;
    static constexpr char kSeparator = '\x1e';  // no entry has it: what is in them is JSON

    void ask(const char* method, std::initializer_list<std::string_view> parts, Done done) {
        std::string argument = std::to_string(++last_);
        for (const std::string_view part : parts) {
            argument.append(1, kSeparator).append(part);
        }
        asked_[last_] = std::move(done);
        bridge::call(method, argument);
    }

    void hear(unsigned call, bool good, std::string_view text) {
        const auto found = asked_.find(call);
        if (found != asked_.end()) {
            const Done done = std::move(found->second);
            asked_.erase(found);
            done(good, text);
        }
    }

    std::map<unsigned, Done> asked_;
    unsigned last_ = 0;
};

}  // namespace

std::unique_ptr<app::OutboxPort> make_outbox() {
    return std::make_unique<BrowserOutbox>();
}

}  // namespace portal::platform::browser
