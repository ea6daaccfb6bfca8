#pragma once

#include "core/id.hpp"
#include "core/password.hpp"
#include "server/auth/passwords.hpp"
#include "server/auth/throttle.hpp"
#include "server/clock.hpp"
#include "server/http/message.hpp"
#include "server/storage/database.hpp"

#include <map>
#include <optional>
#include <string>

namespace portal::server {

/// What handlers work with; shared by all threads.
struct Services {
    storage::Database& database;
    const Clock& clock;
    const Passwords& passwords;
    Throttle& throttle;
    Throttle& mail_throttle;  ///< of mails that anybody can ask for
    const core::PasswordRules& password_rules;
    bool secure = false;        ///< the portal's public address is https
    bool behind_proxy = false;  ///< the client's address stands in X-Forwarded-For
};

/// Who sends a request.
struct SignedIn {
    std::string account;
    core::GuardianId guardian;
    core::FamilyId family;
    std::string name;
    std::string email;
};

/// One request for a handler.
struct Call {
    const http::Request& request;
    std::string route;                              ///< "POST /api/change-requests"
    std::map<std::string, std::string> parameters;  ///< of the route's pattern
    SignedIn who;                                   ///< empty on routes open to everybody
};

}  // namespace portal::server
