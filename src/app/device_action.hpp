#pragma once

#include "app/ports.hpp"

#include <cstdint>
#include <variant>

namespace portal::app {

/// What the device was asked to wake the application for.
enum class Reminder : std::uint8_t {
    kSessionLate,  ///< the first question to the server should have been answered by now
    kIdle,         ///< and nothing is awaited from the server
};
struct Reminded {
    Reminder reminder = Reminder::kSessionLate;
};

struct StorageFailed {
    StorageFault fault = StorageFault::kUnavailable;
};  ///< something could not be kept

struct ChanceCame {};  ///< what failed before may work now

struct TabTold {
    TabNews news = TabNews::kChanged;
};  ///< by another page of this browser

/// What happens on the device, without the parent and without the server.
using DeviceAction = std::variant<Reminded, StorageFailed, ChanceCame, TabTold>;

}  // namespace portal::app
