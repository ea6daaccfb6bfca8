#include "api/office_import.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace portal::api {
namespace {

std::string file_of(const std::string& name) {
    std::ifstream file{std::string(PORTAL_SOURCE_ROOT) + "/tests/api/office/" + name, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::string replaced(std::string text, const std::string& part, const std::string& by) {
    const std::size_t at = text.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    return at == std::string::npos ? text : text.replace(at, part.size(), by);
}

template <class T>
std::string first_fault(const Import<T>& import) {
    return import.faults.empty() ? "" : import.faults.front().place + ": " + import.faults.front().detail;
}

/// The two forms of an example, one after the other.
template <class T, class Expect>
void expect_both(Import<T> (*read)(std::string_view, FileForm), const std::string& name, Expect expect) {
    for (const auto& [ending, form] : {std::pair{".json", FileForm::kJson}, std::pair{".csv", FileForm::kTable}}) {
        const Import<T> import = read(file_of(name + ".example" + ending), form);
        EXPECT_EQ(first_fault(import), "") << ending;
        expect(import.items);
    }
}

TEST(OfficeImport, ReadsLocationsWithTheirHours) {
    expect_both<core::CareOffer>(read_offers, "locations", [](const auto& items) {
        ASSERT_EQ(items.size(), 2U);
        const core::CareOffer& offer = items[0].value;
        EXPECT_EQ(offer.location, core::LocationId{"zwanen"});
        EXPECT_EQ(offer.lrk, "204918273");
        EXPECT_EQ(offer.opening_hours.size(), 5U);
        ASSERT_EQ(offer.slots.size(), 10U);
        EXPECT_EQ(offer.slots[5].name, "Middag");
        EXPECT_EQ(offer.slots[5].weekday, core::Weekday::kMonday);
        EXPECT_EQ(items[1].value.opening_hours[0].days, core::DayKind::kSchoolDay);
    });
}

TEST(OfficeImport, ReadsFamilies) {
    expect_both<ImportedPerson>(read_people, "families", [](const auto& items) {
        ASSERT_EQ(items.size(), 3U);
        const ImportedPerson& eva = items[0].value;
        EXPECT_EQ(eva.record.kind, core::RecordKind::kGuardian);
        EXPECT_EQ(core::value_of(eva.record, "pays"), "yes");
        EXPECT_EQ(eva.bsn, "111222333");
        EXPECT_EQ(core::field_of(eva.record, "bsn"), nullptr) << "no field that could be shown";
        EXPECT_EQ(eva.debtor_number, "D-2001");
        EXPECT_EQ(core::value_of(items[1].value.record, "birthDate"), "2024-02-29");
        EXPECT_EQ(items[2].value.record.child, "lotte-bakker");
        EXPECT_EQ(core::value_of(items[2].value.record, "relation"), "Opa");
    });
}

TEST(OfficeImport, ReadsContracts) {
    expect_both<ImportedContract>(read_contracts, "contracts", [](const auto& items) {
        ASSERT_EQ(items.size(), 1U);
        const core::PlacementContract& contract = items[0].value.contract;
        EXPECT_EQ(contract.number, "Z-0001");
        ASSERT_EQ(contract.week.size(), 3U);
        EXPECT_EQ(contract.week[2].weekday, core::Weekday::kThursday);
        EXPECT_EQ(contract.hourly_rate, core::Money{1105});
        EXPECT_EQ(contract.stage, core::ContractStage::kSigned);
        const core::ContractDetails& details = items[0].value.details;
        EXPECT_TRUE(details.direct_debit);
        ASSERT_EQ(details.terms.size(), 1U);
        EXPECT_EQ(details.terms[0].url, "https://example.nl/voorwaarden");
    });
}

TEST(OfficeImport, ReadsWhatDiffersFromContracts) {
    expect_both<ImportedCare>(read_care, "occupancy", [](const auto& items) {
        ASSERT_EQ(items.size(), 4U);
        EXPECT_EQ(items[0].value.request.kind, core::RequestKind::kExtra);
        EXPECT_FALSE(items[0].value.has_price);
        EXPECT_EQ(items[1].value.request.given->date, core::Date::parse("2026-12-08").value());
        EXPECT_EQ(items[2].value.request.reason, core::AbsenceReason::kVacation);
        EXPECT_EQ(items[3].value.request.last, core::Date::parse("2026-12-01"));
    });
}

TEST(OfficeImport, ReadsDays) {
    expect_both<ImportedDays>(read_days, "closing-days", [](const auto& items) {
        ASSERT_EQ(items.size(), 5U);
        EXPECT_EQ(items[0].value.last, core::Date::parse("2027-12-30").value());
        EXPECT_EQ(items[1].value.location, std::nullopt);
        EXPECT_EQ(items[4].value.kind, ImportedDays::Kind::kSchoolHoliday);
    });
}

TEST(OfficeImport, SaysOfEveryRowWhatIsWrong) {
    const std::string people = file_of("families.example.csv");
    const auto fault = [&](const std::string& part, const std::string& by) {
        return first_fault(read_people(replaced(people, part, by), FileForm::kTable));
    };
    EXPECT_EQ(fault("eva-bakker", "eva bakker"),
              "line 2: id 'eva bakker' is no id of at most 64 letters, digits, '-', '_' and '.'");
    EXPECT_EQ(fault("eva-bakker", "../eva"),
              "line 2: id '../eva' is no id of at most 64 letters, digits, '-', '_' and '.'");
    EXPECT_EQ(fault("111222333", "111222334"), "line 2: bsn is no citizen number");
    EXPECT_EQ(fault(";guardian;", ";granny;"), "line 2: record 'granny' is not one of its values");
    EXPECT_EQ(fault(";opa-lotte;lotte-bakker", ";opa-lotte;"), "line 4: childId is empty");
    EXPECT_EQ(fault("lotte-bakker;;Lotte;Bakker;;;", "lotte-bakker;;Lotte;Bakker;Lot;;"),
              "line 3: name is no field of a child");
    const std::string contracts = file_of("contracts.example.csv");
    const auto refused = [&](const std::string& part, const std::string& by) {
        return first_fault(read_contracts(replaced(contracts, part, by), FileForm::kTable));
    };
    EXPECT_EQ(refused(";2026-09-01;2028-02-28", ";2026-09-01;2026-08-31"), "line 2: ends is before the first day");
    EXPECT_EQ(refused(";4;07:30", ";2;07:30"), "line 3: weekdays have care at that time already");
    EXPECT_EQ(refused(";4;07:30;13:00", ";4;07:30;07:30"), "line 3: end is not later than the start");
    EXPECT_EQ(refused(";1 2;", ";1 8;"), "line 2: weekdays are not numbers from 1 (Monday) to 7 with spaces between");
    EXPECT_EQ(refused("https://", "javascript:"), "line 2: termsUrl does not begin with https://");
    EXPECT_EQ(refused(";1105;", ";1106;"), "line 3: rateCents differs from that of the rows before");
    EXPECT_EQ(refused("number;", "nummer;"), "line 1: the column 'nummer' is unknown");
    const std::string care = file_of("occupancy.example.csv");
    EXPECT_EQ(first_fault(read_care(replaced(care, "phone-4,sick,", "phone-4,absence,"), FileForm::kTable)),
              "line 5: lastDay has no meaning for the kind 'absence'");
}

TEST(OfficeImport, ReadsNamesOfWhateverScript_AndNoOtherEncoding) {
    const std::string people = file_of("families.example.csv");
    const auto named = [&](const std::string& name) {
        const auto read = read_people(replaced(people, ";Lotte;", ';' + name + ';'), FileForm::kTable);
        return read.faults.empty() ? core::value_of(read.items[1].value.record, "firstName") : first_fault(read);
    };
    EXPECT_EQ(named("Zoë"), "Zoë");
    EXPECT_EQ(named("نور"), "نور");
    EXPECT_EQ(named("Zo\xEB"), "the file: is not in UTF-8");
}

TEST(OfficeImport, SurvivesFilesThatAreNone) {
    for (const char* name : {"locations", "families", "contracts", "occupancy", "closing-days"}) {
        for (const auto& [ending, form] : {std::pair{".json", FileForm::kJson}, std::pair{".csv", FileForm::kTable}}) {
            const std::string text = file_of(std::string(name) + ".example" + ending);
            for (std::size_t size = 0; size < text.size(); size += 11) {
                std::string broken = text;
                broken[size] = size % 2 == 0 ? '"' : '\0';
                for (const std::string& part : {text.substr(0, size), broken}) {
                    static_cast<void>(read_offers(part, form));
                    static_cast<void>(read_people(part, form));
                    static_cast<void>(read_contracts(part, form));
                    static_cast<void>(read_care(part, form));
                    static_cast<void>(read_days(part, form));
                }
            }
        }
    }
    EXPECT_EQ(first_fault(read_days(R"({"closingDays":[7]})", FileForm::kJson)), "closingDays[0]: is not an object");
    EXPECT_EQ(first_fault(read_offers(R"({"locations":[{"locationId":"a","hours":[{"name":"x"}]}]})", FileForm::kJson)),
              "locations[0].hours[0]: name is not known here");
}

}  // namespace
}  // namespace portal::api
