#include "core/month_sums.hpp"

#include "core/bookkeeping.hpp"
#include "core/child_care.hpp"
#include "core/contract_weeks.hpp"
#include "core/names.hpp"

#include <algorithm>

namespace portal::core {
namespace {

constexpr Names<SumKind, 8> kKinds{{{SumKind::kContract, "contract"},
                                    {SumKind::kSurplus, "surplus"},
                                    {SumKind::kExtra, "extra"},
                                    {SumKind::kCredited, "credited"},
                                    {SumKind::kSwap, "swap"},
                                    {SumKind::kGivenUp, "given-up"},
                                    {SumKind::kAbsence, "absence"},
                                    {SumKind::kSickness, "sickness"}}};

[[nodiscard]] RequestDays by_day(const std::vector<ChangeRequest>& requests, const ChildId& child) {
    RequestDays days;
    for (const ChangeRequest& request : requests) {
        if (request.child == child) {
            days.add(request);
        }
    }
    days.sort();
    return days;
}

/// The years of the weeks that a range touches (ISO 8601).
[[nodiscard]] std::vector<Date> unpaid_weeks_in(const CareFacts& facts, const PlacementContract& contract,
                                                const std::vector<ChangeRequest>& requests, DateRange range) {
    std::vector<Date> weeks;
    for (int year = (range.first.monday() + 3).year(); year <= (range.last.monday() + 3).year(); ++year) {
        const std::vector<Date> some = unpaid_weeks(facts, contract, requests, year);
        weeks.insert(weeks.end(), some.begin(), some.end());
    }
    return weeks;
}

[[nodiscard]] std::optional<SumKind> kind_of(CareState state) {
    switch (state) {
        case CareState::kGivenUp:
            return SumKind::kGivenUp;
        case CareState::kAbsent:
            return SumKind::kAbsence;
        case CareState::kSick:
            return SumKind::kSickness;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::string_view to_string(SumKind kind) {
    return name_of(kKinds, kind);
}

std::optional<SumKind> sum_kind_from(std::string_view text) {
    return value_of(kKinds, text);
}

std::optional<SumKind> sum_kind_of(const CareFacts& facts, const ChangeRequest& request) {
    const bool billed =
        request.state == RequestState::kWithdrawn && outcome_of_withdrawal(facts, request) != WithdrawalOutcome::kFree;
    if (request.kind == RequestKind::kExtra && (billed || request.state == RequestState::kApproved)) {
        return request.price.cents == 0 && request.credit_used.amount > 0 ? SumKind::kCredited : SumKind::kExtra;
    }
    if (request.kind == RequestKind::kSwap && request.state == RequestState::kApproved) {
        return SumKind::kSwap;
    }
    return std::nullopt;
}

std::vector<MonthSum> sums_of(const CareFacts& facts, const std::vector<ChangeRequest>& requests, Month first,
                              Month last) {
    MonthSums sums;
    for (const Child& child : facts.family.children) {
        sums.add(facts, requests, child.id, {first.first(), last.last()}, 1);
    }
    return sums.list();
}

std::vector<MonthSum> surplus_sums(const CareFacts& facts, const std::vector<ChangeRequest>& requests, int year,
                                   Date today) {
    std::vector<MonthSum> sums;
    for (const PlacementContract& contract : facts.family.contracts) {
        const auto surplus = surplus_weeks(facts, contract, requests, year);
        if (surplus && surplus->last < today) {
            sums.push_back({surplus->month, contract.child, contract.location, contract.care_type, SumKind::kSurplus,
                            surplus->minutes, surplus->cost});
        }
    }
    return sums;
}

void MonthSums::put(const Key& key, int minutes, std::int64_t sixtieths, int sign) {
    Amount& amount = amounts_[key];
    amount.minutes += std::int64_t{sign} * minutes;
    amount.sixtieths += sign * sixtieths;
}

void MonthSums::add(const CareFacts& facts, const std::vector<ChangeRequest>& requests, const ChildId& child,
                    DateRange range, int sign) {
    for (const PlacementContract& contract : facts.family.contracts) {
        if (contract.child == child && contract.is_signed()) {
            const Date last = std::min(contract.end.value_or(range.last), range.last);
            add_contract(facts, requests, contract, {std::max(contract.start, range.first), last}, sign);
        }
    }
    for (const ChangeRequest& request : requests) {
        if (request.child == child && range.contains(request.date)) {
            add_request(facts, request, sign);
        }
    }
}

void MonthSums::add_contract(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                             const PlacementContract& contract, DateRange range, int sign) {
    if (range.last < range.first) {
        return;
    }
    const CalendarIndex days{facts.locations.calendar, range};
    const RequestDays changes = by_day(requests, contract.child);
    const std::vector<Date> unpaid = unpaid_weeks_in(facts, contract, requests, range);
    for (Date date = range.first; date <= range.last; date = date + 1) {
        const Month month = Month::of(date);
        const Closure* closure = days.closure(date, contract.location);
        const bool chosen = std::find(unpaid.begin(), unpaid.end(), date.monday()) != unpaid.end();
        const bool paid = !chosen && is_paid_day(facts, contract, closure, date);
        each_agreed_time(contract, days, date, [&](TimeRange time) {
            const Key key{month, contract.child, contract.location, contract.care_type, SumKind::kContract};
            if (paid) {
                put(key, time.minutes(), contract.hourly_rate.cents * time.minutes(), sign);
            }
            if (closure != nullptr) {
                return;
            }
            each_piece(contract, changes, {date, time}, [&](TimeRange piece, CareState state, const ChangeRequest*) {
                if (const auto kind = kind_of(state)) {
                    put({month, contract.child, contract.location, contract.care_type, *kind}, piece.minutes(), 0,
                        sign);
                }
            });
        });
    }
}

void MonthSums::add_request(const CareFacts& facts, const ChangeRequest& request, int sign) {
    if (const auto kind = sum_kind_of(facts, request)) {
        put({Month::of(request.date), request.child, request.location, request.care_type, *kind},
            request.time.minutes(), 60 * request.price.cents, sign);
    }
}

std::vector<MonthSum> MonthSums::list() const {
    std::vector<MonthSum> sums;
    for (const auto& [key, amount] : amounts_) {
        const Money cost{(amount.sixtieths + 30) / 60};
        if (amount.minutes != 0 || cost.cents != 0) {
            sums.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), std::get<3>(key), std::get<4>(key),
                            amount.minutes, cost});
        }
    }
    return sums;
}

}  // namespace portal::core
