#pragma once

#include "server/context.hpp"

namespace portal::server {

// Contracts, invoices and annual statements. What cannot be answered as asked is thrown as http::Failure.
http::Response show_organisation(const Services& services, const Call& call);
http::Response show_contract_details(const Services& services, const Call& call);
http::Response download_contract(const Services& services, const Call& call);
http::Response show_invoices(const Services& services, const Call& call);
http::Response show_invoice(const Services& services, const Call& call);
http::Response download_invoice(const Services& services, const Call& call);
http::Response show_statements(const Services& services, const Call& call);
http::Response show_statement(const Services& services, const Call& call);
http::Response download_statement(const Services& services, const Call& call);
http::Response download_statement_table(const Services& services, const Call& call);

}  // namespace portal::server
