#include "bench/core/big_family.hpp"

#include "core/bookkeeping.hpp"

#include <string>

namespace portal::bench {
namespace {

using namespace core;

constexpr TimeRange kDay{{7, 30}, {18, 30}};
constexpr Month kMonth{2026, 12};

[[nodiscard]] Date first_day() {
    return Month{kMonth.year - BigFamily::kYears, 12}.first();
}

[[nodiscard]] CareOffer offer(const LocationId& location, CareType type) {
    CareOffer made;
    made.location = location;
    made.care_type = type;
    for (int i = 0; i < 5; ++i) {
        const auto weekday = static_cast<Weekday>(i);
        made.opening_hours.push_back({weekday, kDay, DayKind::kEvery});
        made.slots.push_back({"Hele dag", weekday, kDay, DayKind::kEvery});
        made.slots.push_back({"Ochtend", weekday, {{7, 30}, {13, 0}}, DayKind::kEvery});
        made.slots.push_back({"Middag", weekday, {{13, 0}, {18, 30}}, DayKind::kEvery});
    }
    return made;
}

/// A version a year.
void add_rules(RuleBook& book, const LocationId& location, CareType type) {
    for (int year = 0; year < BigFamily::kYears; ++year) {
        CareRules rules;
        rules.id = RuleVersionId{location.value + '-' + std::to_string(year)};
        rules.location = location;
        rules.care_type = type;
        rules.valid_from = Month{first_day().year() + year, 1}.first();
        rules.swap.cap = SwapCap{8, SwapCap::Per::kYear, false, true};
        rules.credit.enabled = true;
        rules.credit.yearly_cap = 45 * 60;
        rules.extra.by_credit = true;
        rules.extra.notice = {Notice::Unit::kWorkingDays, 2, TimeOfDay{12, 0}};
        rules.closures.early_closings = {{12, 24, {16, 0}}, {12, 31, {13, 0}}};
        book.versions.push_back(rules);
    }
}

/// Three requests a month: care away, extra care, a swap.
void add_history(BigFamily& big, const PlacementContract& contract, CreditLedger& ledger) {
    for (Month month = Month::of(first_day()); month < kMonth; month = month.plus(1)) {
        for (const RequestKind kind : {RequestKind::kAbsence, RequestKind::kExtra, RequestKind::kSwap}) {
            const Date monday = (month.first() + 6).monday();
            ChangeRequest request;
            request.id = RequestId{contract.child.value + '-' + month.to_string() + '-' + std::string(to_string(kind))};
            request.kind = kind;
            request.child = contract.child;
            request.location = contract.location;
            request.care_type = contract.care_type;
            request.date = kind == RequestKind::kAbsence ? monday : monday + 1 + static_cast<int>(kind);
            request.time = kDay;
            if (kind == RequestKind::kSwap) {
                request.given = CareSpan{monday + 3, kDay};
            }
            request.state = RequestState::kApproved;
            request.submitted_at = amsterdam::instant(month.first() - 10, {9, 0});
            request.decided_at = request.submitted_at;
            big.requests.push_back(request);
            CareEvent event;
            event.at = request.submitted_at;
            event.request = request.id;
            book_days(big.facts(), big.requests, ledger, month.first() - 10);
            book(big.facts(), big.requests, request, event, ledger);
        }
    }
}

}  // namespace

BigFamily::BigFamily() : now(amsterdam::instant(kMonth.first() - 7, {9, 0})) {
    const std::vector<LocationId> places{LocationId{"kikkers"}, LocationId{"reigers"}, LocationId{"zwaluwen"}};
    for (const LocationId& place : places) {
        locations.offers.push_back(offer(place, CareType::kDayCare));
        add_rules(rules, place, CareType::kDayCare);
    }
    for (int year = first_day().year(); year <= kMonth.year + 1; ++year) {
        for (const Closure& closure : dutch_holidays(year)) {
            locations.calendar.closures.push_back(closure);
        }
        locations.calendar.school_holidays.push_back(
            {"Zomervakantie", Month{year, 7}.first() + 9, Month{year, 8}.first() + 20});
        locations.calendar.school_holidays.push_back(
            {"Kerstvakantie", Month{year, 12}.first() + 18, Month{year, 12}.last()});
    }
    for (int i = 0; i < kChildren; ++i) {
        const ChildId child{"child-" + std::to_string(i)};
        family.children.push_back({child, "Kind", "De Boer", first_day()});
        PlacementContract contract;
        contract.id = ContractId{"contract-" + std::to_string(i)};
        contract.child = child;
        contract.location = places[static_cast<std::size_t>(i) % places.size()];
        contract.start = first_day();
        contract.hourly_rate = Money{1123};
        contract.week = {{Weekday::kMonday, kDay, DayKind::kEvery}, {Weekday::kThursday, kDay, DayKind::kEvery}};
        family.contracts.push_back(contract);
    }
    for (const PlacementContract& contract : family.contracts) {
        CreditLedger ledger{contract.child, first_day() - 1, {}};
        add_history(*this, contract, ledger);
        book_days(facts(), requests, ledger, kMonth.first() - 7);
        ledgers.push_back(std::move(ledger));
    }
}

int month_of_verdicts(const BigFamily& big) {
    const CareContext context{big.facts(), big.requests, big.ledgers, big.now};
    int allowed = 0;
    for (const Child& child : big.family.children) {
        for (Date date = kMonth.first(); date <= kMonth.last(); date = date + 1) {
            const DayVerdicts day = evaluate_day(context, child.id, date);
            allowed += static_cast<int>(day.extra.allowed()) + static_cast<int>(day.swap.allowed()) +
                       static_cast<int>(day.absence.allowed()) + static_cast<int>(day.sick.allowed());
        }
    }
    return allowed;
}

}  // namespace portal::bench
