#include "core/invoice.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<InvoiceKind, 2> kKinds{{{InvoiceKind::kInvoice, "invoice"}, {InvoiceKind::kCreditNote, "credit-note"}}};

constexpr Names<LineKind, 4> kLineKinds{{{LineKind::kContract, "contract"},
                                         {LineKind::kExtra, "extra"},
                                         {LineKind::kSurplus, "surplus"},
                                         {LineKind::kCorrection, "correction"}}};

constexpr Names<InvoiceState, 4> kStates{{{InvoiceState::kOpen, "open"},
                                          {InvoiceState::kPaid, "paid"},
                                          {InvoiceState::kOverdue, "overdue"},
                                          {InvoiceState::kCredited, "credited"}}};

}  // namespace

std::string_view to_string(InvoiceKind kind) {
    return name_of(kKinds, kind);
}

std::optional<InvoiceKind> invoice_kind_from(std::string_view text) {
    return value_of(kKinds, text);
}

std::string_view to_string(LineKind kind) {
    return name_of(kLineKinds, kind);
}

std::optional<LineKind> line_kind_from(std::string_view text) {
    return value_of(kLineKinds, text);
}

std::string_view to_string(InvoiceState state) {
    return name_of(kStates, state);
}

std::array<bool, 7> InvoiceLine::weekdays() const {
    std::array<bool, 7> marks{};
    for (const Date date : dates) {
        marks[static_cast<std::size_t>(date.weekday())] = true;
    }
    return marks;
}

Money open_amount(const InvoiceHead& invoice) {
    return {invoice.total.cents - invoice.settled.cents - invoice.paid.cents};
}

InvoiceState state_on(const InvoiceHead& invoice, Date today) {
    const std::int64_t open = open_amount(invoice).cents;
    const bool is_note = invoice.kind == InvoiceKind::kCreditNote;
    // Who paid too much has paid; who was paid back too much was paid back.
    if (is_note ? open >= 0 : open <= 0) {
        const bool by_money = invoice.paid.cents != 0 || invoice.settled.cents == 0;
        return by_money ? InvoiceState::kPaid : InvoiceState::kCredited;
    }
    return !is_note && invoice.due_on < today ? InvoiceState::kOverdue : InvoiceState::kOpen;
}

Money total_of(const std::vector<InvoiceLine>& lines) {
    Money total;
    for (const InvoiceLine& line : lines) {
        total = total + line.amount;
    }
    return total;
}

std::string masked_iban(std::string_view iban) {
    std::string plain;
    for (const char character : iban) {
        if (character != ' ') {
            plain += character;
        }
    }
    constexpr std::size_t kShown = 4;
    std::string masked;
    for (std::size_t index = 0; index < plain.size(); ++index) {
        if (index > 0 && index % 4 == 0) {
            masked += ' ';
        }
        const bool shown = index < 2 || index + kShown >= plain.size();
        masked += shown ? plain[index] : '*';
    }
    return masked;
}

}  // namespace portal::core
