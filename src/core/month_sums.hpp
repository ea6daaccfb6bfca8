#pragma once

#include "core/care_facts.hpp"
#include "core/request.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

namespace portal::core {

enum class SumKind : std::uint8_t {
    kContract,  ///< agreed care, paid whether used or not
    kSurplus,   ///< of it, once a year's weeks are over: care in more weeks than the contract has
    kExtra,     ///< approved extra care on the invoice, and what was cancelled too late
    kCredited,  ///< approved extra care paid with credit or strips
    kSwap,      ///< approved care in place of other care
    kGivenUp,   ///< contracted care given up for it
    kAbsence,
    kSickness,
};

/// Wire names "contract", "surplus", "extra", "credited", "swap", "given-up", "absence", "sickness".
[[nodiscard]] std::string_view to_string(SumKind kind);
[[nodiscard]] std::optional<SumKind> sum_kind_from(std::string_view text);

/// Hours and cost of one kind of one child at one registration (location × care type) in one month. By days, not by the
/// monthly twelfth of an invoice: how care was used, beside the jaaropgave's money.
struct MonthSum {
    Month month;
    ChildId child;
    LocationId location;
    CareType care_type = CareType::kDayCare;
    SumKind kind = SumKind::kContract;
    std::int64_t minutes = 0;
    Money cost;

    friend bool operator==(const MonthSum&, const MonthSum&) = default;
};

/// The sums of all months from `first` to `last`, in the order of the fields; none that are zero. Public holidays are
/// paid as contracted care, closing days where the rules say so. Of contracts of fewer than 52 weeks the weeks without
/// care that parents chose cost nothing, as many as the contract leaves out.
[[nodiscard]] std::vector<MonthSum> sums_of(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                            Month first, Month last);

/// Care in more weeks than the contracts have, of the years whose weeks are over; one for each contract with such care.
[[nodiscard]] std::vector<MonthSum> surplus_sums(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                                 int year, Date today);

/// What an extra or swapped day counts as, once it is certain; approved extra care and what was cancelled too late is
/// `kExtra` where it is on the invoice. Nothing for what is not certain, not paid or not care.
[[nodiscard]] std::optional<SumKind> sum_kind_of(const CareFacts& facts, const ChangeRequest& request);

/// Sums that days can be added to and taken from.
class MonthSums {
  public:
    /// Adds (`sign` 1) or takes away (-1) all that `range` holds of one child.
    void add(const CareFacts& facts, const std::vector<ChangeRequest>& requests, const ChildId& child, DateRange range,
             int sign);

    [[nodiscard]] std::vector<MonthSum> list() const;

  private:
    using Key = std::tuple<Month, ChildId, LocationId, CareType, SumKind>;
    struct Amount {
        std::int64_t minutes = 0;
        std::int64_t sixtieths = 0;  // of a cent: minutes × an hourly rate are whole numbers of them
    };

    void add_contract(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                      const PlacementContract& contract, DateRange range, int sign);
    void add_request(const CareFacts& facts, const ChangeRequest& request, int sign);
    void put(const Key& key, int minutes, std::int64_t sixtieths, int sign);

    std::map<Key, Amount> amounts_;
};

}  // namespace portal::core
