#include "server/admin/load_rules.hpp"

#include "api/rules_codec.hpp"
#include "server/admin/files.hpp"
#include "server/open_database.hpp"
#include "server/storage/locations.hpp"
#include "server/storage/rules.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

core::RuleBook read_book(const std::filesystem::path& file) {
    auto decoded = api::decode_rules_file(content_of(file));
    if (!decoded) {
        const std::string& place = decoded.error.field;
        throw std::runtime_error(file.string() + (place.empty() ? "" : ": " + place) + ": " + decoded.error.detail);
    }
    return std::move(*decoded.value);
}

/// Whether the version is to be added. Requests were judged by those that are there, so that those never change.
bool is_new(const core::RuleBook& known, const core::CareRules& rules) {
    const core::CareRules* same = core::find_rules(known, rules.id);
    if (same != nullptr && !(*same == rules)) {
        throw std::runtime_error("The version '" + rules.id.value +
                                 "' is in the database with other rules; give the new ones an id of their own.");
    }
    return same == nullptr;
}

void check_offered(storage::Transaction& transaction, const core::CareRules& rules) {
    if (!storage::has_offer(transaction, rules.location, rules.care_type)) {
        throw std::runtime_error("The version '" + rules.id.value + "' is about '" + rules.location.value + "' (" +
                                 std::string(core::to_string(rules.care_type)) +
                                 "), which this organisation does not have.");
    }
}

}  // namespace

void load_rules(const Options& options, std::ostream& out) {
    const core::RuleBook book = read_book(options.rules);
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const core::RuleBook known = storage::load_all_rules(transaction);
    int added = 0;
    for (const core::CareRules& rules : book.versions) {
        check_offered(transaction, rules);
        if (is_new(known, rules)) {
            storage::insert_rules(transaction, rules);
            ++added;
        }
    }
    if (!options.check) {
        transaction.commit();
    }
    out << (options.check ? "The file is right: " : "Done: ") << added << " of " << book.versions.size()
        << (options.check ? " versions would be added.\n" : " versions were added.\n");
}

}  // namespace portal::server
