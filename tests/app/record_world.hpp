#pragma once

#include "api/records_codec.hpp"
#include "app/world.hpp"

#include <string>
#include <vector>

namespace portal::app::test {

/// What the server holds of Stamgegevens: Jasmijn (whose IBAN waits for the organisation) and Thomas, Noor and Sam, and
/// two persons to call for Noor.
inline core::FamilyRecords family_records() {
    using core::RecordKind;
    core::FamilyRecords records;
    core::Record jasmijn{RecordKind::kGuardian, "g1", {}, "3", {}};
    jasmijn.fields = {{"firstName", "Jasmijn"},
                      {"lastName", "Visser"},
                      {"birthDate", "1988-02-29"},
                      {"bsn", "••••••019"},
                      {"city", "Leiden"},
                      {"mobile", "+31612345678"},
                      {"email", "jasmijn@example.nl"},
                      {"iban", "NL91ABNA0417164300", std::nullopt,
                       core::WaitingValue{"NL20INGB0001234567", local("2026-11-17 20:12"), "Thomas de Boer"}},
                      {"pays", "yes"}};
    core::Record thomas{RecordKind::kGuardian, "g2", {}, "1", {}};
    thomas.fields = {
        {"firstName", "Thomas"}, {"lastName", "de Boer"}, {"mobile", "+31687654321"}, {"email", "thomas@example.nl"}};
    core::Record noor{RecordKind::kChild, "noor", {}, "1", {}};
    noor.fields = {{"firstName", "Noor"},
                   {"lastName", "Visser"},
                   {"birthDate", "2024-03-02"},
                   {"diet", "Vegetarisch"},
                   {"photoPublic", "granted", day("2025-09-01")}};
    core::Record sam{RecordKind::kChild, "sam", {}, "1", {{"firstName", "Sam"}, {"lastName", "Visser"}}};
    core::Record oma{RecordKind::kContact, "oma", "noor", "2", {}};
    oma.fields = {
        {"name", "Oma Riet"}, {"relation", "Oma"}, {"phone", "+31623456789"}, {"emergency", "yes"}, {"pickup", "yes"}};
    core::Record buurman{RecordKind::kContact, "buurman", "noor", "1", {}};
    buurman.fields = {{"name", "Karim Haddad"},
                      {"relation", "Buurman"},
                      {"phone", "+31634567890"},
                      {"emergency", "yes"},
                      {"validUntil", "2026-10-01"}};
    records.guardians = {jasmijn, thomas};
    records.children = {noor, sam};
    records.contacts = {oma, buurman};
    return records;
}

/// A problem as the server answers it, with one error for each field.
inline std::string field_problem(const std::vector<std::pair<std::string, std::string>>& errors) {
    api::Problem problem;
    problem.status = 422;
    problem.code = "invalid-fields";
    for (const auto& [field, code] : errors) {
        problem.errors.push_back({0, code, {}, "fields." + field});
    }
    return api::encode(problem);
}

inline std::string conflict_with(const core::Record& current) {
    api::RecordConflict conflict{{412, "changed-meanwhile", {}, {}, {}, {}, {}}, current};
    return api::encode(conflict);
}

}  // namespace portal::app::test
