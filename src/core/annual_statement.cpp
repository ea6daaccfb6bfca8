#include "core/annual_statement.hpp"

#include <algorithm>
#include <set>

namespace portal::core {
namespace {

[[nodiscard]] StatementSum sum_of_line(const InvoiceLine& line) {
    StatementSum sum{line.minutes, line.amount, 0, {}};
    if (line.kind == LineKind::kExtra) {
        sum.extra_minutes = line.minutes;
        sum.extra_cost = line.amount;
    }
    return sum;
}

[[nodiscard]] StatementRow& row_of(std::vector<StatementRow>& rows, const InvoiceLine& line) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const StatementRow& row) {
        return row.child == line.child && row.location == line.location && row.care_type == line.care_type;
    });
    if (found != rows.end()) {
        return *found;
    }
    StatementRow row;
    row.child = line.child;
    row.child_name = line.child_name;
    row.location = line.location;
    row.location_name = line.location_name;
    row.care_type = line.care_type;
    row.lrk = line.lrk;
    row.first = line.month.first();
    row.last = line.month.last();
    rows.push_back(row);
    return rows.back();
}

/// First and last day of agreed care in the year; contracts that an old invoice was about may be unknown by now.
void set_period(StatementRow& row, int year, const Family& family) {
    const Date begin = Month{year, 1}.first();
    const Date end = Month{year, 12}.last();
    std::optional<Date> first;
    std::optional<Date> last;
    for (const PlacementContract& contract : family.contracts) {
        const bool same = contract.is_signed() && contract.child == row.child && contract.location == row.location &&
                          contract.care_type == row.care_type;
        const Date from = std::max(contract.start, begin);
        const Date until = std::min(contract.end.value_or(end), end);
        if (same && from <= until) {
            first = std::min(first.value_or(from), from);
            last = std::max(last.value_or(until), until);
        }
    }
    row.first = first.value_or(row.first);
    row.last = last.value_or(row.last);
}

/// The invoice with what of it is care of the year.
[[nodiscard]] StatementInvoice proof_of(const Invoice& invoice, Money amount) {
    StatementInvoice proof;
    proof.id = invoice.head.id;
    proof.number = invoice.head.number;
    proof.issued_on = invoice.head.issued_on;
    proof.amount = amount;
    proof.open = open_amount(invoice.head);
    const bool is_note = invoice.head.kind == InvoiceKind::kCreditNote;
    proof.settled = is_note ? proof.open.cents >= 0 : proof.open.cents <= 0;
    for (const InvoicePayment& payment : invoice.payments) {
        if (proof.settled) {
            proof.paid_on = std::max(proof.paid_on.value_or(payment.on), payment.on);
        }
    }
    return proof;
}

[[nodiscard]] std::size_t position_of(const Family& family, const ChildId& child) {
    const auto found =
        std::find_if(family.children.begin(), family.children.end(), [&](const Child& it) { return it.id == child; });
    return static_cast<std::size_t>(found - family.children.begin());
}

[[nodiscard]] std::string applicant_of(const Family& family) {
    for (const Guardian& guardian : family.guardians) {
        if (guardian.pays) {
            return guardian.first_name + ' ' + guardian.last_name;
        }
    }
    return {};
}

}  // namespace

void add(StatementSum& to, const StatementSum& more) {
    to.minutes += more.minutes;
    to.cost = to.cost + more.cost;
    to.extra_minutes += more.extra_minutes;
    to.extra_cost = to.extra_cost + more.extra_cost;
}

std::optional<Money> average_rate(const StatementSum& sum) {
    if (sum.minutes <= 0) {
        return std::nullopt;
    }
    constexpr std::int64_t kMinutesOfHour = 60;
    return Money{(2 * kMinutesOfHour * sum.cost.cents + sum.minutes) / (2 * sum.minutes)};
}

AnnualStatement annual_statement(int year, const Family& family, const std::vector<Invoice>& invoices) {
    AnnualStatement statement;
    statement.year = year;
    statement.applicant = applicant_of(family);
    for (const Invoice& invoice : invoices) {
        Money amount;
        bool any = false;
        for (const InvoiceLine& line : invoice.lines) {
            if (line.month.year != year) {
                continue;
            }
            any = true;
            amount = amount + line.amount;
            const StatementSum sum = sum_of_line(line);
            StatementRow& row = row_of(statement.rows, line);
            row.first = std::min(row.first, line.month.first());
            row.last = std::max(row.last, line.month.last());
            add(row.months[static_cast<std::size_t>(line.month.month - 1)], sum);
            add(row.total, sum);
            add(statement.total, sum);
            if (line.kind == LineKind::kSurplus) {
                row.surplus_minutes += line.minutes;
                row.surplus_cost = row.surplus_cost + line.amount;
            }
        }
        if (any) {
            statement.invoices.push_back(proof_of(invoice, amount));
        }
    }
    std::stable_sort(statement.invoices.begin(), statement.invoices.end(),
                     [](const StatementInvoice& a, const StatementInvoice& b) { return a.issued_on < b.issued_on; });
    for (StatementRow& row : statement.rows) {
        set_period(row, year, family);
        if (const Child* child = find_child(family, row.child)) {
            row.birth_date = child->birth_date;
        }
    }
    std::sort(statement.rows.begin(), statement.rows.end(), [&](const StatementRow& a, const StatementRow& b) {
        const std::size_t first = position_of(family, a.child);
        const std::size_t second = position_of(family, b.child);
        return first != second ? first < second : a.lrk != b.lrk ? a.lrk < b.lrk : a.child < b.child;
    });
    return statement;
}

Money paid_of(const AnnualStatement& statement) {
    Money paid;
    for (const StatementInvoice& invoice : statement.invoices) {
        paid = invoice.settled ? paid + invoice.amount : paid;
    }
    return paid;
}

std::int64_t minutes_of_month(const AnnualStatement& statement, const ChildId& child, int month) {
    std::int64_t minutes = 0;
    for (const StatementRow& row : statement.rows) {
        if (row.child == child) {
            minutes += row.months[static_cast<std::size_t>(month - 1)].minutes;
        }
    }
    return minutes;
}

std::vector<int> years_of_care(const std::vector<Invoice>& invoices) {
    std::set<int, std::greater<>> years;
    for (const Invoice& invoice : invoices) {
        for (const InvoiceLine& line : invoice.lines) {
            years.insert(line.month.year);
        }
    }
    return {years.begin(), years.end()};
}

}  // namespace portal::core
