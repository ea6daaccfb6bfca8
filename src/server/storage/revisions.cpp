#include "server/storage/revisions.hpp"

#include "server/auth/random.hpp"
#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

namespace portal::server::storage {
namespace {

/// Short, and tells nobody how much a family asks.
std::string shortened(const std::string& text) {
    constexpr std::size_t kLength = 32;
    return fingerprint(text).substr(0, kLength);
}

}  // namespace

api::Revisions revisions_of(Transaction& transaction, const core::FamilyId& family, core::Date today) {
    soci::session& sql = sql_of(transaction);
    // Moments have whole seconds: how many are in each state tells apart what happened within one.
    std::string requests;
    sql << "SELECT COUNT(*) || ' ' || COALESCE(MAX(submitted_at), '') || ' ' || COALESCE(MAX(decided_at), '') || ' ' ||"
           " COALESCE(MAX(withdrawn_at), '') || ' ' || COALESCE(MAX(recovered_at), '') || ' ' ||"
           " COALESCE(SUM(CASE state WHEN 'submitted' THEN 1 WHEN 'in-review' THEN 100000 ELSE 0 END), 0) || ' ' ||"
           " COALESCE(SUM(CASE state WHEN 'approved' THEN 1 WHEN 'rejected' THEN 100000 ELSE 0 END), 0)"
           " FROM change_requests WHERE child_id IN (SELECT id FROM children WHERE family_id = :family)",
        soci::use(family.value), soci::into(requests);
    std::string changes;
    sql << "SELECT COUNT(*) || ' ' || COALESCE(MAX(at), '') || ' ' || COALESCE(MAX(decided_at), '') || ' ' ||"
           " COALESCE(SUM(CASE state WHEN 'waiting' THEN 1 WHEN 'approved' THEN 100000 ELSE 0 END), 0)"
           " FROM changes WHERE family_id = :family",
        soci::use(family.value), soci::into(changes);
    return {shortened(requests + ' ' + today.to_string()), shortened(changes)};
}

}  // namespace portal::server::storage
