#include "server/storage/organisation_details.hpp"

#include "server/storage/connection.hpp"

#include <sodium.h>

#include <stdexcept>

namespace portal::server::storage {
namespace {

std::string to_base64(const std::string& bytes) {
    constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                      kVariant);
    text.pop_back();  // its end mark
    return text;
}

std::string from_base64(const std::string& text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(),
                          nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0) {
        throw std::runtime_error("a column holds no base64");
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace

core::OrganisationDetails load_organisation_details(Transaction& transaction) {
    soci::session& sql = sql_of(transaction);
    core::OrganisationDetails details;
    sql << "SELECT name FROM organisations", soci::into(details.name);
    sql << "SELECT street, postal_code, city, phone, email, website, kvk, iban, bic, creditor_id, payment_days"
           " FROM organisation_details",
        soci::into(details.street), soci::into(details.postal_code), soci::into(details.city),
        soci::into(details.phone), soci::into(details.email), soci::into(details.website), soci::into(details.kvk),
        soci::into(details.iban), soci::into(details.bic), soci::into(details.creditor_id),
        soci::into(details.payment_days);
    return details;
}

void save_organisation_details(Transaction& transaction, const core::OrganisationDetails& details) {
    soci::session& sql = sql_of(transaction);
    sql << "UPDATE organisations SET name = :name", soci::use(details.name);
    sql << "INSERT INTO organisation_details (organisation_id, street, postal_code, city, phone, email, website, kvk,"
           " iban, bic, creditor_id, payment_days, logo) SELECT id, '', '', '', '', '', '', '', '', '', '', 14, ''"
           " FROM organisations WHERE id NOT IN (SELECT organisation_id FROM organisation_details)";
    sql << "UPDATE organisation_details SET street = :street, postal_code = :code, city = :city, phone = :phone,"
           " email = :email, website = :website, kvk = :kvk, iban = :iban, bic = :bic, creditor_id = :creditor,"
           " payment_days = :days",
        soci::use(details.street), soci::use(details.postal_code), soci::use(details.city), soci::use(details.phone),
        soci::use(details.email), soci::use(details.website), soci::use(details.kvk), soci::use(details.iban),
        soci::use(details.bic), soci::use(details.creditor_id), soci::use(details.payment_days);
}

std::string load_logo(Transaction& transaction) {
    std::string text;
    sql_of(transaction) << "SELECT logo FROM organisation_details", soci::into(text);
    return from_base64(text);
}

void save_logo(Transaction& transaction, const std::string& png) {
    const std::string text = to_base64(png);
    sql_of(transaction) << "UPDATE organisation_details SET logo = :logo", soci::use(text);
}

}  // namespace portal::server::storage
