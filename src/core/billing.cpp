#include "core/billing.hpp"

#include "core/child_care.hpp"
#include "core/contract_weeks.hpp"
#include "core/month_sums.hpp"
#include "core/request_terms.hpp"

#include <algorithm>

namespace portal::core {
namespace {

void set_names(const CareFacts& facts, InvoiceLine& line) {
    if (const Child* child = find_child(facts.family, line.child)) {
        line.child_name = child->first_name + ' ' + child->last_name;
    }
    if (const CareOffer* offer = find_offer(facts.locations, line.location, line.care_type)) {
        line.location_name = offer->location_name;
        line.lrk = offer->lrk;
    }
}

void set_contract(const PlacementContract& contract, InvoiceLine& line) {
    line.contract = contract.id;
    line.contract_number = contract.number;
    line.hourly_rate = contract.hourly_rate;
}

/// The days in the share with agreed care on which the location is open.
[[nodiscard]] std::vector<Date> days_of(const CareFacts& facts, const PlacementContract& contract,
                                        const ContractShare& share) {
    std::vector<Date> dates;
    const CalendarIndex days{facts.locations.calendar, {share.first, share.last}};
    for (Date date = share.first; date <= share.last; date = date + 1) {
        bool care = false;
        if (days.closure(date, contract.location) == nullptr) {
            each_agreed_time(contract, days, date, [&](TimeRange) { care = true; });
        }
        if (care) {
            dates.push_back(date);
        }
    }
    return dates;
}

/// What any line of a contract begins with.
[[nodiscard]] InvoiceLine line_of(const CareFacts& facts, const PlacementContract& contract, Month month) {
    InvoiceLine line;
    line.month = month;
    line.child = contract.child;
    line.location = contract.location;
    line.care_type = contract.care_type;
    set_names(facts, line);
    set_contract(contract, line);
    return line;
}

[[nodiscard]] InvoiceLine line_of(const CareFacts& facts, const PlacementContract& contract,
                                  const ContractShare& share) {
    InvoiceLine line = line_of(facts, contract, Month::of(share.first));
    line.minutes = share.minutes;
    line.amount = share.amount;
    line.formula = share;
    line.dates = days_of(facts, contract, share);
    return line;
}

/// The time that was billed: where whole parts of days are, it is more than was asked for.
[[nodiscard]] std::int64_t billed_minutes(const CareRules* rules, const ChangeRequest& request, Money rate) {
    const int asked = rules != nullptr ? invoiced_minutes(*rules, request) : request.time.minutes();
    if (rate.cents <= 0 || price_of(asked, rate) == request.price) {
        return asked;
    }
    constexpr std::int64_t kMinutesOfHour = 60;
    return (2 * kMinutesOfHour * request.price.cents + rate.cents) / (2 * rate.cents);
}

[[nodiscard]] InvoiceLine line_of(const CareFacts& facts, const ChangeRequest& request) {
    InvoiceLine line;
    line.kind = LineKind::kExtra;
    line.month = Month::of(request.date);
    line.child = request.child;
    line.location = request.location;
    line.care_type = request.care_type;
    set_names(facts, line);
    if (const PlacementContract* contract = contract_of(facts.family, request, request.date)) {
        set_contract(*contract, line);
    }
    const CareRules* rules = rules_of(facts, request);
    if (rules != nullptr && rules->extra.hourly_rate) {
        line.hourly_rate = *rules->extra.hourly_rate;
    }
    line.minutes = billed_minutes(rules, request, line.hourly_rate);
    line.amount = request.price;
    line.request = request.id;
    line.dates = {request.date};
    return line;
}

[[nodiscard]] bool is_due(const CareFacts& facts, const ChangeRequest& request, const BillingRun& run) {
    return request.price.cents > 0 && request.date < run.extras_before && request.date <= run.month.last() &&
           run.month.plus(-kExtraMonths).first() <= request.date && run.billed.count(request.id) == 0 &&
           sum_kind_of(facts, request) == SumKind::kExtra;
}

[[nodiscard]] std::vector<InvoiceLine> contract_lines(const CareFacts& facts, const ChildId& child,
                                                      const BillingRun& run) {
    std::vector<InvoiceLine> lines;
    for (const PlacementContract& contract : facts.family.contracts) {
        if (!(contract.child == child) || !contract.is_signed()) {
            continue;
        }
        const auto share = share_of_month(contract, run.month);
        if (share && share->monthly.year_minutes > 0) {
            lines.push_back(line_of(facts, contract, *share));
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const InvoiceLine& a, const InvoiceLine& b) { return a.formula->first < b.formula->first; });
    return lines;
}

[[nodiscard]] InvoiceLine line_of(const CareFacts& facts, const PlacementContract& contract,
                                  const SurplusWeeks& surplus) {
    InvoiceLine line = line_of(facts, contract, surplus.month);
    line.kind = LineKind::kSurplus;
    line.minutes = surplus.minutes;
    line.amount = surplus.cost;
    return line;
}

[[nodiscard]] std::vector<InvoiceLine> surplus_lines(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                                     const ChildId& child, const BillingRun& run) {
    std::vector<InvoiceLine> lines;
    for (const PlacementContract& contract : facts.family.contracts) {
        if (!(contract.child == child) || !contract.is_signed()) {
            continue;
        }
        for (const int year : {run.month.year - 1, run.month.year}) {
            const auto surplus = surplus_weeks(facts, contract, requests, year);
            if (surplus && surplus->last < run.extras_before && surplus->month <= run.month &&
                run.month.plus(-kExtraMonths) <= surplus->month && run.surplus.count({contract.id, year}) == 0) {
                lines.push_back(line_of(facts, contract, *surplus));
            }
        }
    }
    return lines;
}

[[nodiscard]] std::vector<InvoiceLine> extra_lines(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                                   const ChildId& child, const BillingRun& run) {
    std::vector<InvoiceLine> lines;
    for (const ChangeRequest& request : requests) {
        if (request.child == child && is_due(facts, request, run)) {
            lines.push_back(line_of(facts, request));
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const InvoiceLine& a, const InvoiceLine& b) { return a.dates.front() < b.dates.front(); });
    return lines;
}

}  // namespace

std::vector<InvoiceLine> bill_month(const CareFacts& facts, const std::vector<ChangeRequest>& requests,
                                    const BillingRun& run) {
    std::vector<InvoiceLine> lines;
    for (const Child& child : facts.family.children) {
        for (std::vector<InvoiceLine> some :
             {contract_lines(facts, child.id, run), surplus_lines(facts, requests, child.id, run),
              extra_lines(facts, requests, child.id, run)}) {
            std::move(some.begin(), some.end(), std::back_inserter(lines));
        }
    }
    return lines;
}

std::vector<InvoiceLine> credited(std::vector<InvoiceLine> lines) {
    for (InvoiceLine& line : lines) {
        line.minutes = -line.minutes;
        line.amount = {-line.amount.cents};
        line.formula.reset();
    }
    return lines;
}

std::set<RequestId> billed_requests(const std::vector<Invoice>& invoices) {
    std::set<RequestId> requests;
    for (const Invoice& invoice : invoices) {
        for (const InvoiceLine& line : invoice.lines) {
            if (line.request) {
                requests.insert(*line.request);
            }
        }
    }
    return requests;
}

SurplusYears billed_surplus(const std::vector<Invoice>& invoices) {
    SurplusYears years;
    for (const Invoice& invoice : invoices) {
        for (const InvoiceLine& line : invoice.lines) {
            if (line.kind == LineKind::kSurplus) {
                years.insert({line.contract, line.month.year});
            }
        }
    }
    return years;
}

Money set_off(const InvoiceHead& invoice, Money credit_total) {
    const std::int64_t open = std::max<std::int64_t>(open_amount(invoice).cents, 0);
    return {std::min(open, std::max<std::int64_t>(-credit_total.cents, 0))};
}

}  // namespace portal::core
