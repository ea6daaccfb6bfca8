#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::app {

/// Where changes wait that have not been sent, and the pages of this browser that take turns in sending them. Apart
/// from what is only remembered: nothing but the parent or the server's answer removes them. The other pages are told
/// of what is put and erased (TabNews::kOutbox).
class OutboxPort {
  public:
    virtual ~OutboxPort() = default;
    /// `done` hears whether it is stored, once it would survive the page.
    virtual void put(std::string_view account, std::string_view key, std::string_view text,
                     std::function<void(bool)> done) = 0;
    /// All of the account, in any order; false where they cannot be read.
    virtual void list(std::string_view account, std::function<void(bool, std::vector<std::string>)> done) = 0;
    virtual void erase(std::string_view account, std::string_view key) = 0;
    /// Calls `done` once no other page of this browser has the turn.
    virtual void ask_turn(std::function<void()> done) = 0;
    /// Also of a turn that was asked and has not come.
    virtual void end_turn() = 0;
    /// Whether the browser asks before the page is closed.
    virtual void warn_on_leaving(bool warns) = 0;
};

}  // namespace portal::app
