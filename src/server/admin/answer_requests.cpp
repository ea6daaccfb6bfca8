#include "server/admin/answer_requests.hpp"

#include "server/auth/random.hpp"
#include "server/care_record.hpp"
#include "server/open_database.hpp"
#include "server/request_decision.hpp"
#include "server/storage/askers.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

namespace portal::server {
namespace {

/// A request as a line.
struct Line {
    core::Instant at;
    std::string text;
};

bool is_open(const core::ChangeRequest& request) {
    return core::can_happen(core::CareEvent::Kind::kApproved, request);
}

std::string span_text(core::Date date, const core::TimeRange& time) {
    return date.to_string() + ' ' + time.start.to_string() + '-' + time.end.to_string();
}

/// The day and the time that it is about.
std::string when_text(const core::ChangeRequest& request) {
    if (request.kind != core::RequestKind::kSick) {
        const std::string wanted = span_text(request.date, request.time);
        return request.given ? wanted + " for " + span_text(request.given->date, request.given->time) : wanted;
    }
    return request.last ? request.date.to_string() + " to " + request.last->to_string()
                        : "from " + request.date.to_string();
}

std::string state_text(const core::ChangeRequest& request) {
    std::string text{core::to_string(request.state)};
    for (const auto& moment : {request.decided_at, request.withdrawn_at, request.expired_at}) {
        text += moment ? ' ' + moment->to_string() : "";
    }
    return request.decision_reason.empty() ? text : text + ": " + request.decision_reason;
}

std::string text_of(const CareRecord& record, const core::ChangeRequest& request, bool with_state) {
    const core::CareFacts facts = record.facts();
    const core::Child* child = core::find_child(facts.family, request.child);
    const core::CareOffer* offer = core::find_offer(facts.locations, request.location, request.care_type);
    const std::string name = child == nullptr ? request.child.value : child->first_name + ' ' + child->last_name;
    const std::string location = offer == nullptr ? request.location.value : offer->location_name;
    std::string text = request.id.value + "  " + request.submitted_at.to_string() + "  " + request.submitted_by + ": " +
                       name + ", " + std::string(core::to_string(request.kind)) + ", " + when_text(request) + ", " +
                       location;
    return with_state ? text + ", " + state_text(request) : text;
}

}  // namespace

void list_requests(const Options& options, std::ostream& out) {
    start_cryptography();
    const auto database = open_existing_database(options);
    const core::Instant now = clock_of(options)->now();
    storage::Transaction transaction = database->read();
    std::vector<Line> lines;
    std::size_t open = 0;
    for (const core::FamilyId& family : storage::list_asking_families(transaction, !options.all)) {
        const CareRecord record{transaction, family, now};
        for (const core::ChangeRequest& request : record.requests()) {
            const bool waits = is_open(request);
            open += waits ? 1 : 0;
            if (waits || options.all) {
                const bool in_review = request.state == core::RequestState::kInReview;
                lines.push_back({request.submitted_at, text_of(record, request, options.all || in_review)});
            }
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.at < b.at; });
    for (const Line& line : lines) {
        out << line.text << '\n';
    }
    out << open << (open == 1 ? " request waits" : " requests wait") << " for an answer.\n";
}

void answer_request(const Options& options, std::ostream& out) {
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const std::string& verb = options.words.front();
    const core::RequestId request{options.words[1]};
    const core::Instant now = clock_of(options)->now();
    if (verb == "review") {
        review_request(transaction, request, now);
    } else {
        decide_request(transaction, request, verb == "approve", options.reason, now);
    }
    transaction.commit();
    out << "Done: the request is "
        << (verb == "review"    ? "in review"
            : verb == "approve" ? "approved"
                                : "rejected")
        << ".\n";
}

}  // namespace portal::server
