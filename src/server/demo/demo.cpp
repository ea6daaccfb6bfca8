#include "server/demo/demo.hpp"

#include "core/history.hpp"
#include "server/auth/invitations.hpp"
#include "server/auth/random.hpp"
#include "server/demo/demo_data.hpp"
#include "server/demo/demo_money.hpp"
#include "server/demo/demo_records.hpp"
#include "server/demo/demo_requests.hpp"
#include "server/storage/accounts.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/credit.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/notices.hpp"
#include "server/storage/organisation.hpp"
#include "server/storage/rules.hpp"

#include <algorithm>

namespace portal::server {
namespace {

/// The day before the first agreed care: from there on credit is booked.
core::Date eve_of_care(const core::Family& family, core::Date today) {
    core::Date first = today;
    for (const core::PlacementContract& contract : family.contracts) {
        first = std::min(first, contract.start);
    }
    return first - 1;
}

void create_family(storage::Transaction& transaction, const DemoData& data, const DemoFamily& demo,
                   const Passwords& passwords, core::Instant now) {
    const core::Date today = core::amsterdam::local_time(now).date;
    storage::insert_family(transaction, demo.id, demo.family);
    for (std::size_t index = 0; index < demo.family.guardians.size(); ++index) {
        const core::Guardian& guardian = demo.family.guardians[index];
        if (demo.passwords[index].empty()) {
            continue;
        }
        storage::insert_account(transaction, "account-" + guardian.id.value, guardian.id, guardian.email,
                                passwords.hash(demo.passwords[index]));
    }
    for (const core::GuardianId& guardian : demo.invited) {
        const auto record = storage::find_guardian(transaction, guardian);
        invite(transaction, record.value(), core::Language::kDutch, now);
    }
    insert_demo_records(transaction, demo, today);
    const std::vector<core::ChangeRequest> requests = demo_requests(data, demo, today);
    for (std::size_t index = 0; index < requests.size(); ++index) {
        storage::insert_change_request(transaction, requests[index]);
        // Free weeks come after the wishes and needed no answer.
        if (index < demo.wishes.size()) {
            storage::note_asker(transaction, requests[index].id.value, "account-" + demo.wishes[index].by.value);
        }
    }
    for (const core::CreditBooking& booking : demo.bookings) {
        storage::insert_booking(transaction, random_id(), booking);
    }
    for (const core::CreditLedger& ledger : core::ledgers_of({demo.family, data.locations, data.rules}, requests,
                                                             demo.bookings, eve_of_care(demo.family, today), today)) {
        storage::append_entries(transaction, ledger, 0);
    }
}

}  // namespace

void create_demo(storage::Transaction& transaction, const Passwords& passwords, core::Instant now) {
    const core::Date today = core::amsterdam::local_time(now).date;
    const DemoData data = read_demo_data(today);
    storage::insert_organisation(transaction, {data.organisation, true});
    storage::insert_locations(transaction, data.locations);
    for (const core::CareRules& rules : data.rules.versions) {
        storage::insert_rules(transaction, rules);
    }
    for (const api::Notice& notice : data.notices) {
        storage::insert_notice(transaction, notice);
    }
    for (const DemoFamily& demo : data.families) {
        create_family(transaction, data, demo, passwords, now);
    }
    create_demo_money(transaction, data, today);
}

DemoSignIn demo_sign_in() {
    const DemoData data = read_demo_data(core::Date{});
    const DemoFamily& first = data.families.at(0);
    return {first.family.guardians.at(0).email, first.passwords.at(0)};
}

}  // namespace portal::server
