#include "server/care_record.hpp"

#include "core/lapse.hpp"
#include "server/auth/random.hpp"
#include "server/storage/change_requests.hpp"
#include "server/storage/credit.hpp"
#include "server/storage/families.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/rules.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server {
namespace {

core::Date local_date(core::Instant instant) {
    return core::amsterdam::local_time(instant).date;
}

/// The first day on which credit can be earned: nothing is agreed before.
core::Date first_day(const core::Family& family, const core::ChildId& child, core::Date today) {
    core::Date first = today;
    for (const core::PlacementContract& contract : family.contracts) {
        if (contract.child == child && contract.is_signed()) {
            first = std::min(first, contract.start);
        }
    }
    return first;
}

}  // namespace

CareRecord::CareRecord(storage::Transaction& transaction, const core::FamilyId& family, core::Instant now)
    : now_(now),
      family_(storage::load_family(transaction, family)),
      locations_(storage::load_locations(transaction, family)),
      rules_(storage::load_rules(transaction, family)),
      requests_(storage::list_change_requests(transaction, family)) {
    std::vector<core::CreditLedger> stored = storage::load_ledgers(transaction, family);
    for (const core::Child& child : family_.children) {
        const auto found =
            std::find_if(stored.begin(), stored.end(), [&](const auto& it) { return it.child == child.id; });
        if (found != stored.end()) {
            ledgers_.push_back(std::move(*found));
        } else {
            // The eve of the first day: that day itself is still to be booked.
            ledgers_.push_back({child.id, first_day(family_, child.id, local_date(now)) - 1, {}});
        }
        stored_entries_.push_back(ledgers_.back().entries.size());
    }
    bring_up_to_date();
}

const core::ChangeRequest* CareRecord::find(const core::RequestId& id) const {
    const auto found = std::find_if(requests_.begin(), requests_.end(), [&](const auto& it) { return it.id == id; });
    return found == requests_.end() ? nullptr : &*found;
}

void CareRecord::add(const core::ChangeRequest& request) {
    requests_.insert(requests_.begin(), request);
    added_.push_back(request.id);
    core::CareEvent event;
    event.kind = core::CareEvent::Kind::kSubmitted;
    event.at = request.submitted_at;
    event.request = request.id;
    event.submitted = request;
    core::book(facts(), requests_, request, event, ledger_of(request.child));
}

void CareRecord::happen(const core::CareEvent& event) {
    const auto found =
        std::find_if(requests_.begin(), requests_.end(), [&](const auto& it) { return it.id == event.request; });
    if (found == requests_.end() || !core::can_happen(event.kind, *found)) {
        throw std::logic_error("an event that cannot happen to its request");
    }
    core::apply(event, *found);
    changed_.insert(event.request);
    core::CreditLedger& ledger = ledger_of(found->child);
    core::book_days(facts(), requests_, ledger, local_date(event.at));
    core::book(facts(), requests_, *found, event, ledger);
}

void CareRecord::book(const core::CreditBooking& booking) {
    core::book(booking, ledger_of(booking.child));
    bookings_.push_back(booking);
}

void CareRecord::save(storage::Transaction& transaction) {
    for (const core::RequestId& id : added_) {
        storage::insert_change_request(transaction, *find(id));
    }
    for (const core::RequestId& id : changed_) {
        storage::update_change_request(transaction, *find(id));
    }
    for (const core::CreditBooking& booking : bookings_) {
        storage::insert_booking(transaction, random_id(), booking);
    }
    for (std::size_t index = 0; index < ledgers_.size(); ++index) {
        storage::append_entries(transaction, ledgers_[index], stored_entries_[index]);
        stored_entries_[index] = ledgers_[index].entries.size();
    }
    added_.clear();
    changed_.clear();
    bookings_.clear();
}

void CareRecord::bring_up_to_date() {
    for (const core::CareEvent& event : core::lapses(requests_, now_)) {
        happen(event);
    }
    for (core::CreditLedger& ledger : ledgers_) {
        core::book_days(facts(), requests_, ledger, local_date(now_));
    }
}

core::CreditLedger& CareRecord::ledger_of(const core::ChildId& child) {
    const auto found =
        std::find_if(ledgers_.begin(), ledgers_.end(), [&](const auto& it) { return it.child == child; });
    if (found == ledgers_.end()) {
        throw std::logic_error("a request of a child of another family");
    }
    return *found;
}

}  // namespace portal::server
