#pragma once

#include "core/family.hpp"
#include "core/invoice.hpp"
#include "core/month_sums.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// The jaaropgave: what a family was invoiced for the care of a year. It is made of the invoices alone, so that both
/// add up to the same to the cent.
namespace portal::core {

/// Hours and cost of one month or of more.
struct StatementSum {
    std::int64_t minutes = 0;  ///< all, extra care included
    Money cost;
    std::int64_t extra_minutes = 0;  ///< of these
    Money extra_cost;

    friend bool operator==(const StatementSum&, const StatementSum&) = default;
};

void add(StatementSum& to, const StatementSum& more);

/// Average over a sum, rounded half up to the cent; nothing where there are no hours.
[[nodiscard]] std::optional<Money> average_rate(const StatementSum& sum);

/// One child at one registration (location × care type): what the childcare allowance is applied for.
struct StatementRow {
    ChildId child;
    std::string child_name;
    std::optional<Date> birth_date;
    LocationId location;
    std::string location_name;
    CareType care_type = CareType::kDayCare;
    std::string lrk;
    Date first;  ///< of agreed care within the year; of a month with care where no contract is known
    Date last;
    std::array<StatementSum, 12> months{};  ///< January first
    StatementSum total;
    /// Of `total`: care in more weeks than the contract has.
    std::int64_t surplus_minutes = 0;
    Money surplus_cost;

    friend bool operator==(const StatementRow&, const StatementRow&) = default;
};

/// An invoice or credit note with care of the year, and whether it was paid: the proof that the allowance asks for.
struct StatementInvoice {
    InvoiceId id;
    std::string number;
    Date issued_on;
    Money amount;                 ///< of its lines in the year
    Money open;                   ///< of the whole invoice; below zero what the family gets back
    bool settled = false;         ///< nothing is to be paid any more; of a credit note: nothing to be paid back
    std::optional<Date> paid_on;  ///< the last payment, where it is settled; absent where credit notes did that

    friend bool operator==(const StatementInvoice&, const StatementInvoice&) = default;
};

struct AnnualStatement {
    int year = 1970;
    std::string provider;   ///< name of the organisation
    std::string applicant;  ///< name of who pays
    std::optional<Date> applicant_birth_date;
    std::string applicant_bsn;         ///< citizen number, masked but for its last digits; empty where it is not known
    std::optional<Date> published_on;  ///< absent while the year is still provisional
    std::vector<StatementRow> rows;
    StatementSum total;
    std::vector<StatementInvoice> invoices;  ///< in the order in which they were sent; their amounts add up to `total`
    /// How care was used, day by day: not money, and no part of the sums above.
    std::vector<MonthSum> usage;

    friend bool operator==(const AnnualStatement&, const AnnualStatement&) = default;
};

/// What of the total is on invoices that are settled.
[[nodiscard]] Money paid_of(const AnnualStatement& statement);

/// The statement of the lines whose care is in that year, on whatever invoice they are. Without `usage`, `provider` and
/// what the family does not tell of the applicant.
[[nodiscard]] AnnualStatement annual_statement(int year, const Family& family, const std::vector<Invoice>& invoices);

/// All care of one child in a month, at all registrations together, as the limit of 230 hours counts it.
[[nodiscard]] std::int64_t minutes_of_month(const AnnualStatement& statement, const ChildId& child, int month);

/// The years of the care on those lines, the last first.
[[nodiscard]] std::vector<int> years_of_care(const std::vector<Invoice>& invoices);

}  // namespace portal::core
