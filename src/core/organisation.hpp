#pragma once

#include <string>

namespace portal::core {

/// The childcare organisation as it stands on its letters. All but the name may be empty.
struct OrganisationDetails {
    std::string name;
    std::string street;  ///< and number
    std::string postal_code;
    std::string city;
    std::string phone;
    std::string email;
    std::string website;
    std::string kvk;   ///< number in the trade register (Kamer van Koophandel)
    std::string iban;  ///< to which parents pay
    std::string bic;
    std::string creditor_id;  ///< of direct debits (incassant-ID)
    int payment_days = 14;    ///< betaaltermijn of invoices

    friend bool operator==(const OrganisationDetails&, const OrganisationDetails&) = default;
};

}  // namespace portal::core
