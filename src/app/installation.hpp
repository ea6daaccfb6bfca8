#pragma once

#include "app/text.hpp"

#include <cstdint>
#include <string>
#include <vector>

/// The portal as a program on this device, and what an organisation decides about it.
namespace portal::app {

/// What the browser tells of the portal as a program.
enum class InstallationEvent : std::uint8_t {
    kUpdateReady,    ///< another version is here and begins when it is asked to
    kReplaced,       ///< it has begun, asked for in this tab or another: this page is of the version before
    kInstallable,    ///< the browser offers to put the portal among the device's programs
    kAddableByHand,  ///< it can be put there, but only by the parent's own hand
    kInstalled,
};

/// How the portal can be put among the device's programs.
enum class InstallOffer : std::uint8_t { kNone, kPrompt, kByHand };

struct Installation {
    bool update_ready = false;
    bool update_put_off = false;  ///< not shown until the next start, which has the new version by itself
    InstallOffer offer = InstallOffer::kNone;
};

// Actions
struct InstallationTold {
    InstallationEvent event = InstallationEvent::kUpdateReady;
};
struct UpdatePressed {};  ///< the new version may begin
struct UpdatePutOff {};
struct InstallPressed {};

/// What config.json says of the organisation, as far as parents see it.
struct Site {
    std::string organisation;                                     ///< empty: it has no name of its own here
    std::vector<Language> languages{Language::nl, Language::en};  ///< never empty; the first is the one to begin in
    std::string email;                                            ///< whom parents can ask who cannot get in
    std::string phone;
};

}  // namespace portal::app
