#include "server/storage/change_requests.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

std::vector<core::ChangeRequest> select(Transaction& transaction, const std::string& condition,
                                        const std::string& family, const std::string& id) {
    core::ChangeRequest request;
    std::string care_type;
    std::string day;
    std::string start;
    std::string end;
    std::string state;
    long long price = 0;
    std::string submitted;
    Nullable<std::string> decided;
    soci::statement rows =
        (sql_of(transaction).prepare
             << "SELECT r.id, r.child_id, r.location_id, r.care_type, r.day, r.start_time, r.end_time, r.state,"
                " r.price_cents, r.submitted_at, r.submitted_by, r.rule_text, r.decided_at, r.decision_reason"
                " FROM change_requests r JOIN children k ON k.id = r.child_id WHERE k.family_id = :family" +
                    condition + " ORDER BY r.submitted_at DESC, r.day DESC, r.id",
         soci::use(family), soci::use(id), soci::into(request.id.value), soci::into(request.child.value),
         soci::into(request.location.value), soci::into(care_type), soci::into(day), soci::into(start), soci::into(end),
         soci::into(state), soci::into(price), soci::into(submitted), soci::into(request.submitted_by),
         soci::into(request.rule_text), soci::into(decided.value, decided.indicator),
         soci::into(request.decision_reason));
    rows.execute();
    std::vector<core::ChangeRequest> requests;
    while (rows.fetch()) {
        request.care_type = read_column(care_type, core::care_type_from);
        request.date = to_date(day);
        request.time = to_range(start, end);
        request.state = read_column(state, core::request_state_from);
        request.price = {price};
        request.submitted_at = to_instant(submitted);
        request.decided_at = decided.has_value() ? std::optional{to_instant(decided.value)} : std::nullopt;
        requests.push_back(request);
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
    const std::string care_type{core::to_string(request.care_type)};
    const std::string day = request.date.to_string();
    const std::string start = request.time.start.to_string();
    const std::string end = request.time.end.to_string();
    const std::string state{core::to_string(request.state)};
    const long long price = request.price.cents;
    const std::string submitted = request.submitted_at.to_string();
    Nullable<std::string> decided = nullable_text(request.decided_at);
    sql_of(transaction)
        << "INSERT INTO change_requests (id, kind, child_id, location_id, care_type, day, start_time, end_time, state,"
           " price_cents, submitted_at, submitted_by, rule_text, decided_at, decision_reason) VALUES (:id, 'extra',"
           " :child, :location, :type, :day, :start, :end, :state, :price, :submitted, :by, :rule, :decided, :reason)",
        soci::use(request.id.value), soci::use(request.child.value), soci::use(request.location.value),
        soci::use(care_type), soci::use(day), soci::use(start), soci::use(end), soci::use(state), soci::use(price),
        soci::use(submitted), soci::use(request.submitted_by), soci::use(request.rule_text),
        soci::use(decided.value, decided.indicator), soci::use(request.decision_reason);
}

}  // namespace portal::server::storage
