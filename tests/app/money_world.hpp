#pragma once

#include "api/money_codec.hpp"
#include "app/world.hpp"

#include <string>
#include <utility>
#include <vector>

namespace portal::app::test {

/// Invoices of a family, as its server would tell them on 23 November 2026.
class MoneyWorld {
  public:
    explicit MoneyWorld(World& world) : world_(world) {
        add("i3", "2026-0311", {2026, 11}, "2026-12-01");
        add("i2", "2026-0288", {2026, 10}, "2026-11-01");
        add("i1", "2025-0290", {2025, 12}, "2026-01-01");
        documents[2].invoice.payments = {{day("2025-12-20"), total(2)}};
        documents[2].invoice.head.paid = total(2);
        for (std::size_t i : {std::size_t{0}, std::size_t{1}}) {
            pay_by_transfer(documents[i]);
        }
    }

    [[nodiscard]] core::Money total(std::size_t index) const { return documents[index].invoice.head.total; }

    [[nodiscard]] std::string list(std::vector<int> years = {2026, 2025}) const {
        api::InvoiceList list;
        for (const api::InvoiceDocument& document : documents) {
            list.invoices.push_back(document.invoice.head);
        }
        list.years = std::move(years);
        return api::encode(list);
    }

    [[nodiscard]] core::AnnualStatement statement(int year) const {
        std::vector<core::Invoice> invoices;
        for (const api::InvoiceDocument& document : documents) {
            invoices.push_back(document.invoice);
        }
        core::AnnualStatement made = core::annual_statement(year, world_.family, invoices);
        core::MonthSum absent;
        absent.month = {year, 11};
        absent.child = world_.noor;
        absent.location = world_.kikkers;
        absent.kind = core::SumKind::kAbsence;
        absent.minutes = 330;
        made.usage = {absent};
        return made;
    }

    void collect(std::size_t index) {
        documents[index].invoice.head.direct_debit =
            core::DirectDebit{"M-17", "NL** **** **** **43 00", day("2026-11-27")};
        documents[index].transfer.reset();
        documents[index].qr.clear();
    }

    /// Extra care of an October day on that invoice.
    void add_extra(std::size_t index) {
        core::Invoice& invoice = documents[index].invoice;
        core::InvoiceLine line = invoice.lines.front();
        line.kind = core::LineKind::kExtra;
        line.month = {2026, 10};
        line.formula.reset();
        line.minutes = 330;
        line.amount = {6023};
        line.dates = {day("2026-10-21")};
        invoice.lines.push_back(line);
        invoice.head.total = core::total_of(invoice.lines);
    }

    std::vector<api::InvoiceDocument> documents;

  private:
    void add(const char* id, const char* number, core::Month month, const char* due) {
        core::Invoice invoice;
        const core::PlacementContract& contract = world_.family.contracts.front();
        core::InvoiceLine line;
        line.month = month;
        line.child = contract.child;
        line.child_name = "Noor";
        line.location = contract.location;
        line.location_name = "De Kikkers";
        line.care_type = contract.care_type;
        line.lrk = "158274936";
        line.contract = contract.id;
        line.contract_number = contract.number;
        core::PlacementContract whole = contract;
        whole.start = month.first();
        whole.end.reset();
        line.formula = core::share_of_month(whole, month);
        line.minutes = line.formula->minutes;
        line.hourly_rate = contract.hourly_rate;
        line.amount = line.formula->amount;
        line.dates = {month.first() + 1, month.first() + 8};
        invoice.lines = {line};
        core::InvoiceHead& head = invoice.head;
        head.id = core::InvoiceId{id};
        head.number = number;
        head.month = month;
        head.issued_on = month.first();
        head.due_on = day(due);
        head.debtor = "D-1001";
        head.addressee = "Jasmijn Visser";
        head.total = core::total_of(invoice.lines);
        documents.push_back({invoice, std::nullopt, {}});
    }

    static void pay_by_transfer(api::InvoiceDocument& document) {
        document.transfer = core::Transfer{"De Boomgaard",
                                           "NL91ABNA0417164300",
                                           "ABNANL2A",
                                           core::open_amount(document.invoice.head),
                                           "",
                                           "Factuur " + document.invoice.head.number,
                                           ""};
        document.qr = {"101", "010", "111"};  // smaller than any, but as square
    }

    World& world_;
};

}  // namespace portal::app::test
