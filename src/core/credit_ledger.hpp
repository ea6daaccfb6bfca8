#pragma once

#include "core/credit_amount.hpp"
#include "core/date.hpp"
#include "core/id.hpp"
#include "core/notice.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Credit as double-entry bookkeeping: nothing is ever changed or deleted, what was wrong is corrected by another
/// entry, and the postings of every entry sum to zero.
namespace portal::core {

/// Where credit comes from and goes to. What a child has is kBalance; the others are its counterparts, so kEarned,
/// kPurchased and a raising correction stand negative.
enum class LedgerAccount : std::uint8_t { kBalance, kEarned, kPurchased, kSpent, kExpired, kCorrection };

[[nodiscard]] std::string_view to_string(LedgerAccount account);
[[nodiscard]] std::optional<LedgerAccount> ledger_account_from(std::string_view text);

struct Posting {
    LedgerAccount account = LedgerAccount::kBalance;
    int lot = 0;  ///< kBalance only: the number of the entry that brought this credit
    std::int64_t amount = 0;

    friend bool operator==(const Posting&, const Posting&) = default;
};

/// Which days credit is for.
struct LotTerms {
    Date earned_for;                 ///< the day of the care that was not used
    Date usable_from;                ///< the first day of care that it pays
    std::optional<Date> use_before;  ///< the last; absent where it does not expire

    [[nodiscard]] bool usable_on(Date date) const {
        return usable_from <= date && (!use_before || date <= *use_before);
    }

    friend bool operator==(const LotTerms&, const LotTerms&) = default;
};

enum class EntryKind : std::uint8_t {
    kEarned,
    kRevoked,  ///< earned credit taken back with the absence that earned it
    kPurchased,
    kSpent,
    kReturned,  ///< spent credit given back with the care that it paid
    kExpired,
    kCorrected,
};

[[nodiscard]] std::string_view to_string(EntryKind kind);
[[nodiscard]] std::optional<EntryKind> entry_kind_from(std::string_view text);

struct CreditEntry {
    int number = 0;  ///< 1, 2, 3 … within the ledger
    EntryKind kind = EntryKind::kEarned;
    Date date;  ///< of booking, never before that of the entry before
    CreditUnit unit = CreditUnit::kMinutes;
    std::optional<RequestId> request;  ///< that it comes from
    std::optional<int> undoes;         ///< the number of the entry that this one takes back or gives back
    std::optional<LotTerms> opens;     ///< of the lot that this entry brings; the lot has the entry's number
    std::vector<Posting> postings;
    std::string note;  ///< why, of a correction

    friend bool operator==(const CreditEntry&, const CreditEntry&) = default;
};

/// All credit of one child.
struct CreditLedger {
    ChildId child;
    Date accounted_until;  ///< holidays, illness and expiry have been booked up to and including this day
    std::vector<CreditEntry> entries;
};

/// What is left of what one entry brought. Points into the ledger.
struct CreditLot {
    const CreditEntry* entry = nullptr;
    std::int64_t left = 0;

    [[nodiscard]] const LotTerms& terms() const { return *entry->opens; }
    [[nodiscard]] CreditUnit unit() const { return entry->unit; }
};

/// Whether `a` is used before `b`: first to expire first, then the oldest.
[[nodiscard]] bool is_used_before(const CreditLot& a, const CreditLot& b);

/// The lots that had something left at the end of `date`, in the order in which they are used: first to expire first,
/// then the oldest.
[[nodiscard]] std::vector<CreditLot> lots_on(const CreditLedger& ledger, Date date);

/// What of `lots` pays care on `date`.
[[nodiscard]] std::int64_t usable_on(const std::vector<CreditLot>& lots, CreditUnit unit, Date date);

/// The sum of an account at the end of `date`.
[[nodiscard]] std::int64_t sum_of(const CreditLedger& ledger, LedgerAccount account, CreditUnit unit, Date date);

/// The entry that earned what this one books: itself, or the one it takes back; nothing for other kinds.
[[nodiscard]] const CreditEntry* earning_of(const CreditLedger& ledger, const CreditEntry& entry);

/// What the entry adds to what was earned, below zero where it takes back.
[[nodiscard]] std::int64_t earned_by_entry(const CreditEntry& entry);

/// What was earned, and not taken back, for days of care in `days`.
[[nodiscard]] std::int64_t credit_earned_for(const CreditLedger& ledger, CreditUnit unit, DateRange days);

/// What a request has earned and not had taken back.
[[nodiscard]] std::int64_t credit_earned_by(const CreditLedger& ledger, const RequestId& request);

/// Credit that is lost after a day unless it is used.
struct ExpiryStep {
    std::optional<Date> use_before;  ///< absent: never lost
    Credit credit;

    friend bool operator==(const ExpiryStep&, const ExpiryStep&) = default;
};

/// What would expire when if nothing were used from `date` on, soonest first.
[[nodiscard]] std::vector<ExpiryStep> expiry_timeline(const CreditLedger& ledger, Date date);

/// What makes a ledger unfit to be trusted: an entry that does not sum to zero, a lot below zero, numbers or days out
/// of order. Empty for a good one; else an English sentence for the log.
[[nodiscard]] std::string fault_in(const CreditLedger& ledger);

}  // namespace portal::core
