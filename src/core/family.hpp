#pragma once

#include "core/date.hpp"
#include "core/id.hpp"
#include "core/money.hpp"
#include "core/time_of_day.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::core {

/// Dutch care types (opvangsoorten): KDV is day care until the fourth birthday, BSO is care around school.
enum class CareType : std::uint8_t { kDayCare, kOutOfSchoolCare };

/// Wire names "kdv" and "bso".
[[nodiscard]] std::string_view to_string(CareType type);
[[nodiscard]] std::optional<CareType> care_type_from(std::string_view text);

struct Child {
    ChildId id;
    std::string first_name;
    std::string last_name;
    Date birth_date;
};

struct Guardian {
    GuardianId id;
    std::string first_name;
    std::string last_name;
    std::string email;
    std::string phone;
    bool pays = false;  ///< the 'betalende ouder'
};

/// Which days a pattern entry is about. Out-of-school care has other hours in school holidays.
enum class DayKind : std::uint8_t { kEvery, kSchoolDay, kSchoolHoliday };

[[nodiscard]] std::string_view to_string(DayKind kind);
[[nodiscard]] std::optional<DayKind> day_kind_from(std::string_view text);

/// One weekly block of agreed care.
struct CareMoment {
    Weekday weekday = Weekday::kMonday;
    TimeRange time;
    DayKind days = DayKind::kEvery;

    friend bool operator==(const CareMoment&, const CareMoment&) = default;
};

/// Plaatsingsovereenkomst: the agreed care of one child at one location.
/// How far a plaatsingsovereenkomst has come.
enum class ContractStage : std::uint8_t { kDraft, kToSign, kSigned };

/// Wire names "draft", "to-sign", "signed".
[[nodiscard]] std::string_view to_string(ContractStage stage);
[[nodiscard]] std::optional<ContractStage> contract_stage_from(std::string_view text);

struct PlacementContract {
    ContractId id;
    std::string number;
    ChildId child;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    ContractTypeId type;      ///< the organisation's kind of contract ("flex", "40 weeks"), which rules refer to
    int weeks_per_year = 52;  ///< of 46 or 40 agreed weeks the parents choose the weeks without care
    std::string group;        ///< stamgroep
    Date start;
    std::optional<Date> end;  ///< last day; open when absent
    Money hourly_rate;
    std::vector<CareMoment> week;
    ContractStage stage = ContractStage::kSigned;

    [[nodiscard]] bool is_signed() const { return stage == ContractStage::kSigned; }
    /// There is agreed care that day by it. What nobody has signed yet agrees on nothing.
    [[nodiscard]] bool covers(Date date) const { return is_signed() && start <= date && (!end || date <= *end); }
};

struct Family {
    std::vector<Child> children;
    std::vector<Guardian> guardians;
    std::vector<PlacementContract> contracts;
};

[[nodiscard]] const Child* find_child(const Family& family, const ChildId& id);

/// The contract by which a child is placed that day: the one that began last where two overlap.
[[nodiscard]] const PlacementContract* contract_on(const Family& family, const ChildId& child, Date date);

}  // namespace portal::core
