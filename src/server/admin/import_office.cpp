#include "server/admin/import_office.hpp"

#include "server/admin/files.hpp"
#include "server/admin/imports.hpp"
#include "server/auth/random.hpp"
#include "server/open_database.hpp"
#include "server/storage/organisation.hpp"

#include <map>
#include <stdexcept>

namespace portal::server {
namespace {

using Carry = void (*)(const ImportJob& job, std::string_view text, api::FileForm form);

template <class T, api::Import<T> (*read)(std::string_view, api::FileForm),
          void (*import)(const ImportJob&, const api::Import<T>&)>
void carry(const ImportJob& job, std::string_view text, api::FileForm form) {
    import(job, read(text, form));
}

/// By the names of `import_kinds`.
const std::map<std::string, Carry>& imports() {
    static const std::map<std::string, Carry> all{
        {"locations", carry<core::CareOffer, api::read_offers, import_locations>},
        {"families", carry<api::ImportedPerson, api::read_people, import_families>},
        {"contracts", carry<api::ImportedContract, api::read_contracts, import_contracts>},
        {"occupancy", carry<api::ImportedCare, api::read_care, import_care>},
        {"closing-days", carry<api::ImportedDays, api::read_days, import_days>}};
    return all;
}

}  // namespace

void import_office(const Options& options, std::ostream& out) {
    const std::string content = content_of(options.file);
    start_cryptography();
    const auto database = open_existing_database(options);
    storage::Transaction transaction = database->write();
    const auto organisation = storage::find_organisation(transaction);
    if (!organisation) {
        throw std::runtime_error("The database has no organisation yet: 'ouderlogin-server organisation FILE' first.");
    }
    ImportReport report{out};
    const ImportJob job{transaction, clock_of(options)->now(), organisation->name, report};
    imports().at(options.words.front())(job, content,
                                        is_table(options.file) ? api::FileForm::kTable : api::FileForm::kJson);
    report.finish(transaction, options.check);
}

}  // namespace portal::server
