#include "api/importing.hpp"

#include <algorithm>
#include <array>

namespace portal::api {
namespace {

constexpr std::array<core::RecordKind, 3> kKinds{core::RecordKind::kGuardian, core::RecordKind::kChild,
                                                 core::RecordKind::kContact};

/// The fields of all kinds of records are columns; each kind has its own of them.
const RowFormat& people_format() {
    static const RowFormat columns = [] {
        RowFormat format{"families",
                         "people",
                         {"familyId", "record", "id"},
                         {"debtorNumber", "mandate", "childId"},
                         {"record", "id", "childId"}};
        for (const core::RecordKind kind : kKinds) {
            for (const core::FieldSpec& spec : core::fields_of(kind)) {
                if (!format.knows(spec.name)) {
                    format.possible.push_back(spec.name);
                    format.inner_columns.push_back(spec.name);
                }
            }
        }
        return format;
    }();
    return columns;
}

/// Nine digits of which the sum of nine, eight, … two times each less the last one is a multiple of eleven.
/// https://nl.wikipedia.org/wiki/Burgerservicenummer#11-proef
bool is_citizen_number(const std::string& text) {
    constexpr std::size_t kDigits = 9;
    int sum = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const int digit = text[index] - '0';
        if (digit < 0 || digit > 9) {
            return false;
        }
        sum += index + 1 == kDigits ? -digit : digit * static_cast<int>(kDigits - index);
    }
    return text.size() == kDigits && sum > 0 && sum % 11 == 0;
}

void read_fields(ImportRow& row, ImportedPerson& person) {
    const core::RecordKind kind = person.record.kind;
    for (const core::RecordKind other : kKinds) {
        for (const core::FieldSpec& spec : core::fields_of(other)) {
            const std::string name{spec.name};
            if (!row.has(name) || core::field_of(person.record, name) != nullptr) {
                continue;
            }
            if (core::find_field(kind, name) == nullptr) {
                row.fail(name, "is no field of a " + row.text("record"));
            } else if (spec.type == core::FieldType::kMasked) {
                person.bsn = row.text(name);
            } else {
                person.record.fields.push_back({name, row.text(name)});
            }
        }
    }
    if (!person.bsn.empty() && !is_citizen_number(person.bsn)) {
        row.fail("bsn", "is no citizen number");  // which must not be repeated on a screen
    }
}

ImportedPerson read_person(ImportRow& row) {
    ImportedPerson person;
    person.family = core::FamilyId{row.id("familyId")};
    person.record.kind = row.parsed("record", core::record_kind_from);
    person.record.id = row.id("id");
    person.debtor_number = row.line("debtorNumber");
    person.mandate = row.line("mandate");
    const bool is_contact = person.record.kind == core::RecordKind::kContact;
    if (is_contact) {
        person.record.child = row.id("childId");
    } else if (row.has("childId")) {
        row.fail("childId", "has a meaning for contacts only");
    }
    if (!person.mandate.empty() && person.debtor_number.empty()) {
        row.fail("mandate", "needs a debtorNumber");
    }
    read_fields(row, person);
    return person;
}

const RowFormat& contract_format() {
    static const RowFormat columns{
        "contracts",
        "week",
        {"number", "childId", "locationId", "careType", "begins", "rateCents", "weekdays", "start", "end"},
        {"ends", "contractType", "weeksPerYear", "group", "stage", "signedOn", "signedBy", "noticeMonths",
         "paymentDays", "directDebit", "cancellation", "terms", "termsUrl", "extraTerms", "extraTermsUrl", "days"},
        {"weekdays", "start", "end", "days"}};
    return columns;
}

void read_week(RowGroup& rows, core::PlacementContract& contract) {
    for (ImportRow& row : rows) {
        if (rows.size() == 1 && !row.has("weekdays") && !row.has("start") && !row.has("end")) {
            return;  // flexible: every day is asked for
        }
        const core::TimeRange time = times_of(row, "start", "end");
        const core::DayKind days = day_kind_of(row);
        for (const core::Weekday weekday : weekdays_of(row)) {
            const core::CareMoment moment{weekday, time, days};
            const bool is_double =
                std::any_of(contract.week.begin(), contract.week.end(), [&](const core::CareMoment& other) {
                    const bool both =
                        other.days == days || other.days == core::DayKind::kEvery || days == core::DayKind::kEvery;
                    return both && other.weekday == weekday && other.time.overlaps(time);
                });
            if (is_double) {
                row.fail("weekdays", "have care at that time already");
            }
            contract.week.push_back(moment);
        }
    }
}

core::ContractDetails read_details(ImportRow& row) {
    constexpr int kMostMonths = 12;
    constexpr int kMostDays = 90;
    core::ContractDetails details;
    details.signed_on = row.parsed_if_there("signedOn", core::Date::parse);
    details.signed_by = row.line("signedBy");
    details.notice_months = row.number_between("noticeMonths", 0, kMostMonths, details.notice_months);
    details.payment_days = row.number_between("paymentDays", 0, kMostDays, details.payment_days);
    details.direct_debit = row.yes("directDebit");
    details.cancellation = row.line("cancellation");
    for (const auto& [name, url] : {std::pair{"terms", "termsUrl"}, std::pair{"extraTerms", "extraTermsUrl"}}) {
        if (row.has(name)) {
            details.terms.push_back({row.line(name), row.line(url)});
        }
        if (row.has(url) && row.text(url).rfind("https://", 0) != 0) {
            row.fail(url, "does not begin with https://");
        }
    }
    return details;
}

ImportedContract read_contract(RowGroup& rows) {
    constexpr int kAllWeeks = 52;
    constexpr int kMostCents = 100'000;
    ImportRow& head = rows.front();
    ImportedContract imported;
    core::PlacementContract& contract = imported.contract;
    contract.number = head.filled("number");
    contract.child = core::ChildId{head.id("childId")};
    contract.location = core::LocationId{head.id("locationId")};
    contract.care_type = head.parsed("careType", core::care_type_from);
    contract.type = core::ContractTypeId{head.has("contractType") ? head.id("contractType") : "standard"};
    contract.weeks_per_year = head.number_between("weeksPerYear", 1, kAllWeeks, kAllWeeks);
    contract.group = head.line("group");
    contract.stage = head.parsed_if_there("stage", core::contract_stage_from).value_or(contract.stage);
    contract.start = head.parsed("begins", core::Date::parse);
    contract.end = head.parsed_if_there("ends", core::Date::parse);
    contract.hourly_rate = {head.has("rateCents") ? head.number_between("rateCents", 0, kMostCents, 0)
                                                  : head.number("rateCents")};
    if (contract.end && *contract.end < contract.start) {
        head.fail("ends", "is before the first day");
    }
    read_week(rows, contract);
    imported.details = read_details(head);
    return imported;
}

}  // namespace

Import<ImportedPerson> read_people(std::string_view text, FileForm form) {
    return read_each(read_rows(text, form, people_format()), read_person);
}

Import<ImportedContract> read_contracts(std::string_view text, FileForm form) {
    return read_groups(read_rows(text, form, contract_format()), contract_format(), {"number"}, read_contract);
}

}  // namespace portal::api
