#include "core/evaluate.hpp"
#include "server/auth/random.hpp"
#include "server/care_record.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/handlers/refusals.hpp"
#include "server/handlers/repetition.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/families.hpp"

#include <algorithm>

namespace portal::server {
namespace {

core::RequestId request_parameter(const Call& call) {
    return core::RequestId{identifier_parameter(call, "change request")};
}

/// The first wish for a child of another family, if any.
const api::NewRequest* wish_for_a_stranger(const core::Family& family, const api::Submission& submission) {
    const auto found = std::find_if(
        submission.wishes.begin(), submission.wishes.end(),
        [&](const api::NewRequest& wanted) { return core::find_child(family, wanted.wish.child) == nullptr; });
    return found == submission.wishes.end() ? nullptr : &*found;
}

/// What the wishes become, decided by the organisation's rules with everything as it is in this transaction. Throws
/// when one of them may not be.
std::vector<core::ChangeRequest> decided(CareRecord& record, const Call& call, const api::Submission& submission,
                                         std::optional<core::Instant> written_at) {
    std::vector<core::Wish> wishes;
    wishes.reserve(submission.wishes.size());
    for (const api::NewRequest& wanted : submission.wishes) {
        wishes.push_back(wanted.wish);
    }
    core::CareContext context = record.context();
    context.written_at(written_at);
    const std::vector<core::Verdict> verdicts = core::evaluate_all(context, wishes);
    refuse_unless_allowed(verdicts);
    std::vector<core::ChangeRequest> requests;
    requests.reserve(wishes.size());
    for (std::size_t index = 0; index < wishes.size(); ++index) {
        requests.push_back(core::request_of(context, wishes[index], verdicts[index]));
        core::ChangeRequest& request = requests.back();
        request.id = core::RequestId{random_id()};
        request.submitted_by = call.who.name;
        request.rule_text = submission.wishes[index].rule_text;
    }
    return requests;
}

/// Where the answer leads to: the request, or the list where there are several.
std::string location_of(const std::vector<core::ChangeRequest>& requests) {
    const std::string all = "/api/change-requests";
    return requests.size() == 1 ? all + '/' + requests.front().id.value : all;
}

/// Changes one request of the family under its lock, and answers with it as it is then.
template <class Change>
http::Response change_request(const Services& services, const Call& call, Change change) {
    const core::RequestId id = request_parameter(call);
    const Repetition repetition{call, Repetition::Key::kOptional};
    {
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        CareRecord record{transaction, call.who.family, services.clock.now()};
        if (const core::ChangeRequest* request = record.find(id)) {
            change(record, *request, repetition.written_at());
            record.save(transaction);
            http::Response answer = json(200, api::encode(*record.find(id)));
            repetition.remember(transaction, answer, services.clock.now());
            transaction.commit();
            return answer;
        }
    }
    throw refused_access(services, call, "change request", id.value, "");
}

core::CareEvent event_now(const Services& services, core::CareEvent::Kind kind, const core::ChangeRequest& request) {
    core::CareEvent event;
    event.kind = kind;
    event.at = services.clock.now();
    event.request = request.id;
    return event;
}

}  // namespace

http::Response show_change_requests(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    const CareRecord record{transaction, call.who.family, services.clock.now()};
    return json(200, api::encode(record.requests()));
}

http::Response show_change_request(const Services& services, const Call& call) {
    const core::RequestId id = request_parameter(call);
    {
        storage::Transaction transaction = services.database.read();
        const CareRecord record{transaction, call.who.family, services.clock.now()};
        if (const core::ChangeRequest* request = record.find(id)) {
            return json(200, api::encode(*request));
        }
    }
    throw refused_access(services, call, "change request", id.value, "");
}

http::Response add_change_requests(const Services& services, const Call& call) {
    const Repetition repetition{call, Repetition::Key::kRequired};
    const auto submission = decoded(api::decode_submission(call.request.body));
    std::string stranger;
    {
        // From here on nobody else decides about this family: neither the same request sent twice nor two that exclude
        // each other can both pass.
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (auto earlier = repetition.earlier(transaction)) {
            return std::move(*earlier);
        }
        const core::Instant now = services.clock.now();
        CareRecord record{transaction, call.who.family, now};
        const api::NewRequest* strange = wish_for_a_stranger(record.family(), submission);
        if (strange == nullptr) {
            const std::vector<core::ChangeRequest> requests =
                decided(record, call, submission, repetition.written_at());
            std::for_each(requests.begin(), requests.end(), [&](const auto& request) { record.add(request); });
            record.save(transaction);
            for (const core::ChangeRequest& request : requests) {
                storage::note_asker(transaction, request.id.value, call.who.account);
            }
            http::Response answer = json(201, api::encode(requests));
            answer.headers.emplace_back("Location", location_of(requests));
            repetition.remember(transaction, answer, now);
            transaction.commit();
            return answer;
        }
        stranger = strange->wish.child.value;
    }
    throw refused_access(services, call, "child", stranger, "childId");
}

http::Response withdraw_change_request(const Services& services, const Call& call) {
    return change_request(
        services, call,
        [&](CareRecord& record, const core::ChangeRequest& request, const std::optional<core::Instant>& written_at) {
            if (request.state == core::RequestState::kWithdrawn) {
                return;  // The answer to an earlier attempt was lost.
            }
            core::CareContext context = record.context();
            context.written_at(written_at);
            refuse_unless_allowed(core::evaluate_withdrawal(context, request));
            core::CareEvent event = event_now(services, core::CareEvent::Kind::kWithdrawn, request);
            event.written_at = written_at;
            record.happen(event);
        });
}

http::Response report_recovery(const Services& services, const Call& call) {
    const core::Date last = decoded(api::decode_recovery(call.request.body));
    return change_request(services, call, [&](CareRecord& record, const core::ChangeRequest& request, const auto&) {
        if (request.recovered_at && request.last == last) {
            return;  // The answer to an earlier attempt was lost.
        }
        refuse_unless_allowed(core::evaluate_recovery(record.context(), request, last));
        core::CareEvent event = event_now(services, core::CareEvent::Kind::kRecovered, request);
        event.last = last;
        record.happen(event);
    });
}

}  // namespace portal::server
