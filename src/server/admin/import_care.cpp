#include "core/occupancy.hpp"
#include "server/admin/imports.hpp"
#include "server/care_record.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/families.hpp"

#include <algorithm>

namespace portal::server {
namespace {

using core::ChangeRequest;
using core::RequestKind;

bool tells_the_same(const ChangeRequest& known, const api::ImportedCare& care) {
    const ChangeRequest& wanted = care.request;
    return known.kind == wanted.kind && known.child == wanted.child && known.date == wanted.date &&
           known.time == wanted.time && known.given == wanted.given && known.last == wanted.last &&
           known.reason == wanted.reason && known.decision_reason == wanted.decision_reason &&
           (!care.has_price || known.price == wanted.price);
}

/// One request of a family, held to all that is known of it.
class Arrangement {
  public:
    Arrangement(const ImportJob& job, const core::FamilyId& family)
        : job_(job), record_(job.transaction, family, job.now) {}

    ImportOutcome add(const api::ImportedCare& care) {
        const ChangeRequest& wanted = care.request;
        if (const ChangeRequest* known = record_.find(wanted.id)) {
            if (!tells_the_same(*known, care)) {
                throw NotPossible{"'" + wanted.id.value +
                                  "' is there already and tells otherwise: give this an id of its own"};
            }
            return ImportOutcome::kSame;
        }
        ChangeRequest request = wanted;
        complete(request, care.has_price);
        record_.add(request);
        record_.save(job_.transaction);
        return ImportOutcome::kAdded;
    }

  private:
    void complete(ChangeRequest& request, bool has_price) {
        const core::PlacementContract* contract =
            core::contract_on(record_.family(), request.child, request.given ? request.given->date : request.date);
        if (contract == nullptr) {
            throw NotPossible{"the child has no contract on that day"};
        }
        request.location = contract->location;
        request.care_type = contract->care_type;
        check_days(request);
        if (request.kind == RequestKind::kExtra && !has_price) {
            request.price = core::price_of(request.time.minutes(), contract->hourly_rate);
        }
        request.state = core::RequestState::kApproved;
        request.submitted_at = job_.now;
        request.decided_at = job_.now;
        request.submitted_by = job_.organisation;
    }

    void check_days(const ChangeRequest& request) const {
        switch (request.kind) {
            case RequestKind::kSwap:
                expect_care(request.child, *request.given);
                expect_room(request);
                break;
            case RequestKind::kAbsence:
                expect_care(request.child, {request.date, request.time});
                break;
            case RequestKind::kExtra:
                expect_room(request);
                break;
            case RequestKind::kSick:
                break;
        }
    }

    [[nodiscard]] std::vector<core::CareBlock> blocks(core::Date date) const {
        const core::CareFacts facts = record_.facts();
        return core::occupancy(facts.family, facts.locations.calendar, facts.rules, record_.requests(), date, date);
    }

    void expect_care(const core::ChildId& child, const core::CareSpan& span) const {
        const auto all = blocks(span.date);
        const bool agreed = std::any_of(all.begin(), all.end(), [&](const core::CareBlock& block) {
            return block.child == child && block.state == core::CareState::kContract && block.time.contains(span.time);
        });
        if (!agreed) {
            throw NotPossible{"the child has no care by contract at that time of " + span.date.to_string()};
        }
    }

    void expect_room(const ChangeRequest& request) const {
        if (const core::Closure* closure = record_.facts().locations.calendar.closure(request.date, request.location)) {
            throw NotPossible{"the location is closed on " + request.date.to_string() + ": " + closure->name};
        }
        const auto all = blocks(request.date);
        const bool taken = std::any_of(all.begin(), all.end(), [&](const core::CareBlock& block) {
            const bool given_up = request.given && request.given->date == block.date &&
                                  request.given->time.overlaps(block.time) && block.state == core::CareState::kContract;
            return block.child == request.child && core::is_expected(block.state) && !given_up &&
                   block.time.overlaps(request.time);
        });
        if (taken) {
            throw NotPossible{"the child has care at that time of " + request.date.to_string() + " already"};
        }
    }

    const ImportJob& job_;
    CareRecord record_;
};

}  // namespace

void import_care(const ImportJob& job, const api::Import<api::ImportedCare>& import) {
    job.report.go_through(import, [&](const api::ImportedCare& care) {
        const auto family = storage::find_family_of(job.transaction, care.request.child);
        if (!family) {
            throw NotPossible{"there is no child '" + care.request.child.value + "'"};
        }
        const auto owner = storage::find_family_of(job.transaction, care.request.id);
        if (owner && !(*owner == *family)) {
            throw NotPossible{"'" + care.request.id.value + "' is of another family"};
        }
        storage::lock_family(job.transaction, *family);
        return Arrangement{job, *family}.add(care);
    });
}

}  // namespace portal::server
