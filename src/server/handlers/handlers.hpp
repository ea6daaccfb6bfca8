#pragma once

#include "server/context.hpp"

#include <vector>

namespace portal::server {

using Handler = http::Response (*)(const Services& services, const Call& call);

/// An endpoint of the API (src/api/openapi.yaml).
struct Route {
    http::Method method;
    const char* pattern;
    Handler handler;
    bool is_open = false;       ///< also for who is not signed in
    bool is_expensive = false;  ///< see http::Application
};

[[nodiscard]] const std::vector<Route>& routes();

// What cannot be answered as asked is thrown as http::Failure.
http::Response sign_in(const Services& services, const Call& call);
http::Response show_session(const Services& services, const Call& call);
http::Response see_decisions(const Services& services, const Call& call);
http::Response show_notices(const Services& services, const Call& call);
http::Response sign_out(const Services& services, const Call& call);
http::Response show_family(const Services& services, const Call& call);
http::Response show_locations(const Services& services, const Call& call);
http::Response show_occupancy(const Services& services, const Call& call);
http::Response show_change_requests(const Services& services, const Call& call);
http::Response show_change_request(const Services& services, const Call& call);
http::Response add_change_requests(const Services& services, const Call& call);
http::Response withdraw_change_request(const Services& services, const Call& call);
http::Response report_recovery(const Services& services, const Call& call);
http::Response show_rules(const Services& services, const Call& call);
http::Response show_password_rules(const Services& services, const Call& call);
http::Response inspect_link(const Services& services, const Call& call);
http::Response choose_password(const Services& services, const Call& call);
http::Response renew_link(const Services& services, const Call& call);
http::Response ask_password_reset(const Services& services, const Call& call);
http::Response change_password(const Services& services, const Call& call);
http::Response show_settings(const Services& services, const Call& call);
http::Response change_settings(const Services& services, const Call& call);
http::Response show_sessions(const Services& services, const Call& call);
http::Response end_session(const Services& services, const Call& call);
http::Response end_all_sessions(const Services& services, const Call& call);
http::Response end_other_sessions(const Services& services, const Call& call);
http::Response show_logins(const Services& services, const Call& call);
http::Response invite_to_login(const Services& services, const Call& call);
http::Response show_credit(const Services& services, const Call& call);
http::Response show_family_records(const Services& services, const Call& call);
http::Response show_guardian(const Services& services, const Call& call);
http::Response change_guardian(const Services& services, const Call& call);
http::Response show_child(const Services& services, const Call& call);
http::Response change_child(const Services& services, const Call& call);
http::Response add_emergency_contact(const Services& services, const Call& call);
http::Response order_emergency_contacts(const Services& services, const Call& call);
http::Response show_emergency_contact(const Services& services, const Call& call);
http::Response change_emergency_contact(const Services& services, const Call& call);
http::Response remove_emergency_contact(const Services& services, const Call& call);
http::Response download_log(const Services& services, const Call& call);
http::Response show_revisions(const Services& services, const Call& call);
http::Response show_changes(const Services& services, const Call& call);

}  // namespace portal::server
