#include "server/demo/demo.hpp"

#include "core/extra_care.hpp"
#include "core/occupancy.hpp"
#include "server/auth/random.hpp"
#include "server/demo/demo_data.hpp"
#include "server/storage/accounts.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/organisation.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server {
namespace {

constexpr int kDaysSearched = 60;

std::string name_of(const core::Family& family, const core::GuardianId& id) {
    for (const core::Guardian& guardian : family.guardians) {
        if (guardian.id == id) {
            return guardian.first_name + ' ' + guardian.last_name;
        }
    }
    throw std::runtime_error("The demo data is wrong: no guardian '" + id.value + "'.");
}

/// When a wish for `day` was sent: some evening before, and before today.
core::Instant submission(const DemoWish& wish, core::Date day, core::Date today) {
    // A decision needs a working day; a long weekend may lie between.
    const int decided_since = wish.state == core::RequestState::kSubmitted ? 1 : 6;
    return core::amsterdam::instant(std::min(day - wish.days_before, today - decided_since), core::TimeOfDay{19, 42});
}

/// When it was decided: at the office, so on the next working day.
core::Instant decision(const core::CareCalendar& calendar, core::Instant submitted) {
    core::Date day = core::amsterdam::local_time(submitted).date + 1;
    while (!calendar.is_working_day(day)) {
        day = day + 1;
    }
    return core::amsterdam::instant(day, core::TimeOfDay{10, 15});
}

/// The wish as it could have been made for `day`; nothing when the rules would have refused it.
std::optional<core::ChangeRequest> request_on(const DemoData& data, const DemoFamily& demo, const DemoWish& wish,
                                              const std::vector<core::ChangeRequest>& earlier, core::Date day,
                                              core::Date today) {
    const core::PlacementContract* contract = core::contract_on(demo.family, wish.child, day);
    if (contract == nullptr) {
        return std::nullopt;
    }
    const core::CareOffer* offer = core::find_offer(data.locations, contract->location, contract->care_type);
    if (offer == nullptr) {
        throw std::runtime_error("The demo data is wrong: a contract without an offer.");
    }
    const auto slots = core::slots_on(*offer, data.locations.calendar, day);
    const auto slot = std::find_if(slots.begin(), slots.end(), [&](const auto& it) { return it.name == wish.slot; });
    if (slot == slots.end()) {
        return std::nullopt;
    }
    const auto blocks = core::occupancy(demo.family, data.locations.calendar, earlier, day, day);
    core::ChangeRequest request;
    request.submitted_at = submission(wish, day, today);
    const core::Verdict verdict =
        core::evaluate({demo.family, data.locations, blocks, request.submitted_at}, {wish.child, day, slot->time});
    if (!verdict.allowed()) {
        return std::nullopt;
    }
    request.id = core::RequestId{random_id()};
    request.child = wish.child;
    request.location = contract->location;
    request.care_type = contract->care_type;
    request.date = day;
    request.time = slot->time;
    request.state = wish.state;
    request.price = verdict.price.value_or(core::Money{});
    request.submitted_by = name_of(demo.family, wish.by);
    request.rule_text = data.rule_text;
    if (wish.state != core::RequestState::kSubmitted) {
        request.decided_at = decision(data.locations.calendar, request.submitted_at);
        request.decision_reason = wish.reason;
    }
    return request;
}

core::ChangeRequest fulfilled(const DemoData& data, const DemoFamily& demo, const DemoWish& wish,
                              const std::vector<core::ChangeRequest>& earlier, core::Date today) {
    const int step = wish.from < today ? -1 : 1;
    for (int days = 0; days < kDaysSearched; ++days) {
        if (auto request = request_on(data, demo, wish, earlier, wish.from + step * days, today)) {
            return std::move(*request);
        }
    }
    throw std::runtime_error("The demo data is wrong: no day for a request of '" + wish.child.value + "'.");
}

void create_family(storage::Transaction& transaction, const DemoData& data, const DemoFamily& demo,
                   const Passwords& passwords, core::Date today) {
    storage::insert_family(transaction, demo.id, demo.family);
    for (std::size_t index = 0; index < demo.family.guardians.size(); ++index) {
        const core::Guardian& guardian = demo.family.guardians[index];
        storage::insert_account(transaction, "account-" + guardian.id.value, guardian.id, guardian.email,
                                passwords.hash(demo.passwords[index]));
    }
    std::vector<core::ChangeRequest> requests;
    for (const DemoWish& wish : demo.wishes) {
        requests.push_back(fulfilled(data, demo, wish, requests, today));
        storage::insert_change_request(transaction, requests.back());
    }
}

}  // namespace

void create_demo(storage::Transaction& transaction, const Passwords& passwords, core::Instant now) {
    const core::Date today = core::amsterdam::local_time(now).date;
    const DemoData data = read_demo_data(today);
    storage::insert_organisation(transaction, {data.organisation, true});
    storage::insert_locations(transaction, data.locations);
    for (const DemoFamily& demo : data.families) {
        create_family(transaction, data, demo, passwords, today);
    }
}

DemoSignIn demo_sign_in() {
    const DemoData data = read_demo_data(core::Date{});
    const DemoFamily& first = data.families.at(0);
    return {first.family.guardians.at(0).email, first.passwords.at(0)};
}

}  // namespace portal::server
