#include "server/handlers/password_rule.hpp"

#include "server/auth/client_address.hpp"
#include "server/http/failure.hpp"

namespace portal::server {

void refuse_bad_password(const Services& services, const std::string& password, const std::string& email) {
    if (const auto flaw = core::find_password_flaw(services.password_rules, password, email)) {
        throw http::Failure(422, std::string(core::to_string(*flaw)), "Another password is needed.", "password");
    }
}

void count_mail(const Services& services, const Call& call, const std::string& email) {
    const std::int64_t wait =
        services.mail_throttle.begin_attempt(email, client_address(services, call.request), services.clock.now());
    if (wait > 0) {
        throw http::Failure(429, "too-many-mails", "There were too many mails. Look at the last one, or try later.")
            .with_header("Retry-After", std::to_string(wait));
    }
}

}  // namespace portal::server
