#pragma once

#include <cstdint>
#include <functional>

namespace portal::app {

/// What pages of one browser tell each other: what to look at again, and nothing of whom or what.
enum class TabNews : std::uint8_t {
    kChanged,    ///< the server has carried out a change
    kOutbox,     ///< other changes wait on the device; told by what keeps them, once they are kept
    kSignedOut,  ///< by the parent
    kExpired,    ///< the server knows the session no longer
    kSignedIn,   ///< as anybody
};

/// The other pages of this browser that show the portal. Where the browser has no way to them, they notice by
/// themselves: with the next question to the server, or when somebody looks at them again.
class Tabs {
  public:
    virtual ~Tabs() = default;
    virtual void tell(TabNews news) = 0;
    /// Called when another page tells something.
    virtual void on_told(std::function<void(TabNews)> told) = 0;
};

}  // namespace portal::app
