#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace portal::app {

// Answers of the outbox's port; `account` is the one that was asked for
struct OutboxRead {
    std::string account;
    std::uint64_t id = 0;
    bool readable = false;
    std::vector<std::string> texts;
};
struct OutboxWritten {
    std::string account;
    std::string key;
    bool stored = false;
};
struct OutboxTurnGiven {};
struct OutboxWaited {
    std::uint64_t id = 0;
};
struct OutboxChance {};  ///< also 'Nu versturen', and what another page has put there or taken away

// On the list of what has not been sent
struct UnsentResent {
    std::string key;
};
struct UnsentEdited {
    std::string key;
};
struct UnsentDiscardPressed {
    std::string key;
};
struct UnsentDiscardConfirmed {};  ///< in its dialog
struct UnsentDiscardClosed {};

using OutboxAction = std::variant<OutboxRead, OutboxWritten, OutboxTurnGiven, OutboxWaited, OutboxChance, UnsentResent,
                                  UnsentEdited, UnsentDiscardPressed, UnsentDiscardConfirmed, UnsentDiscardClosed>;

}  // namespace portal::app
