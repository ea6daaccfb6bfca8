#include "core/credit_rules.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<CreditUnit, 4> kUnits{{{CreditUnit::kMinutes, "minutes"},
                                       {CreditUnit::kDayParts, "day-parts"},
                                       {CreditUnit::kPoints, "points"},
                                       {CreditUnit::kStrips, "strips"}}};

constexpr Names<CreditExpiry::Kind, 3> kExpiries{{{CreditExpiry::Kind::kAfter, "after"},
                                                  {CreditExpiry::Kind::kEndOfYear, "end-of-year"},
                                                  {CreditExpiry::Kind::kContractEnd, "contract-end"}}};

}  // namespace

std::string_view to_string(CreditUnit unit) {
    return name_of(kUnits, unit);
}

std::optional<CreditUnit> credit_unit_from(std::string_view text) {
    return value_of(kUnits, text);
}

std::string_view to_string(CreditExpiry::Kind kind) {
    return name_of(kExpiries, kind);
}

std::optional<CreditExpiry::Kind> credit_expiry_kind_from(std::string_view text) {
    return value_of(kExpiries, text);
}

std::int64_t credit_for(const CreditRules& rules, int minutes) {
    const bool whole_day = minutes > rules.longest_day_part_minutes;
    switch (rules.unit) {
        case CreditUnit::kMinutes:
        case CreditUnit::kStrips:
            return minutes;
        case CreditUnit::kDayParts:
            return whole_day ? 2 : 1;
        case CreditUnit::kPoints:
            return whole_day ? rules.points_per_day : rules.points_per_day_part;
    }
    return 0;
}

std::optional<Date> use_before(const CreditRules& rules, Date earned_for, std::optional<Date> contract_end) {
    switch (rules.expiry.kind) {
        case CreditExpiry::Kind::kAfter:
            return earned_for + rules.expiry.after;
        case CreditExpiry::Kind::kEndOfYear:
            return Month{earned_for.year(), 12}.last();
        case CreditExpiry::Kind::kContractEnd:
            return contract_end;
    }
    return std::nullopt;
}

}  // namespace portal::core
