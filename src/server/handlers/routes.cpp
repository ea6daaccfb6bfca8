#include "server/handlers/handlers.hpp"
#include "server/handlers/money.hpp"

namespace portal::server {

const std::vector<Route>& routes() {
    using http::Method;
    static const std::vector<Route> all{
        {Method::kPost, "/api/session", sign_in, true, true},
        {Method::kGet, "/api/session", show_session},
        {Method::kDelete, "/api/session", sign_out, true},
        {Method::kPut, "/api/session/decisions-seen", see_decisions},
        {Method::kGet, "/api/password-rules", show_password_rules, true},
        {Method::kPost, "/api/account-links/inspection", inspect_link, true},
        {Method::kPost, "/api/account-links/password", choose_password, true, true},
        {Method::kPost, "/api/account-links/renewal", renew_link, true},
        {Method::kPost, "/api/password-resets", ask_password_reset, true},
        {Method::kPut, "/api/account/password", change_password, false, true},
        {Method::kGet, "/api/account/settings", show_settings},
        {Method::kPut, "/api/account/settings", change_settings},
        {Method::kGet, "/api/account/sessions", show_sessions},
        {Method::kDelete, "/api/account/sessions", end_all_sessions},
        {Method::kDelete, "/api/account/sessions/{id}", end_session},
        {Method::kDelete, "/api/account/other-sessions", end_other_sessions},
        {Method::kGet, "/api/account/logins", show_logins},
        {Method::kPut, "/api/account/logins/{id}/invitation", invite_to_login},
        {Method::kGet, "/api/notices", show_notices},
        {Method::kGet, "/api/family", show_family},
        {Method::kGet, "/api/locations", show_locations},
        {Method::kGet, "/api/rules", show_rules},
        {Method::kGet, "/api/occupancy", show_occupancy},
        {Method::kGet, "/api/credit", show_credit},
        {Method::kGet, "/api/change-requests", show_change_requests},
        {Method::kPost, "/api/change-requests", add_change_requests},
        {Method::kGet, "/api/change-requests/{id}", show_change_request},
        {Method::kPut, "/api/change-requests/{id}/withdrawal", withdraw_change_request},
        {Method::kPut, "/api/change-requests/{id}/recovery", report_recovery},
        {Method::kGet, "/api/organisation", show_organisation},
        {Method::kGet, "/api/contracts", show_contract_details},
        {Method::kGet, "/api/contracts/{id}/pdf", download_contract},
        {Method::kGet, "/api/invoices", show_invoices},
        {Method::kGet, "/api/invoices/{id}", show_invoice},
        {Method::kGet, "/api/invoices/{id}/pdf", download_invoice},
        {Method::kGet, "/api/annual-statements", show_statements},
        {Method::kGet, "/api/annual-statements/{year}", show_statement},
        {Method::kGet, "/api/annual-statements/{year}/pdf", download_statement},
        {Method::kGet, "/api/annual-statements/{year}/csv", download_statement_table},
        {Method::kGet, "/api/records", show_family_records},
        {Method::kGet, "/api/guardians/{id}", show_guardian},
        {Method::kPut, "/api/guardians/{id}", change_guardian},
        {Method::kGet, "/api/children/{id}", show_child},
        {Method::kPut, "/api/children/{id}", change_child},
        {Method::kPost, "/api/children/{id}/emergency-contacts", add_emergency_contact},
        {Method::kPut, "/api/children/{id}/emergency-contact-order", order_emergency_contacts},
        {Method::kGet, "/api/emergency-contacts/{id}", show_emergency_contact},
        {Method::kPut, "/api/emergency-contacts/{id}", change_emergency_contact},
        {Method::kDelete, "/api/emergency-contacts/{id}", remove_emergency_contact},
        {Method::kGet, "/api/changes", show_changes},
        {Method::kGet, "/api/log/csv", download_log},
        {Method::kGet, "/api/revisions", show_revisions},
    };
    return all;
}

}  // namespace portal::server
