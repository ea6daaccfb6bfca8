#pragma once

#include "api/import_rows.hpp"
#include "core/contract_details.hpp"
#include "core/location.hpp"
#include "core/records.hpp"
#include "core/request.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an organisation's office imports: office.schema.json describes the files as JSON, and the names of the columns
/// of a table are those of its members. Ids are the office's own; a file that is imported again changes what it tells
/// otherwise by then.
namespace portal::api {

enum class FileForm : std::uint8_t { kJson, kTable };

/// Something of a file with its place in it.
template <class T>
struct Imported {
    std::string place;
    T value;
};

template <class T>
struct Import {
    std::vector<Imported<T>> items;
    std::vector<ImportFault> faults;  ///< what has one is not among `items`
};

/// "locations": a row for each span of opening hours, or for each part of a day (`slot`).
[[nodiscard]] Import<core::CareOffer> read_offers(std::string_view text, FileForm form);

/// A guardian, a child or a person to call.
struct ImportedPerson {
    core::FamilyId family;
    core::Record record;        ///< without version; its fields are those that the file has, as they stand there
    std::string bsn;            ///< nine digits, or empty
    std::string debtor_number;  ///< of the family; empty where the file has none
    std::string mandate;
};

/// "families": a row for each person.
[[nodiscard]] Import<ImportedPerson> read_people(std::string_view text, FileForm form);

struct ImportedContract {
    core::PlacementContract contract;  ///< without id
    core::ContractDetails details;
};

/// "contracts": a row for each block of the week.
[[nodiscard]] Import<ImportedContract> read_contracts(std::string_view text, FileForm form);

struct ImportedCare {
    core::ChangeRequest request;
    bool has_price = false;  ///< else extra care costs its hours
};

/// "occupancy": what differs from contracts and was arranged without the portal; a row for each of it. Where it is and
/// of which kind of care is that of the child's contract, which the reader does not know.
[[nodiscard]] Import<ImportedCare> read_care(std::string_view text, FileForm form);

/// One or more days that are not as others, of one location or all.
struct ImportedDays {
    enum class Kind : std::uint8_t { kClosingDay, kHoliday, kStudyDay, kOuting, kSchoolHoliday };

    Kind kind = Kind::kClosingDay;
    std::string name;
    core::Date first;
    core::Date last;
    std::optional<core::LocationId> location;
};

/// "closingDays".
[[nodiscard]] Import<ImportedDays> read_days(std::string_view text, FileForm form);

}  // namespace portal::api
