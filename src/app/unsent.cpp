#include "app/unsent.hpp"

#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "app/contacts.hpp"
#include "app/explain.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"
#include "core/evaluate.hpp"

#include <algorithm>

namespace portal::app {
namespace {

constexpr std::string_view kRequests = "/change-requests/";
constexpr const char* kWithdrawal = "/withdrawal";
constexpr const char* kRecovery = "/recovery";

core::RecordKind kind_of(const std::string& path) {
    if (path.find("emergency-contacts") != std::string::npos) {
        return core::RecordKind::kContact;
    }
    return path.rfind("/children", 0) == 0 ? core::RecordKind::kChild : core::RecordKind::kGuardian;
}

}  // namespace

Failure failure_of_change(const HttpResponse& response) {
    constexpr int kRequestTimeout = 408;
    constexpr int kTooManyRequests = 429;
    const bool is_put_off = response.status == kRequestTimeout || response.status == kTooManyRequests;
    const Failure failure = reducers::failure_of(response);
    return failure == Failure::kNone && is_put_off ? Failure::kServer : failure;
}

std::string amendment_path(Amendment::Kind kind, const core::RequestId& request) {
    return std::string(kRequests)
        .append(request.value)
        .append(kind == Amendment::Kind::kWithdraw ? kWithdrawal : kRecovery);
}

core::Instant moment_written(const State& state, const OutboxEntry& entry) {
    return {entry.written_at.seconds + state.clock_offset};
}

const OutboxEntry* unsent_amendment(const State& state, const core::RequestId& request) {
    const auto& entries = state.outbox.box.entries();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const OutboxEntry& entry) {
        return entry.path == amendment_path(Amendment::Kind::kWithdraw, request) ||
               entry.path == amendment_path(Amendment::Kind::kRecover, request);
    });
    return found != entries.end() ? &*found : nullptr;
}

UnsentContent content_of(const OutboxEntry& entry) {
    UnsentContent content;
    content.removed_contact = removed_contact(entry);
    content.ordered_child = ordered_child(entry);
    const std::size_t end = entry.path.rfind('/');
    if (entry.path.rfind(kRequests, 0) == 0 && end >= kRequests.size()) {
        content.amended = core::RequestId{entry.path.substr(kRequests.size(), end - kRequests.size())};
        if (entry.path.substr(end) == kRecovery) {
            content.last_day = api::decode_recovery(entry.body).value;
        }
    } else if (const auto submission = api::decode_submission(entry.body)) {
        for (const api::NewRequest& wanted : submission.value->wishes) {
            content.wishes.push_back(wanted.wish);
        }
    } else if (const auto edit = api::decode_record_edit(entry.body)) {
        content.fields = edit.value->fields;
        content.record = kind_of(entry.path);
    }
    return content;
}

std::string refusal_text(const State& state, const OutboxEntry& entry, const UnsentContent& content) {
    constexpr int kChangedMeanwhile = 412;
    if (entry.status == kChangedMeanwhile) {
        return std::string(text(state.language, Text::outbox_refused_changed));
    }
    const auto problem = api::decode_problem(entry.answer);
    const auto reason = problem ? core::reason_from(problem.value->code) : std::nullopt;
    if (reason && !content.wishes.empty() && verdicts_ready(state)) {
        const core::Wish& wish = content.wishes.front();
        const core::Verdict verdict = core::evaluate(context_of(state, entry), wish);
        return explain(state, reason_of(verdict, reason->second), verdict, wish.date);
    }
    const core::ChangeRequest* const request = find_request(state, content.amended);
    if (reason && request != nullptr && verdicts_ready(state)) {
        const core::CareContext context = context_of(state, entry);
        const core::Verdict verdict = content.last_day ? core::evaluate_recovery(context, *request, *content.last_day)
                                                       : core::evaluate_withdrawal(context, *request);
        return explain(state, reason_of(verdict, reason->second), verdict, request->date);
    }
    return std::string(text(state.language, Text::outbox_refused_other));
}

}  // namespace portal::app
