#pragma once

#include "app/outbox.hpp"

#include <string>

namespace portal::app {

struct OutboxState {
    Outbox box;
    std::string account;     ///< whose; empty while nobody is signed in
    bool warns = false;      ///< the browser asks before the page is closed
    std::string discarding;  ///< key of what the dialog asks about
};

}  // namespace portal::app
