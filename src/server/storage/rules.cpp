#include "server/storage/rules.hpp"

#include "api/rules_codec.hpp"
#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <stdexcept>

namespace portal::server::storage {
namespace {

core::CareRules read_rules(const std::string& body) {
    auto decoded = api::decode_care_rules(body);
    if (!decoded) {
        throw std::runtime_error("a stored version of the rules cannot be read: " + decoded.error.field + ' ' +
                                 decoded.error.detail);
    }
    return std::move(*decoded.value);
}

core::RuleBook select(Transaction& transaction, const std::string& condition, const std::string& value) {
    std::string body;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT v.body FROM rule_versions v WHERE " + condition +
                                            " ORDER BY v.location_id, v.care_type, v.valid_from, v.id",
         soci::use(value), soci::into(body));
    rows.execute();
    core::RuleBook book;
    while (rows.fetch()) {
        book.versions.push_back(read_rules(body));
    }
    return book;
}

}  // namespace

core::RuleBook load_rules(Transaction& transaction, const core::FamilyId& family) {
    return select(transaction,
                  "EXISTS (SELECT 1 FROM contracts c JOIN children k ON k.id = c.child_id WHERE k.family_id = :family"
                  " AND c.location_id = v.location_id AND c.care_type = v.care_type)",
                  family.value);
}

core::RuleBook load_all_rules(Transaction& transaction) {
    return select(transaction, "v.id <> :none", "");
}

void insert_rules(Transaction& transaction, const core::CareRules& rules) {
    const std::string care_type{core::to_string(rules.care_type)};
    Nullable<std::string> contract_type{rules.contract_type ? std::optional{rules.contract_type->value} : std::nullopt};
    const std::string valid_from = rules.valid_from.to_string();
    const std::string body = api::encode(rules);
    sql_of(transaction) << "INSERT INTO rule_versions (id, location_id, care_type, contract_type, valid_from, body)"
                           " VALUES (:id, :location, :type, :contract, :from, :body)",
        soci::use(rules.id.value), soci::use(rules.location.value), soci::use(care_type),
        soci::use(contract_type.value, contract_type.indicator), soci::use(valid_from), soci::use(body);
}

}  // namespace portal::server::storage
