#pragma once

#include "server/context.hpp"

#include <string>

namespace portal::server {

/// Throws http::Failure (422) with the flaw of a password that somebody chose for signing in as `email`.
void refuse_bad_password(const Services& services, const std::string& password, const std::string& email);

/// Counts a mail that was asked for; throws http::Failure (429) where there were too many to the address or from the
/// client.
void count_mail(const Services& services, const Call& call, const std::string& email);

}  // namespace portal::server
