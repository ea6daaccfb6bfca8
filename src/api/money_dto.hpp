#pragma once

#include "core/annual_statement.hpp"
#include "core/invoice.hpp"
#include "core/payment_code.hpp"

#include <optional>
#include <string>
#include <vector>

/// The bodies about money where they are not values of `core` themselves.
namespace portal::api {

struct InvoiceList {
    std::vector<int> years;                   ///< in which there are invoices, the last first
    std::vector<core::InvoiceHead> invoices;  ///< of the year asked for, or all; the newest first

    friend bool operator==(const InvoiceList&, const InvoiceList&) = default;
};

/// An invoice and, while it is to be paid by transfer, how.
struct InvoiceDocument {
    core::Invoice invoice;
    std::optional<core::Transfer> transfer;
    /// The QR code for banking apps: a text of '0' (light) and '1' (dark) for each row, without quiet zone. Empty where
    /// there is no transfer.
    std::vector<std::string> qr;

    friend bool operator==(const InvoiceDocument&, const InvoiceDocument&) = default;
};

struct StatementEntry {
    int year = 1970;
    std::optional<core::Date> published_on;  ///< absent while provisional
    core::StatementSum total;

    friend bool operator==(const StatementEntry&, const StatementEntry&) = default;
};

}  // namespace portal::api
