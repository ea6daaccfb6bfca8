#pragma once

#include "core/instant.hpp"
#include "server/auth/passwords.hpp"
#include "server/storage/database.hpp"

#include <string>

namespace portal::server {

/// Fills an empty database with an invented organisation, whose days are told relative to `now`. Throws
/// std::runtime_error where the data in assets/demo is wrong.
void create_demo(storage::Transaction& transaction, const Passwords& passwords, core::Instant now);

/// A sign-in of the demo, to be shown to whoever starts it.
struct DemoSignIn {
    std::string email;
    std::string password;
};
[[nodiscard]] DemoSignIn demo_sign_in();

}  // namespace portal::server
