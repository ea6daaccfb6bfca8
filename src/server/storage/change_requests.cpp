#include "server/storage/change_requests.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

/// A row as SOCI reads and writes it.
struct Row {
    std::string id;
    std::string kind;
    std::string child;
    std::string location;
    std::string care_type;
    std::string day;
    std::string start;
    std::string end;
    Nullable<std::string> given_day;
    Nullable<std::string> given_start;
    Nullable<std::string> given_end;
    Nullable<std::string> last_day;
    std::string reason;
    std::string payment;
    std::string state;
    long long price = 0;
    std::string credit_unit;
    long long credit_used = 0;
    std::string submitted_at;
    Nullable<std::string> written_at;
    std::string submitted_by;
    std::string rule_version;
    std::string rule_text;
    Nullable<std::string> decided_at;
    std::string decision_reason;
    Nullable<std::string> withdrawn_at;
    Nullable<std::string> withdrawal_written_at;
    Nullable<std::string> expired_at;
    Nullable<std::string> recovered_at;
};

constexpr const char* kColumns =
    "r.id, r.kind, r.child_id, r.location_id, r.care_type, r.day, r.start_time, r.end_time, r.given_day,"
    " r.given_start, r.given_end, r.last_day, r.reason, r.payment, r.state, r.price_cents, r.credit_unit,"
    " r.credit_used, r.submitted_at, r.written_at, r.submitted_by, r.rule_version, r.rule_text, r.decided_at,"
    " r.decision_reason, r.withdrawn_at, r.withdrawal_written_at, r.expired_at, r.recovered_at";

std::optional<core::Instant> optional_instant(const Nullable<std::string>& column) {
    return column.has_value() ? std::optional{to_instant(column.value)} : std::nullopt;
}

core::ChangeRequest request_of(const Row& row) {
    core::ChangeRequest request;
    request.id = core::RequestId{row.id};
    request.kind = read_column(row.kind, core::request_kind_from);
    request.child = core::ChildId{row.child};
    request.location = core::LocationId{row.location};
    request.care_type = read_column(row.care_type, core::care_type_from);
    request.date = to_date(row.day);
    request.time = to_range(row.start, row.end);
    if (row.given_day.has_value()) {
        request.given =
            core::CareSpan{to_date(row.given_day.value), to_range(row.given_start.value, row.given_end.value)};
    }
    request.last = row.last_day.has_value() ? std::optional{to_date(row.last_day.value)} : std::nullopt;
    request.reason = read_column(row.reason, core::absence_reason_from);
    request.payment = read_column(row.payment, core::payment_from);
    request.state = read_column(row.state, core::request_state_from);
    request.price = {row.price};
    request.credit_used = {read_column(row.credit_unit, core::credit_unit_from), row.credit_used};
    request.submitted_at = to_instant(row.submitted_at);
    request.written_at = optional_instant(row.written_at);
    request.submitted_by = row.submitted_by;
    request.rule_version = core::RuleVersionId{row.rule_version};
    request.rule_text = row.rule_text;
    request.decided_at = optional_instant(row.decided_at);
    request.decision_reason = row.decision_reason;
    request.withdrawn_at = optional_instant(row.withdrawn_at);
    request.withdrawal_written_at = optional_instant(row.withdrawal_written_at);
    request.expired_at = optional_instant(row.expired_at);
    request.recovered_at = optional_instant(row.recovered_at);
    return request;
}

Row row_of(const core::ChangeRequest& request) {
    Row row;
    row.id = request.id.value;
    row.kind = core::to_string(request.kind);
    row.child = request.child.value;
    row.location = request.location.value;
    row.care_type = core::to_string(request.care_type);
    row.day = request.date.to_string();
    row.start = request.time.start.to_string();
    row.end = request.time.end.to_string();
    if (request.given) {
        row.given_day = Nullable<std::string>{request.given->date.to_string()};
        row.given_start = Nullable<std::string>{request.given->time.start.to_string()};
        row.given_end = Nullable<std::string>{request.given->time.end.to_string()};
    }
    row.last_day = nullable_text(request.last);
    row.reason = core::to_string(request.reason);
    row.payment = core::to_string(request.payment);
    row.state = core::to_string(request.state);
    row.price = request.price.cents;
    row.credit_unit = core::to_string(request.credit_used.unit);
    row.credit_used = request.credit_used.amount;
    row.submitted_at = request.submitted_at.to_string();
    row.written_at = nullable_text(request.written_at);
    row.submitted_by = request.submitted_by;
    row.rule_version = request.rule_version.value;
    row.rule_text = request.rule_text;
    row.decided_at = nullable_text(request.decided_at);
    row.decision_reason = request.decision_reason;
    row.withdrawn_at = nullable_text(request.withdrawn_at);
    row.withdrawal_written_at = nullable_text(request.withdrawal_written_at);
    row.expired_at = nullable_text(request.expired_at);
    row.recovered_at = nullable_text(request.recovered_at);
    return row;
}

