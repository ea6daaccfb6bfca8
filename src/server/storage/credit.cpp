#include "server/storage/credit.hpp"

#include "server/storage/columns.hpp"
#include "server/storage/connection.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server::storage {
namespace {

core::CreditLedger& ledger_of(std::vector<core::CreditLedger>& ledgers, const std::string& child) {
    const auto found = std::find_if(ledgers.begin(), ledgers.end(),
                                    [&](const core::CreditLedger& ledger) { return ledger.child.value == child; });
    if (found == ledgers.end()) {
        throw std::runtime_error("an entry of a ledger that is not there");
    }
    return *found;
}

core::CreditEntry& entry_of(core::CreditLedger& ledger, int number) {
    if (ledger.entries.empty() || ledger.entries.back().number != number) {
        const auto found = std::find_if(ledger.entries.begin(), ledger.entries.end(),
                                        [&](const core::CreditEntry& entry) { return entry.number == number; });
        if (found == ledger.entries.end()) {
            throw std::runtime_error("a posting of an entry that is not there");
        }
        return *found;
    }
    return ledger.entries.back();
}

std::vector<core::CreditLedger> load_heads(soci::session& sql, const core::FamilyId& family) {
    core::CreditLedger ledger;
    std::string until;
    soci::statement rows = (sql.prepare << "SELECT l.child_id, l.accounted_until FROM credit_ledgers l"
                                           " JOIN children k ON k.id = l.child_id WHERE k.family_id = :family"
                                           " ORDER BY k.position",
                            soci::use(family.value), soci::into(ledger.child.value), soci::into(until));
    rows.execute();
    std::vector<core::CreditLedger> ledgers;
    while (rows.fetch()) {
        ledger.accounted_until = to_date(until);
        ledgers.push_back(ledger);
    }
    return ledgers;
}

void load_entries(soci::session& sql, const core::FamilyId& family, std::vector<core::CreditLedger>& ledgers) {
    std::string child;
    int number = 0;
    std::string kind;
    std::string day;
    std::string unit;
    Nullable<std::string> request;
    Nullable<std::string> earned_for;
    Nullable<std::string> usable_from;
    Nullable<std::string> use_before;
    std::string note;
    soci::statement rows =
        (sql.prepare << "SELECT e.child_id, e.number, e.kind, e.day, e.unit, e.request_id, e.earned_for,"
                        " e.usable_from, e.use_before, e.note FROM credit_entries e JOIN children k"
                        " ON k.id = e.child_id WHERE k.family_id = :family ORDER BY e.child_id, e.number",
         soci::use(family.value), soci::into(child), soci::into(number), soci::into(kind), soci::into(day),
         soci::into(unit), soci::into(request.value, request.indicator),
         soci::into(earned_for.value, earned_for.indicator), soci::into(usable_from.value, usable_from.indicator),
         soci::into(use_before.value, use_before.indicator), soci::into(note));
    rows.execute();
    while (rows.fetch()) {
        core::CreditEntry entry;
        entry.number = number;
        entry.kind = read_column(kind, core::entry_kind_from);
        entry.date = to_date(day);
        entry.unit = read_column(unit, core::credit_unit_from);
        entry.request = request.has_value() ? std::optional{core::RequestId{request.value}} : std::nullopt;
        if (earned_for.has_value()) {
            entry.opens =
                core::LotTerms{to_date(earned_for.value), to_date(usable_from.value),
                               use_before.has_value() ? std::optional{to_date(use_before.value)} : std::nullopt};
        }
        entry.note = note;
        ledger_of(ledgers, child).entries.push_back(std::move(entry));
    }
}

void load_postings(soci::session& sql, const core::FamilyId& family, std::vector<core::CreditLedger>& ledgers) {
    std::string child;
    int number = 0;
    std::string account;
    core::Posting posting;
    long long amount = 0;
    soci::statement rows =
        (sql.prepare << "SELECT p.child_id, p.entry_number, p.account, p.lot, p.amount FROM credit_postings p"
                        " JOIN children k ON k.id = p.child_id WHERE k.family_id = :family"
                        " ORDER BY p.child_id, p.entry_number, p.position",
         soci::use(family.value), soci::into(child), soci::into(number), soci::into(account), soci::into(posting.lot),
         soci::into(amount));
    rows.execute();
    while (rows.fetch()) {
        posting.account = read_column(account, core::ledger_account_from);
        posting.amount = amount;
        entry_of(ledger_of(ledgers, child), number).postings.push_back(posting);
    }
}

void insert_posting(soci::session& sql, const core::ChildId& child, int number, const core::Posting& posting,
                    int position) {
    const std::string account{core::to_string(posting.account)};
    const long long amount = posting.amount;
    sql << "INSERT INTO credit_postings (child_id, entry_number, position, account, lot, amount)"
           " VALUES (:child, :number, :position, :account, :lot, :amount)",
        soci::use(child.value), soci::use(number), soci::use(position), soci::use(account), soci::use(posting.lot),
        soci::use(amount);
}

void insert_entry(soci::session& sql, const core::ChildId& child, const core::CreditEntry& entry) {
    const std::string kind{core::to_string(entry.kind)};
    const std::string day = entry.date.to_string();
    const std::string unit{core::to_string(entry.unit)};
    Nullable<std::string> request{entry.request ? std::optional{entry.request->value} : std::nullopt};
    Nullable<std::string> earned_for;
    Nullable<std::string> usable_from;
    Nullable<std::string> use_before;
    if (entry.opens) {
        earned_for = Nullable<std::string>{entry.opens->earned_for.to_string()};
        usable_from = Nullable<std::string>{entry.opens->usable_from.to_string()};
        use_before = nullable_text(entry.opens->use_before);
    }
    sql << "INSERT INTO credit_entries (child_id, number, kind, day, unit, request_id, earned_for,"
           " usable_from, use_before, note) VALUES (:child, :number, :kind, :day, :unit, :request, :earned,"
           " :usable, :before, :note)",
        soci::use(child.value), soci::use(entry.number), soci::use(kind), soci::use(day), soci::use(unit),
        soci::use(request.value, request.indicator), soci::use(earned_for.value, earned_for.indicator),
        soci::use(usable_from.value, usable_from.indicator), soci::use(use_before.value, use_before.indicator),
        soci::use(entry.note);
    int position = 0;
    for (const core::Posting& posting : entry.postings) {
        insert_posting(sql, child, entry.number, posting, position++);
    }
}

}  // namespace

