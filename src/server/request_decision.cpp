#include "server/request_decision.hpp"

#include "server/care_record.hpp"
#include "server/mail/decision_mails.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/families.hpp"

#include <stdexcept>

namespace portal::server {

namespace {

/// Lets it happen to the request it names. Returns when that was asked for.
core::Instant let_happen(storage::Transaction& transaction, const core::CareEvent& event) {
    const auto family = storage::find_family_of(transaction, event.request);
    if (!family) {
        throw std::runtime_error("There is no change request '" + event.request.value + "'.");
    }
    storage::lock_family(transaction, *family);
    CareRecord record{transaction, *family, event.at};
    const core::ChangeRequest& request = *record.find(event.request);
    const core::Instant asked_at = request.submitted_at;
    if (!core::can_happen(event.kind, request)) {
        throw std::runtime_error("The change request '" + event.request.value + "' does not wait: it is " +
                                 std::string(core::to_string(request.state)) + ".");
    }
    record.happen(event);
    record.save(transaction);
    return asked_at;
}

}  // namespace

void decide_request(storage::Transaction& transaction, const core::RequestId& id, bool approved,
                    const std::string& reason, core::Instant now) {
    core::CareEvent event;
    event.kind = approved ? core::CareEvent::Kind::kApproved : core::CareEvent::Kind::kRejected;
    event.at = now;
    event.request = id;
    event.reason = reason;
    const core::Instant asked_at = let_happen(transaction, event);
    mail::tell_decision(transaction, {id.value, mail::Decision::About::kRequest, asked_at, approved}, now);
}

void review_request(storage::Transaction& transaction, const core::RequestId& id, core::Instant now) {
    core::CareEvent event;
    event.kind = core::CareEvent::Kind::kReviewed;
    event.at = now;
    event.request = id;
    let_happen(transaction, event);
}

}  // namespace portal::server