std::vector<core::ChangeRequest> select(Transaction& transaction, const std::string& condition,
                                        const std::string& family, const std::string& id) {
    Row row;
    soci::statement rows =
        (sql_of(transaction).prepare << std::string("SELECT ") + kColumns +
                                            " FROM change_requests r JOIN children k ON k.id = r.child_id"
                                            " WHERE k.family_id = :family" +
                                            condition + " ORDER BY r.submitted_at DESC, r.day DESC, r.id",
         soci::use(family), soci::use(id), soci::into(row.id), soci::into(row.kind), soci::into(row.child),
         soci::into(row.location), soci::into(row.care_type), soci::into(row.day), soci::into(row.start),
         soci::into(row.end), soci::into(row.given_day.value, row.given_day.indicator),
         soci::into(row.given_start.value, row.given_start.indicator),
         soci::into(row.given_end.value, row.given_end.indicator),
         soci::into(row.last_day.value, row.last_day.indicator), soci::into(row.reason), soci::into(row.payment),
         soci::into(row.state), soci::into(row.price), soci::into(row.credit_unit), soci::into(row.credit_used),
         soci::into(row.submitted_at), soci::into(row.written_at.value, row.written_at.indicator),
         soci::into(row.submitted_by), soci::into(row.rule_version), soci::into(row.rule_text),
         soci::into(row.decided_at.value, row.decided_at.indicator), soci::into(row.decision_reason),
         soci::into(row.withdrawn_at.value, row.withdrawn_at.indicator),
         soci::into(row.withdrawal_written_at.value, row.withdrawal_written_at.indicator),
         soci::into(row.expired_at.value, row.expired_at.indicator),
         soci::into(row.recovered_at.value, row.recovered_at.indicator));
    rows.execute();
    std::vector<core::ChangeRequest> requests;
    while (rows.fetch()) {
        requests.push_back(request_of(row));
    }
    return requests;
}

}  // namespace

std::vector<core::ChangeRequest> list_change_requests(Transaction& transaction, const core::FamilyId& family) {
    return select(transaction, " AND r.id <> :none", family.value, "");
}

std::optional<core::ChangeRequest> find_change_request(Transaction& transaction, const core::FamilyId& family,
                                                       const core::RequestId& id) {
    std::vector<core::ChangeRequest> found = select(transaction, " AND r.id = :id", family.value, id.value);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void insert_change_request(Transaction& transaction, const core::ChangeRequest& request) {
    Row row = row_of(request);
    sql_of(transaction)
        << "INSERT INTO change_requests (id, kind, child_id, location_id, care_type, day, start_time, end_time,"
           " given_day, given_start, given_end, last_day, reason, payment, state, price_cents, credit_unit,"
           " credit_used, submitted_at, written_at, submitted_by, rule_version, rule_text, decided_at, decision_reason,"
           " withdrawn_at, withdrawal_written_at, expired_at, recovered_at) VALUES (:id, :kind, :child, :location,"
           " :type, :day, :start, :end, :gday, :gstart, :gend, :last, :reason, :payment, :state, :price, :unit, :used,"
           " :at, :written, :by, :version, :rule, :decided, :answer, :withdrawn, :withdrawal, :expired, :recovered)",
        soci::use(row.id), soci::use(row.kind), soci::use(row.child), soci::use(row.location), soci::use(row.care_type),
        soci::use(row.day), soci::use(row.start), soci::use(row.end),
        soci::use(row.given_day.value, row.given_day.indicator),
        soci::use(row.given_start.value, row.given_start.indicator),
        soci::use(row.given_end.value, row.given_end.indicator), soci::use(row.last_day.value, row.last_day.indicator),
        soci::use(row.reason), soci::use(row.payment), soci::use(row.state), soci::use(row.price),
        soci::use(row.credit_unit), soci::use(row.credit_used), soci::use(row.submitted_at),
        soci::use(row.written_at.value, row.written_at.indicator), soci::use(row.submitted_by),
        soci::use(row.rule_version), soci::use(row.rule_text),
        soci::use(row.decided_at.value, row.decided_at.indicator), soci::use(row.decision_reason),
        soci::use(row.withdrawn_at.value, row.withdrawn_at.indicator),
        soci::use(row.withdrawal_written_at.value, row.withdrawal_written_at.indicator),
        soci::use(row.expired_at.value, row.expired_at.indicator),
        soci::use(row.recovered_at.value, row.recovered_at.indicator);
}

void update_change_request(Transaction& transaction, const core::ChangeRequest& request) {
    Row row = row_of(request);
    sql_of(transaction)
        << "UPDATE change_requests SET state = :state, last_day = :last, decided_at = :decided,"
           " decision_reason = :answer, withdrawn_at = :withdrawn,"
           " withdrawal_written_at = :written, expired_at = :expired, recovered_at = :recovered WHERE id = :id",
        soci::use(row.state), soci::use(row.last_day.value, row.last_day.indicator),
        soci::use(row.decided_at.value, row.decided_at.indicator), soci::use(row.decision_reason),
        soci::use(row.withdrawn_at.value, row.withdrawn_at.indicator),
        soci::use(row.withdrawal_written_at.value, row.withdrawal_written_at.indicator),
        soci::use(row.expired_at.value, row.expired_at.indicator),
        soci::use(row.recovered_at.value, row.recovered_at.indicator), soci::use(row.id);
}

}  // namespace portal::server::storage