std::vector<core::CreditLedger> load_ledgers(Transaction& transaction, const core::FamilyId& family) {
    soci::session& sql = sql_of(transaction);
    std::vector<core::CreditLedger> ledgers = load_heads(sql, family);
    load_entries(sql, family, ledgers);
    load_postings(sql, family, ledgers);
    return ledgers;
}

void append_entries(Transaction& transaction, const core::CreditLedger& ledger, std::size_t first_new) {
    soci::session& sql = sql_of(transaction);
    const std::string until = ledger.accounted_until.to_string();
    sql << "INSERT INTO credit_ledgers (child_id, accounted_until) VALUES (:child, :until)"
           " ON CONFLICT (child_id) DO UPDATE SET accounted_until = excluded.accounted_until",
        soci::use(ledger.child.value), soci::use(until);
    for (std::size_t index = first_new; index < ledger.entries.size(); ++index) {
        insert_entry(sql, ledger.child, ledger.entries[index]);
    }
}

std::vector<core::CreditBooking> load_bookings(Transaction& transaction, const core::FamilyId& family) {
    core::CreditBooking booking;
    std::string unit;
    long long amount = 0;
    int purchased = 0;
    Nullable<std::string> use_before;
    std::string at;
    soci::statement rows =
        (sql_of(transaction).prepare << "SELECT b.child_id, b.unit, b.amount, b.purchased, b.use_before, b.note, b.at"
                                        " FROM credit_bookings b JOIN children k ON k.id = b.child_id"
                                        " WHERE k.family_id = :family ORDER BY b.at, b.id",
         soci::use(family.value), soci::into(booking.child.value), soci::into(unit), soci::into(amount),
         soci::into(purchased), soci::into(use_before.value, use_before.indicator), soci::into(booking.note),
         soci::into(at));
    rows.execute();
    std::vector<core::CreditBooking> bookings;
    while (rows.fetch()) {
        booking.credit = {read_column(unit, core::credit_unit_from), amount};
        booking.purchased = purchased != 0;
        booking.use_before = use_before.has_value() ? std::optional{to_date(use_before.value)} : std::nullopt;
        booking.at = to_instant(at);
        bookings.push_back(booking);
    }
    return bookings;
}

void insert_booking(Transaction& transaction, const std::string& id, const core::CreditBooking& booking) {
    const std::string unit{core::to_string(booking.credit.unit)};
    const long long amount = booking.credit.amount;
    const int purchased = booking.purchased ? 1 : 0;
    Nullable<std::string> use_before = nullable_text(booking.use_before);
    const std::string at = booking.at.to_string();
    sql_of(transaction) << "INSERT INTO credit_bookings (id, child_id, unit, amount, purchased, use_before, note, at)"
                           " VALUES (:id, :child, :unit, :amount, :purchased, :before, :note, :at)",
        soci::use(id), soci::use(booking.child.value), soci::use(unit), soci::use(amount), soci::use(purchased),
        soci::use(use_before.value, use_before.indicator), soci::use(booking.note), soci::use(at);
}

}  // namespace portal::server::storage
