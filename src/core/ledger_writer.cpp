#include "core/ledger_writer.hpp"

#include "core/request_terms.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace portal::core {
std::vector<CreditLot> LedgerWriter::lots() const {
    return lots_on(ledger_, Date{std::numeric_limits<std::int32_t>::max()});
}

std::int64_t LedgerWriter::earned_in(CreditUnit unit, int year) const {
    return credit_earned_for(ledger_, unit, {Month{year, 1}.first(), Month{year, 12}.last()});
}

CreditEntry LedgerWriter::make(EntryKind kind, CreditUnit unit, Date booked,
                               const std::optional<RequestId>& request) const {
    CreditEntry entry;
    entry.number = static_cast<int>(ledger_.entries.size()) + 1;
    entry.kind = kind;
    entry.unit = unit;
    entry.date = ledger_.entries.empty() ? booked : std::max(booked, ledger_.entries.back().date);
    entry.request = request;
    return entry;
}

void LedgerWriter::open(CreditEntry entry, LedgerAccount from, std::int64_t amount, const LotTerms& terms) {
    entry.opens = terms;
    entry.postings = {{from, 0, -amount}, {LedgerAccount::kBalance, entry.number, amount}};
    ledger_.entries.push_back(std::move(entry));
}

template <class Pays>
void LedgerWriter::take(CreditEntry entry, LedgerAccount to, std::int64_t amount, Pays pays) {
    std::int64_t taken = 0;
    for (const CreditLot& lot : lots()) {
        if (taken == amount) {
            break;
        }
        if (lot.unit() == entry.unit && pays(lot)) {
            const std::int64_t part = std::min(lot.left, amount - taken);
            entry.postings.push_back({LedgerAccount::kBalance, lot.entry->number, -part});
            taken += part;
        }
    }
    if (taken > 0) {
        entry.postings.push_back({to, 0, taken});
        ledger_.entries.push_back(std::move(entry));
    }
}

bool LedgerWriter::is_undone(int number) const {
    return std::any_of(ledger_.entries.begin(), ledger_.entries.end(),
                       [&](const CreditEntry& entry) { return entry.undoes == number; });
}

void LedgerWriter::earn(const CreditRules& rules, const PlacementContract& contract, Date booked, Date earned_for,
                        int minutes, const std::optional<RequestId>& request) {
    std::int64_t balance = 0;
    for (const CreditLot& lot : lots()) {
        balance += lot.unit() == rules.unit ? lot.left : 0;
    }
    const std::int64_t amount =
        capped(rules, credit_for(rules, minutes), balance, earned_in(rules.unit, earned_for.year()));
    if (amount > 0) {
        open(make(EntryKind::kEarned, rules.unit, booked, request), LedgerAccount::kEarned, amount,
             lot_terms(rules, contract, earned_for));
    }
}

void LedgerWriter::revoke(const RequestId& request, Date booked, std::optional<Date> after) {
    const std::size_t count = ledger_.entries.size();
    for (std::size_t i = 0; i < count; ++i) {
        const CreditEntry earned = ledger_.entries[i];
        const bool meant = earned.kind == EntryKind::kEarned && earned.request == request &&
                           (!after || *after < earned.opens->earned_for);
        if (!meant || is_undone(earned.number)) {
            continue;
        }
        const std::int64_t amount = earned.postings.back().amount;
        CreditEntry revoked = make(EntryKind::kRevoked, earned.unit, booked, request);
        revoked.undoes = earned.number;
        // Its own lot first; what was spent of that meanwhile is taken from the others.
        std::vector<CreditLot> all = lots();
        std::stable_partition(all.begin(), all.end(),
                              [&](const CreditLot& lot) { return lot.entry->number == earned.number; });
        std::int64_t taken = 0;
        for (const CreditLot& lot : all) {
            if (lot.unit() == earned.unit && taken < amount) {
                const std::int64_t part = std::min(lot.left, amount - taken);
                revoked.postings.push_back({LedgerAccount::kBalance, lot.entry->number, -part});
                taken += part;
            }
        }
        revoked.postings.push_back({LedgerAccount::kEarned, 0, taken});
        ledger_.entries.push_back(std::move(revoked));
    }
}

void LedgerWriter::spend(const RequestId& request, Credit credit, Date booked, Date care_day) {
    take(make(EntryKind::kSpent, credit.unit, booked, request), LedgerAccount::kSpent, credit.amount,
         [&](const CreditLot& lot) { return lot.terms().usable_on(care_day); });
}

void LedgerWriter::give_back(const RequestId& request, Date booked) {
    const auto spent = std::find_if(ledger_.entries.begin(), ledger_.entries.end(), [&](const CreditEntry& entry) {
        return entry.kind == EntryKind::kSpent && entry.request == request;
    });
    if (spent == ledger_.entries.end() || is_undone(spent->number)) {
        return;
    }
    CreditEntry returned = make(EntryKind::kReturned, spent->unit, booked, request);
    returned.undoes = spent->number;
    returned.postings = spent->postings;
    for (Posting& posting : returned.postings) {
        posting.amount = -posting.amount;
    }
    ledger_.entries.push_back(std::move(returned));
}

void LedgerWriter::expire(Date today) {
    for (const CreditUnit unit :
         {CreditUnit::kMinutes, CreditUnit::kDayParts, CreditUnit::kPoints, CreditUnit::kStrips}) {
        take(make(EntryKind::kExpired, unit, today, std::nullopt), LedgerAccount::kExpired,
             std::numeric_limits<std::int64_t>::max(),
             [&](const CreditLot& lot) { return lot.terms().use_before && *lot.terms().use_before < today; });
    }
}

void LedgerWriter::correct(const CreditBooking& booking, Date booked) {
    const EntryKind kind = booking.purchased ? EntryKind::kPurchased : EntryKind::kCorrected;
    CreditEntry entry = make(kind, booking.credit.unit, booked, std::nullopt);
    entry.note = booking.note;
    if (booking.credit.amount > 0) {
        open(std::move(entry), booking.purchased ? LedgerAccount::kPurchased : LedgerAccount::kCorrection,
             booking.credit.amount, {booked, booked, booking.use_before});
    } else {
        take(std::move(entry), LedgerAccount::kCorrection, -booking.credit.amount,
             [](const CreditLot&) { return true; });
    }
}

}  // namespace portal::core
