#include "core/credit_ledger.hpp"

#include "core/names.hpp"
#include "core/stable_sort.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace portal::core {
namespace {

constexpr Names<LedgerAccount, 6> kAccounts{{{LedgerAccount::kBalance, "balance"},
                                             {LedgerAccount::kEarned, "earned"},
                                             {LedgerAccount::kPurchased, "purchased"},
                                             {LedgerAccount::kSpent, "spent"},
                                             {LedgerAccount::kExpired, "expired"},
                                             {LedgerAccount::kCorrection, "correction"}}};

constexpr Names<EntryKind, 7> kEntryKinds{{{EntryKind::kEarned, "earned"},
                                           {EntryKind::kRevoked, "revoked"},
                                           {EntryKind::kPurchased, "purchased"},
                                           {EntryKind::kSpent, "spent"},
                                           {EntryKind::kReturned, "returned"},
                                           {EntryKind::kExpired, "expired"},
                                           {EntryKind::kCorrected, "corrected"}}};

[[nodiscard]] std::string entry_name(const CreditEntry& entry) {
    return "entry " + std::to_string(entry.number);
}

/// What is left of each lot, by the number of its entry.
using LotSums = std::vector<std::int64_t>;

/// Puts the entry's postings into the lots; false where one has no such lot or would leave it below zero.
[[nodiscard]] bool post_to_lots(const CreditEntry& entry, const std::vector<CreditEntry>& entries, LotSums& lots) {
    for (const Posting& posting : entry.postings) {
        if (posting.account != LedgerAccount::kBalance) {
            continue;
        }
        if (posting.lot < 1 || posting.lot > entry.number) {
            return false;
        }
        const auto index = static_cast<std::size_t>(posting.lot - 1);
        lots[index] += posting.amount;
        const CreditEntry& opened_by = entries[index];
        if (!opened_by.opens || opened_by.unit != entry.unit || lots[index] < 0) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::string_view to_string(LedgerAccount account) {
    return name_of(kAccounts, account);
}

std::optional<LedgerAccount> ledger_account_from(std::string_view text) {
    return value_of(kAccounts, text);
}

std::string_view to_string(EntryKind kind) {
    return name_of(kEntryKinds, kind);
}

std::optional<EntryKind> entry_kind_from(std::string_view text) {
    return value_of(kEntryKinds, text);
}

bool is_used_before(const CreditLot& a, const CreditLot& b) {
    const Date forever{std::numeric_limits<std::int32_t>::max()};
    return std::tuple{a.terms().use_before.value_or(forever), a.terms().earned_for, a.entry->number} <
           std::tuple{b.terms().use_before.value_or(forever), b.terms().earned_for, b.entry->number};
}

std::vector<CreditLot> lots_on(const CreditLedger& ledger, Date date) {
    const std::vector<CreditEntry>& entries = ledger.entries;
    LotSums left(entries.size(), 0);
    for (const CreditEntry& entry : entries) {
        if (date < entry.date) {
            break;
        }
        for (const Posting& posting : entry.postings) {
            if (posting.account == LedgerAccount::kBalance && posting.lot >= 1 &&
                static_cast<std::size_t>(posting.lot) <= entries.size()) {
                left[static_cast<std::size_t>(posting.lot - 1)] += posting.amount;
            }
        }
    }
    std::vector<CreditLot> lots;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (left[i] > 0 && entries[i].opens) {
            lots.push_back({&entries[i], left[i]});
        }
    }
    stable_sort(lots, is_used_before);
    return lots;
}

std::int64_t usable_on(const std::vector<CreditLot>& lots, CreditUnit unit, Date date) {
    std::int64_t sum = 0;
    for (const CreditLot& lot : lots) {
        if (lot.unit() == unit && lot.terms().usable_on(date)) {
            sum += lot.left;
        }
    }
    return sum;
}

std::int64_t sum_of(const CreditLedger& ledger, LedgerAccount account, CreditUnit unit, Date date) {
    std::int64_t sum = 0;
    for (const CreditEntry& entry : ledger.entries) {
        if (entry.unit != unit || date < entry.date) {
            continue;
        }
        for (const Posting& posting : entry.postings) {
            sum += posting.account == account ? posting.amount : 0;
        }
    }
    return sum;
}

const CreditEntry* earning_of(const CreditLedger& ledger, const CreditEntry& entry) {
    if (entry.kind == EntryKind::kEarned) {
        return entry.opens ? &entry : nullptr;
    }
    const int number = entry.undoes.value_or(0);
    if (entry.kind != EntryKind::kRevoked || number < 1 || static_cast<std::size_t>(number) > ledger.entries.size()) {
        return nullptr;
    }
    const CreditEntry& earned = ledger.entries[static_cast<std::size_t>(number - 1)];
    return earned.opens ? &earned : nullptr;
}

std::int64_t earned_by_entry(const CreditEntry& entry) {
    std::int64_t sum = 0;
    for (const Posting& posting : entry.postings) {
        sum -= posting.account == LedgerAccount::kEarned ? posting.amount : 0;
    }
    return sum;
}

std::int64_t credit_earned_for(const CreditLedger& ledger, CreditUnit unit, DateRange days) {
    std::int64_t sum = 0;
    for (const CreditEntry& entry : ledger.entries) {
        const CreditEntry* earning = entry.unit == unit ? earning_of(ledger, entry) : nullptr;
        if (earning != nullptr && days.contains(earning->opens->earned_for)) {
            sum += earned_by_entry(entry);
        }
    }
    return sum;
}

std::int64_t credit_earned_by(const CreditLedger& ledger, const RequestId& request) {
    std::int64_t sum = 0;
    for (const CreditEntry& entry : ledger.entries) {
        sum += entry.request == request ? earned_by_entry(entry) : 0;
    }
    return sum;
}

std::vector<ExpiryStep> expiry_timeline(const CreditLedger& ledger, Date date) {
    std::vector<ExpiryStep> steps;
    for (const CreditLot& lot : lots_on(ledger, date)) {
        const auto same = std::find_if(steps.begin(), steps.end(), [&](const ExpiryStep& step) {
            return step.use_before == lot.terms().use_before && step.credit.unit == lot.unit();
        });
        if (same != steps.end()) {
            same->credit.amount += lot.left;
        } else {
            steps.push_back({lot.terms().use_before, {lot.unit(), lot.left}});
        }
    }
    return steps;
}

std::string fault_in(const CreditLedger& ledger) {
    LotSums lots(ledger.entries.size(), 0);
    int number = 0;
    std::optional<Date> before;
    for (const CreditEntry& entry : ledger.entries) {
        if (entry.number != ++number) {
            return entry_name(entry) + " stands where entry " + std::to_string(number) + " should.";
        }
        if (before && entry.date < *before) {
            return entry_name(entry) + " is booked on a day before that of the entry before it.";
        }
        before = entry.date;
        std::int64_t sum = 0;
        for (const Posting& posting : entry.postings) {
            sum += posting.amount;
        }
        if (sum != 0) {
            return "The postings of " + entry_name(entry) + " do not sum to zero.";
        }
        if (!post_to_lots(entry, ledger.entries, lots)) {
            return entry_name(entry) + " takes credit that is not there.";
        }
    }
    return {};
}

}  // namespace portal::core
