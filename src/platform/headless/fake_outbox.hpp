#pragma once

#include "app/outbox_port.hpp"

#include <map>
#include <string>
#include <utility>

namespace portal::platform::headless {

/// A device that keeps nothing, unless the test says that it can.
class FakeOutbox : public app::OutboxPort {
  public:
    void put(std::string_view account, std::string_view key, std::string_view text,
             std::function<void(bool)> done) override {
        if (works) {
            records[{std::string(account), std::string(key)}] = text;
        }
        done(works);
    }
    void list(std::string_view account, std::function<void(bool, std::vector<std::string>)> done) override {
        std::vector<std::string> texts;
        for (const auto& [where, text] : records) {
            if (where.first == account) {
                texts.push_back(text);
            }
        }
        done(works, std::move(texts));
    }
    void erase(std::string_view account, std::string_view key) override {
        records.erase({std::string(account), std::string(key)});
    }
    void ask_turn(std::function<void()> done) override {
        has_turn = true;
        done();
    }
    void end_turn() override { has_turn = false; }
    void warn_on_leaving(bool warned) override { warns = warned; }

    bool works = false;
    bool has_turn = false;
    bool warns = false;
    std::map<std::pair<std::string, std::string>, std::string> records;  ///< by account and key
};

}  // namespace portal::platform::headless
