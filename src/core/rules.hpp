#pragma once

#include "core/credit_rules.hpp"
#include "core/family.hpp"
#include "core/money.hpp"
#include "core/notice.hpp"
#include "core/request_kind.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an organisation decides, per location × care type × contract type. Each struct is one section of
/// rules.schema.json with the same defaults. The values that organisations are known to use are in
/// tests/core/parameters_*_test.cpp.
namespace portal::core {

/// Taking back a request that nobody has answered yet.
struct Withdrawal {
    bool while_open = true;
    std::optional<int> within_minutes;  ///< after it was sent; until the answer when absent

    friend bool operator==(const Withdrawal&, const Withdrawal&) = default;
};

/// Taking back what was approved.
struct Cancellation {
    enum class Late : std::uint8_t {
        kRefused,
        kBilled,    ///< it can be cancelled and is paid all the same
        kCredited,  ///< it can be cancelled, is paid, and its time becomes credit
    };

    std::optional<Notice> free_until;  ///< never for free when absent
    Late late = Late::kRefused;        ///< after `free_until`

    friend bool operator==(const Cancellation&, const Cancellation&) = default;
};

[[nodiscard]] std::string_view to_string(Cancellation::Late late);
[[nodiscard]] std::optional<Cancellation::Late> late_cancellation_from(std::string_view text);

enum class ExtraBilling : std::uint8_t {
    kMinutes,
    kDayParts,  ///< the shortest slot that holds the wanted time is paid whole
};

[[nodiscard]] std::string_view to_string(ExtraBilling billing);
[[nodiscard]] std::optional<ExtraBilling> extra_billing_from(std::string_view text);

/// Extra care. That its hours are never refunded nor swapped is every organisation's rule unless `cancellation` says
/// so.
struct ExtraRules {
    bool offered = true;
    bool free_times = false;   ///< any times inside opening hours, else only the location's slots
    int minimum_minutes = 60;  ///< free times only
    int step_minutes = 15;     ///< free times only: start and end are multiples of it
    Notice notice{Notice::Unit::kHours, 24, std::nullopt};
    bool phone_after_deadline = false;  ///< who is late may still phone
    std::optional<Period> max_ahead = Period{Period::Unit::kDays, 90};
    bool by_invoice = true;
    bool by_credit = false;
    bool by_credit_and_invoice = false;  ///< credit as far as it goes, the rest on the invoice
    std::optional<Money> hourly_rate;    ///< the contract's rate when absent
    ExtraBilling billing = ExtraBilling::kMinutes;
    Withdrawal withdrawal;
    Cancellation cancellation;
    bool needs_approval = true;

    friend bool operator==(const ExtraRules&, const ExtraRules&) = default;
};

struct SwapCap {
    enum class Per : std::uint8_t { kMonth, kYear };

    int count = 1;
    Per per = Per::kYear;
    bool times_days_per_week = false;  ///< `count` for each weekday of the contract
    bool pro_rata = false;             ///< by the days of the year that the contract lasts, rounded half up

    friend bool operator==(const SwapCap&, const SwapCap&) = default;
};

[[nodiscard]] std::string_view to_string(SwapCap::Per per);
[[nodiscard]] std::optional<SwapCap::Per> swap_cap_per_from(std::string_view text);

/// Contracted care against care on another day (ruildag).
struct SwapRules {
    bool offered = true;  ///< where it is not and credit is, credit is what parents are pointed to
    DateWindow window;    ///< of the wanted day around the day given up
    std::optional<SwapCap> cap;
    Notice notice{Notice::Unit::kWorkingDays, 2, std::nullopt};  ///< before the earlier of both days
    std::optional<Notice> sick_notice;  ///< in place of `notice` before a day given up because the child is ill
    std::optional<Period> max_ahead = Period{Period::Unit::kDays, 90};
    bool same_contract = true;          ///< else the same care type is enough
    bool slots_only = true;             ///< a whole part of a day for a whole part of a day
    bool smaller_allowed = false;       ///< for less time than given up, the remainder is lost
    bool same_day_kind = true;          ///< no school day against a day of the school holidays
    bool not_on_contract_days = false;  ///< not to a weekday on which the child has care anyway
    bool special_days_excluded = true;  ///< neither from nor to study days and outings
    Withdrawal withdrawal;
    Cancellation cancellation;
    bool needs_approval = true;

    friend bool operator==(const SwapRules&, const SwapRules&) = default;
};

/// How an absence that was reported can be undone.
enum class AbsenceUndo : std::uint8_t {
    kUntilNotice,  ///< in the portal, until the absence's own deadline
    kViaLocation,  ///< by asking the location, which keeps the place
    kAsExtra,      ///< only by asking extra care
    kNever,
};

[[nodiscard]] std::string_view to_string(AbsenceUndo undo);
[[nodiscard]] std::optional<AbsenceUndo> absence_undo_from(std::string_view text);

/// Contracted care that is not used (afmelden), for a reason other than illness.
struct AbsenceRules {
    bool offered = true;
    Notice notice;  ///< until when it can be reported at all: until care starts
    std::optional<Period> max_ahead = Period{Period::Unit::kMonths, 3};
    Notice credit_notice{Notice::Unit::kHours, 24, std::nullopt};  ///< until when it earns credit
    std::optional<Notice> vacation_credit_notice;                  ///< in its place for a vacation
    bool whole_blocks_only = true;                                 ///< else a part of a contracted block as well
    AbsenceUndo undo = AbsenceUndo::kUntilNotice;
    bool needs_approval = false;

    friend bool operator==(const AbsenceRules&, const AbsenceRules&) = default;
};

/// Illness. It can always be reported, never makes care cheaper, and earns credit only where CreditRules say so.
struct SickRules {
    Notice credit_notice;  ///< until when a day of illness has to be reported to earn credit

    friend bool operator==(const SickRules&, const SickRules&) = default;
};

/// What was written on a device without network and arrives later.
struct LateArrivalRules {
    int hours = 0;  ///< so late it may arrive and still count from when it was written; 0: from when it arrives

    friend bool operator==(const LateArrivalRules&, const LateArrivalRules&) = default;
};

enum class HolidayTreatment : std::uint8_t {
    kExcluded,
    kSwappable,  ///< contracted care on it may be given up for another day
    kCredited,   ///< contracted care on the first `credited_days` of a year becomes credit
};

[[nodiscard]] std::string_view to_string(HolidayTreatment treatment);
[[nodiscard]] std::optional<HolidayTreatment> holiday_treatment_from(std::string_view text);

/// Public holidays (feestdagen), on which care is closed.
struct HolidayRules {
    HolidayTreatment treatment = HolidayTreatment::kExcluded;
    int credited_days = 0;  ///< a year, kCredited only

    friend bool operator==(const HolidayRules&, const HolidayRules&) = default;
};

}  // namespace portal::core
