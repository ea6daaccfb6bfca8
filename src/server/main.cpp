#include "server/admin/answer_edits.hpp"
#include "server/admin/answer_requests.hpp"
#include "server/admin/bill.hpp"
#include "server/admin/book_credit.hpp"
#include "server/admin/import_invoices.hpp"
#include "server/admin/import_office.hpp"
#include "server/admin/invite_guardian.hpp"
#include "server/admin/load_rules.hpp"
#include "server/admin/publish_notice.hpp"
#include "server/admin/set_organisation.hpp"
#include "server/options.hpp"
#include "server/serve.hpp"
#include "server/storage/failure.hpp"

#include <cstdlib>
#include <exception>
#include <iostream>

int main(int count, char** values) {
    using portal::server::Options;
    try {
        const Options options = portal::server::parse_options({values + 1, values + count});
        switch (options.command) {
            case Options::Command::kHelp:
                std::cout << portal::server::usage();
                break;
            case Options::Command::kVersion:
                std::cout << "ouderlogin-server " PORTAL_VERSION "\n";
                break;
            case Options::Command::kRules:
                portal::server::load_rules(options, std::cout);
                break;
            case Options::Command::kCredit:
                portal::server::book_credit(options, std::cout);
                break;
            case Options::Command::kNotice:
                portal::server::publish_notice(options, std::cout);
                break;
            case Options::Command::kImport:
                portal::server::import_office(options, std::cout);
                break;
            case Options::Command::kInvoices:
                portal::server::import_invoices(options, std::cout);
                break;
            case Options::Command::kBill:
                portal::server::bill(options, std::cout);
                break;
            case Options::Command::kPayment:
                portal::server::book_payment(options, std::cout);
                break;
            case Options::Command::kStatements:
                portal::server::publish_statements(options, std::cout);
                break;
            case Options::Command::kOrganisation:
                portal::server::set_organisation(options, std::cout);
                break;
            case Options::Command::kInvite:
                portal::server::invite_guardian(options, std::cout);
                break;
            case Options::Command::kEdits:
                portal::server::answer_edits(options, std::cout);
                break;
            case Options::Command::kRequests:
                portal::server::list_requests(options, std::cout);
                break;
            case Options::Command::kDecide:
                portal::server::answer_request(options, std::cout);
                break;
            case Options::Command::kServe:
                portal::server::serve(options);
                break;
        }
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << "ouderlogin-server: " << portal::server::storage::explain(error) << '\n';
        return EXIT_FAILURE;
    }
}
