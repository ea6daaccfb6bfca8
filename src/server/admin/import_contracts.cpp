#include "server/admin/imports.hpp"
#include "server/auth/random.hpp"
#include "server/storage/contract_details.hpp"
#include "server/storage/contracts.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"

#include <algorithm>

namespace portal::server {
namespace {

using core::PlacementContract;

/// What is agreed about the care itself and its price.
bool has_same_care(const PlacementContract& a, const PlacementContract& b) {
    return a.start == b.start && a.type == b.type && a.weeks_per_year == b.weeks_per_year &&
           a.hourly_rate == b.hourly_rate && a.week == b.week;
}

void check_may_become(const PlacementContract& known, const PlacementContract& wanted, core::Date today) {
    const bool same_place =
        known.child == wanted.child && known.location == wanted.location && known.care_type == wanted.care_type;
    if (!same_place) {
        throw NotPossible{"the contract '" + known.number + "' is about another child, location or kind of care"};
    }
    if (!known.is_signed() || today < known.start) {
        return;
    }
    if (!wanted.is_signed()) {
        throw NotPossible{"the contract '" + known.number + "' was signed and has begun: end it"};
    }
    if (!has_same_care(known, wanted)) {
        throw NotPossible{"the contract '" + known.number +
                          "' has begun with other hours, weeks, type, rate or first day: end it, and import a new one"};
    }
}

ImportOutcome change(storage::Transaction& transaction, const core::FamilyId& family,
                     const api::ImportedContract& imported, core::Date today) {
    const core::Family members = storage::load_family(transaction, family);
    const auto known = std::find_if(members.contracts.begin(), members.contracts.end(),
                                    [&](const PlacementContract& it) { return it.number == imported.contract.number; });
    check_may_become(*known, imported.contract, today);
    PlacementContract contract = imported.contract;
    contract.id = known->id;
    core::ContractDetails details = imported.details;
    details.contract = known->id;
    const auto all_details = storage::load_contract_details(transaction, family);
    const core::ContractDetails* known_details = core::find_details(all_details, known->id);
    const bool same_care = has_same_care(*known, contract) && known->end == contract.end &&
                           known->group == contract.group && known->stage == contract.stage;
    if (same_care && known_details != nullptr && *known_details == details) {
        return ImportOutcome::kSame;
    }
    storage::update_contract(transaction, contract);
    storage::save_contract_details(transaction, details);
    return ImportOutcome::kChanged;
}

ImportOutcome add(const ImportJob& job, const api::ImportedContract& imported) {
    storage::Transaction& transaction = job.transaction;
    const PlacementContract& wanted = imported.contract;
    const auto family = storage::find_family_of(transaction, wanted.child);
    if (!family) {
        throw NotPossible{"there is no child '" + wanted.child.value + "'"};
    }
    storage::lock_family(transaction, *family);
    if (!storage::has_offer(transaction, wanted.location, wanted.care_type)) {
        throw NotPossible{"there is no care of the kind '" + std::string(core::to_string(wanted.care_type)) + "' at '" +
                          wanted.location.value + "'"};
    }
    const auto owner = storage::find_family_of_contract(transaction, wanted.number);
    if (owner && !(*owner == *family)) {
        throw NotPossible{"the contract '" + wanted.number + "' is of another family"};
    }
    if (owner) {
        return change(transaction, *family, imported, job.today());
    }
    PlacementContract contract = wanted;
    contract.id = core::ContractId{random_id()};
    storage::insert_contract(transaction, contract);
    core::ContractDetails details = imported.details;
    details.contract = contract.id;
    storage::insert_contract_details(transaction, details);
    return ImportOutcome::kAdded;
}

}  // namespace

void import_contracts(const ImportJob& job, const api::Import<api::ImportedContract>& import) {
    job.report.go_through(import, [&](const api::ImportedContract& contract) { return add(job, contract); });
}

}  // namespace portal::server
