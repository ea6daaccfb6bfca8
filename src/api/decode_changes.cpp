#include "api/decoding.hpp"

#include <limits>

// Wishes, requests and credit. What a wish of its kind needs is held to here, so that nothing half-read is judged.
namespace portal::api {
namespace {

constexpr std::int64_t kMostCredit = 1'000'000;
constexpr std::int64_t kMostEntries = std::numeric_limits<int>::max();

std::optional<core::Date> read_optional_date(const JsonNode& node) {
    return node ? std::optional{node.date()} : std::nullopt;
}

std::optional<core::Instant> read_optional_instant(const JsonNode& node) {
    return node ? std::optional{node.instant()} : std::nullopt;
}

std::string read_optional_text(const JsonNode& node) {
    return node ? node.text() : std::string{};
}

core::RuleVersionId read_rule_version(const JsonNode& node) {
    return node ? read_id<core::RuleVersionId>(node) : core::RuleVersionId{};
}

/// Which of two times is later is a rule of care, not of the format: a wish is refused for it with a code of its own.
core::CareSpan read_span(const JsonNode& node) {
    return {node.at("date").date(), node.start_and_end()};
}

/// The members that wishes and requests share.
template <class Change>
void read_change(const JsonNode& node, Change& change) {
    change.kind = node.at("kind").one_of(core::request_kind_from);
    change.child = read_id<core::ChildId>(node.at("childId"));
    change.date = node.at("date").date();
    if (change.kind != core::RequestKind::kSick) {
        change.time = node.start_and_end();
    }
    switch (change.kind) {
        case core::RequestKind::kExtra:
            change.payment = node.at("payment").one_of(core::payment_from);
            break;
        case core::RequestKind::kSwap:
            change.given = read_span(node.at("given"));
            break;
        case core::RequestKind::kAbsence:
            change.reason = node.at("reason").one_of(core::absence_reason_from);
            break;
        case core::RequestKind::kSick:
            change.last = read_optional_date(node.find("lastDate"));
            if (change.last && *change.last < change.date) {
                node.find("lastDate").fail("is before the first day");
            }
            break;
    }
}

core::Credit read_credit_amount(const JsonNode& node) {
    return {node.at("unit").one_of(core::credit_unit_from), node.at("amount").integer(-kMostCredit, kMostCredit)};
}

core::ChangeRequest read_change_request(const JsonNode& node) {
    core::ChangeRequest request;
    read_change(node, request);
    request.id = read_id<core::RequestId>(node.at("id"));
    request.location = read_id<core::LocationId>(node.at("locationId"));
    request.care_type = node.at("careType").one_of(core::care_type_from);
    request.state = node.at("state").one_of(core::request_state_from);
    request.price = node.at("price").money();
    if (const JsonNode used = node.find("creditUsed")) {
        request.credit_used = read_credit_amount(used);
    }
    request.submitted_at = node.at("submittedAt").instant();
    request.written_at = read_optional_instant(node.find("writtenAt"));
    request.submitted_by = node.at("submittedBy").text(2 * kNameLength + 1);
    request.rule_version = read_rule_version(node.find("ruleVersion"));
    request.rule_text = node.at("ruleText").text();
    request.decided_at = read_optional_instant(node.find("decidedAt"));
    request.decision_reason = read_optional_text(node.find("decisionReason"));
    request.withdrawn_at = read_optional_instant(node.find("withdrawnAt"));
    request.withdrawal_written_at = read_optional_instant(node.find("withdrawalWrittenAt"));
    request.expired_at = read_optional_instant(node.find("expiredAt"));
    request.recovered_at = read_optional_instant(node.find("recoveredAt"));
    return request;
}

std::vector<core::ChangeRequest> read_change_requests(const JsonNode& node) {
    std::vector<core::ChangeRequest> requests;
    read_list(node.at("requests"), requests, read_change_request);
    return requests;
}

NewRequest read_new_request(const JsonNode& node) {
    NewRequest request;
    read_change(node, request.wish);
    request.rule_version = read_rule_version(node.find("ruleVersion"));
    request.rule_text = node.at("ruleText").filled_text();
    return request;
}

Submission read_submission(const JsonNode& node) {
    Submission submission;
    const JsonNode wishes = node.at("wishes");
    read_list(wishes, submission.wishes, read_new_request);
    if (submission.wishes.empty()) {
        wishes.fail("is empty");
    } else if (submission.wishes.size() > Submission::kMostWishes) {
        wishes.fail("has more than " + std::to_string(Submission::kMostWishes) + " wishes");
    }
    return submission;
}

core::Date read_recovery(const JsonNode& node) {
    return node.at("lastDate").date();
}

core::Posting read_posting(const JsonNode& node) {
    core::Posting posting;
    posting.account = node.at("account").one_of(core::ledger_account_from);
    if (posting.account == core::LedgerAccount::kBalance) {
        posting.lot = static_cast<int>(node.at("lot").integer(1, kMostEntries));
    }
    posting.amount = node.at("amount").integer(-kMostCredit, kMostCredit);
    return posting;
}

core::LotTerms read_terms(const JsonNode& node) {
    return {node.at("earnedFor").date(), node.at("usableFrom").date(), read_optional_date(node.find("useBefore"))};
}

core::CreditEntry read_entry(const JsonNode& node) {
    core::CreditEntry entry;
    entry.number = static_cast<int>(node.at("number").integer(1, kMostEntries));
    entry.kind = node.at("kind").one_of(core::entry_kind_from);
    entry.date = node.at("date").date();
    entry.unit = node.at("unit").one_of(core::credit_unit_from);
    if (const JsonNode request = node.find("requestId")) {
        entry.request = read_id<core::RequestId>(request);
    }
    if (const JsonNode opens = node.find("opens")) {
        entry.opens = read_terms(opens);
    }
    read_list(node.at("postings"), entry.postings, read_posting);
    entry.note = read_optional_text(node.find("note"));
    return entry;
}

core::CreditLedger read_ledger(const JsonNode& node) {
    core::CreditLedger ledger;
    ledger.child = read_id<core::ChildId>(node.at("childId"));
    ledger.accounted_until = node.at("accountedUntil").date();
    const JsonNode entries = node.at("entries");
    read_list(entries, ledger.entries, read_entry);
    // Whatever is made of a ledger relies on its sums and numbers.
    if (!core::fault_in(ledger).empty()) {
        entries.fail("is no ledger whose sums match");
    }
    return ledger;
}

CreditOverview read_credit(const JsonNode& node) {
    CreditOverview overview;
    read_list(node.at("ledgers"), overview.ledgers, read_ledger);
    return overview;
}

ProblemItem read_problem_item(const JsonNode& node) {
    return {static_cast<int>(node.at("index").integer(0, Submission::kMostWishes)),
            node.at("code").filled_text(kNameLength), read_optional_text(node.find("detail")),
            read_optional_text(node.find("field"))};
}

Problem read_problem(const JsonNode& node) {
    Problem problem;
    problem.status = static_cast<int>(node.at("status").integer(400, 599));
    problem.code = node.at("code").filled_text(kNameLength);
    problem.title = read_optional_text(node.find("title"));
    problem.detail = read_optional_text(node.find("detail"));
    problem.field = read_optional_text(node.find("field"));
    problem.request_id = read_optional_text(node.find("requestId"));
    if (const JsonNode errors = node.find("errors")) {
        read_list(errors, problem.errors, read_problem_item);
    }
    return problem;
}

}  // namespace

Decoded<Submission> decode_submission(std::string_view json) {
    return decode(json, read_submission);
}

Decoded<core::ChangeRequest> decode_change_request(std::string_view json) {
    return decode(json, read_change_request);
}

Decoded<std::vector<core::ChangeRequest>> decode_change_requests(std::string_view json) {
    return decode(json, read_change_requests);
}

Decoded<core::Date> decode_recovery(std::string_view json) {
    return decode(json, read_recovery);
}

Decoded<CreditOverview> decode_credit(std::string_view json) {
    return decode(json, read_credit);
}

Decoded<Problem> decode_problem(std::string_view json) {
    return decode(json, read_problem);
}

}  // namespace portal::api
