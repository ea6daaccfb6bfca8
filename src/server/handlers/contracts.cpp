#include "api/money_codec.hpp"
#include "server/documents/wording.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/downloads.hpp"
#include "server/handlers/money.hpp"
#include "server/storage/contract_details.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/organisation_details.hpp"
#include "server/storage/records.hpp"

#include <algorithm>
#include <optional>

namespace portal::server {
namespace {

std::optional<http::Response> contract_document(const Services& services, const Call& call, const core::ContractId& id,
                                                documents::Language language) {
    storage::Transaction transaction = services.database.read();
    const core::Family family = storage::load_family(transaction, call.who.family);
    const auto contract = std::find_if(family.contracts.begin(), family.contracts.end(),
                                       [&](const core::PlacementContract& it) { return it.id == id; });
    if (contract == family.contracts.end()) {
        return std::nullopt;
    }
    const core::Locations locations = storage::load_locations(transaction, call.who.family);
    const auto details = storage::load_contract_details(transaction, call.who.family);
    const core::FamilyRecords records = storage::load_family_records(transaction, call.who.family);
    const documents::Letterhead head = letterhead(transaction);
    return download(documents::with(language, documents::Text::contract_file, {{"number", contract->number}}), ".pdf",
                    "application/pdf",
                    documents::contract_pdf({head, language, services.clock.now()},
                                            {family, locations, *contract, core::find_details(details, id),
                                             core::address_of(records, contract->child.value)}));
}

}  // namespace

http::Response show_organisation(const Services& services, const Call& call) {
    static_cast<void>(call);
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_organisation_details(transaction)));
}

http::Response show_contract_details(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::load_contract_details(transaction, call.who.family)));
}

http::Response download_contract(const Services& services, const Call& call) {
    const documents::Language language = document_language(call.request);
    const core::ContractId id{identifier_parameter(call, "contract")};
    auto document = contract_document(services, call, id, language);
    if (!document) {
        throw refused_access(services, call, "contract", id.value);
    }
    return std::move(*document);
}

}  // namespace portal::server
