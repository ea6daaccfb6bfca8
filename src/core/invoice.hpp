#pragma once

#include "core/date.hpp"
#include "core/id.hpp"
#include "core/money.hpp"
#include "core/monthly_cost.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Facturen: what a family owes, as it was sent. An invoice never changes; what was wrong is taken back by a credit
/// note. Childcare is exempt from VAT in the Netherlands.
namespace portal::core {

using InvoiceId = Id<struct InvoiceTag>;

enum class InvoiceKind : std::uint8_t { kInvoice, kCreditNote };

/// Wire names "invoice" and "credit-note".
[[nodiscard]] std::string_view to_string(InvoiceKind kind);
[[nodiscard]] std::optional<InvoiceKind> invoice_kind_from(std::string_view text);

enum class LineKind : std::uint8_t {
    kContract,    ///< the month's part of a contract
    kExtra,       ///< approved extra care, and what was cancelled too late
    kSurplus,     ///< weeks of care beyond those of a contract of fewer than 52 weeks
    kCorrection,  ///< anything else; `description` says what
};

/// Wire names "contract", "extra", "surplus", "correction".
[[nodiscard]] std::string_view to_string(LineKind kind);
[[nodiscard]] std::optional<LineKind> line_kind_from(std::string_view text);

/// One line, with the names that were true when it was sent. A credit note has lines below zero.
struct InvoiceLine {
    LineKind kind = LineKind::kContract;
    Month month;  ///< of the care; extra care is often on the next month's invoice
    ChildId child;
    std::string child_name;
    LocationId location;
    std::string location_name;
    CareType care_type = CareType::kDayCare;
    std::string lrk;      ///< number in the Landelijk Register Kinderopvang
    ContractId contract;  ///< empty where it comes from none
    std::string contract_number;
    std::string description;  ///< in words of the organisation; often empty
    std::int64_t minutes = 0;
    Money hourly_rate;
    Money amount;
    std::optional<ContractShare> formula;  ///< of contract lines that were computed here: how the amount came about
    std::optional<RequestId> request;      ///< of extra care
    std::vector<Date> dates;               ///< the days of care that it is about, growing; may be none

    /// The weekdays of its days, Monday first.
    [[nodiscard]] std::array<bool, 7> weekdays() const;

    friend bool operator==(const InvoiceLine&, const InvoiceLine&) = default;
};

/// Money received; paid back where it is below zero.
struct InvoicePayment {
    Date on;
    Money amount;

    friend bool operator==(const InvoicePayment&, const InvoicePayment&) = default;
};

/// Automatische incasso.
struct DirectDebit {
    std::string mandate;  ///< reference of the SEPA mandate
    std::string iban;     ///< the payer's, masked but for country and last four ("NL** **** **** **43 00")
    Date collected_on;

    friend bool operator==(const DirectDebit&, const DirectDebit&) = default;
};

/// All of an invoice but its lines.
struct InvoiceHead {
    InvoiceId id;
    std::string number;
    InvoiceKind kind = InvoiceKind::kInvoice;
    Month month;  ///< period
    Date issued_on;
    Date due_on;
    std::string debtor;     ///< debiteurnummer
    std::string addressee;  ///< name of who pays
    Money total;            ///< of the lines; below zero for credit notes
    Money paid;             ///< of the payments
    /// What credit notes took off an invoice; of a credit note (below zero) what was set off against its invoice.
    Money settled;
    std::optional<DirectDebit> direct_debit;  ///< paid by transfer when absent
    std::optional<std::string> credits;       ///< credit note: number of the invoice that it takes back
    std::vector<std::string> credit_notes;    ///< invoice: numbers of the credit notes on it

    friend bool operator==(const InvoiceHead&, const InvoiceHead&) = default;
};

struct Invoice {
    InvoiceHead head;
    std::vector<InvoiceLine> lines;
    std::vector<InvoicePayment> payments;

    friend bool operator==(const Invoice&, const Invoice&) = default;
};

enum class InvoiceState : std::uint8_t {
    kOpen,      ///< to be paid; a credit note: to be paid back
    kPaid,      ///< a credit note: paid back
    kOverdue,   ///< its last day to pay has passed
    kCredited,  ///< settled with a credit note, nothing was paid
};

/// Wire names "open", "paid", "overdue", "credited".
[[nodiscard]] std::string_view to_string(InvoiceState state);

/// What is still to be paid; below zero what the family gets back.
[[nodiscard]] Money open_amount(const InvoiceHead& invoice);

/// Not stored: it depends on the day.
[[nodiscard]] InvoiceState state_on(const InvoiceHead& invoice, Date today);

[[nodiscard]] Money total_of(const std::vector<InvoiceLine>& lines);

/// "NL91 ABNA 0417 1643 00" with all but the country and the last four hidden, in groups of four.
[[nodiscard]] std::string masked_iban(std::string_view iban);

}  // namespace portal::core
