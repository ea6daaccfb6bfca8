#include "server/admin/set_organisation.hpp"

#include "api/money_codec.hpp"
#include "server/admin/files.hpp"
#include "server/auth/random.hpp"
#include "server/open_database.hpp"
#include "server/storage/organisation.hpp"
#include "server/storage/organisation_details.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

core::OrganisationDetails details_in(const std::filesystem::path& file) {
    auto decoded = api::decode_organisation(content_of(file));
    if (!decoded) {
        const std::string& place = decoded.error.field;
        throw std::runtime_error(file.string() + (place.empty() ? "" : ": " + place) + ": " + decoded.error.detail);
    }
    return std::move(*decoded.value);
}

std::string logo_in(const std::filesystem::path& file) {
    constexpr std::size_t kMostBytes = 500'000;
    constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
    std::string logo = content_of(file);
    if (logo.substr(0, kSignature.size()) != kSignature || logo.size() > kMostBytes) {
        throw std::runtime_error("The logo " + file.string() + " is no PNG of at most 500 kB.");
    }
    return logo;
}

}  // namespace

void set_organisation(const Options& options, std::ostream& out) {
    const core::OrganisationDetails details = details_in(options.file);
    const std::string logo = options.logo ? logo_in(*options.logo) : "";
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    if (!storage::find_organisation(transaction)) {
        storage::insert_organisation(transaction, {details.name, false});
    }
    storage::save_organisation_details(transaction, details);
    if (options.logo) {
        storage::save_logo(transaction, logo);
    }
    if (!options.check) {
        transaction.commit();
    }
    out << (options.check ? "The file is right.\n" : "Done: letters have these details from now on.\n");
}

}  // namespace portal::server
