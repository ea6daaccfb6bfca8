#pragma once

#include "api/account_dto.hpp"
#include "app/remote.hpp"
#include "app/text.hpp"
#include "core/password.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the pages about the account itself show: choosing a password, a forgotten one, devices and logins.
namespace portal::app {

/// A password that is being chosen, and what becomes of saving it.
struct PasswordForm {
    std::string current;  ///< the present one, where it is asked
    std::string chosen;
    bool shown = false;
    bool pressed = false;                       ///< 'Opslaan' was pressed: from now on what is wrong is pointed at
    std::uint64_t request = 0;                  ///< awaited; 0: none
    std::optional<core::PasswordFlaw> refused;  ///< by the server, of `chosen` as it stands
    std::optional<Text> current_error;
    std::optional<Text> error;     ///< beside the button; in words: account_error (account.hpp)
    std::int64_t retry_after = 0;  ///< seconds that the server asks to wait

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// Why a link leads nowhere.
enum class LinkFault : std::uint8_t { kUsed, kExpired, kUnknown };

/// The page of a link that was mailed.
struct LinkPage {
    std::string secret;  ///< of the link that `link` is about
    Remote<api::AccountLink> link;
    std::optional<LinkFault> fault;
    PasswordForm form;
    std::uint64_t renewal = 0;  ///< awaited: a new mail; 0: none
    bool renewed = false;
    std::optional<Text> renewal_error;
    std::int64_t retry_after = 0;
};

/// 'Wachtwoord vergeten'.
struct ForgottenPage {
    std::string email;
    std::optional<Text> email_error;
    std::uint64_t request = 0;  ///< awaited; 0: none
    bool sent = false;
    std::optional<Text> error;
    std::int64_t retry_after = 0;

    [[nodiscard]] bool busy() const { return request != 0; }
};

/// 'Uw account'.
struct AccountPage {
    PasswordForm form;
    Remote<std::vector<api::DeviceSession>> sessions;
    Remote<api::FamilyLogins> logins;
    Remote<api::AccountSettings> settings;
    std::uint64_t saving = 0;      ///< awaited: the settings; 0: none
    bool settings_failed = false;  ///< they were not saved
    std::uint64_t ending = 0;      ///< awaited: sessions that end; 0: none
    std::string ended;             ///< id of the one that ends; empty: all others
    std::uint64_t inviting = 0;
    core::GuardianId invited;  ///< by the request that is awaited
};

}  // namespace portal::app
