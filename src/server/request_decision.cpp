#include "server/request_decision.hpp"

#include "server/care_record.hpp"
#include "server/mail/decision_mails.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/families.hpp"

#include <stdexcept>

namespace portal::server {

void decide_request(storage::Transaction& transaction, const core::RequestId& id, bool approved,
                    const std::string& reason, core::Instant now) {
    const auto family = storage::find_family_of(transaction, id);
    if (!family) {
        throw std::runtime_error("There is no change request '" + id.value + "'.");
    }
    storage::lock_family(transaction, *family);
    CareRecord record{transaction, *family, now};
    core::CareEvent event;
    event.kind = approved ? core::CareEvent::Kind::kApproved : core::CareEvent::Kind::kRejected;
    event.at = now;
    event.request = id;
    event.reason = reason;
    const core::ChangeRequest& request = *record.find(id);
    const core::Instant asked_at = request.submitted_at;
    if (!core::can_happen(event.kind, request)) {
        throw std::runtime_error("The change request '" + id.value + "' does not wait: it is " +
                                 std::string(core::to_string(request.state)) + ".");
    }
    record.happen(event);
    record.save(transaction);
    mail::tell_decision(transaction, {id.value, mail::Decision::About::kRequest, asked_at, approved}, now);
}

}  // namespace portal::server
