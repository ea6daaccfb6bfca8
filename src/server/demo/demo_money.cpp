#include "server/demo/demo_money.hpp"

#include "api/json_reader.hpp"
#include "api/money_codec.hpp"
#include "server/billing.hpp"
#include "server/demo/demo_files.hpp"
#include "server/storage/contract_details.hpp"
#include "server/storage/invoices.hpp"
#include "server/storage/organisation_details.hpp"
#include "server/storage/statements.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server {
namespace {

using api::JsonDocument;
using api::JsonNode;

/// One family's invoices, month by month.
struct DemoDebtor {
    core::FamilyId family;
    storage::Debtor debtor;
    std::optional<int> unpaid_months_ago;  ///< of that month the invoice is overdue
};

struct DemoMoney {
    core::OrganisationDetails organisation;
    std::vector<DemoDebtor> debtors;
    int signed_days_before = 0;
    core::ContractDetails details;  ///< of all contracts
    std::string credit_note;        ///< why
};

DemoDebtor read_debtor(const JsonNode& node) {
    DemoDebtor demo;
    demo.family = core::FamilyId{node.at("familyId").id()};
    demo.debtor.number = node.at("number").filled_text();
    if (const JsonNode mandate = node.find("mandate")) {
        demo.debtor.mandate = mandate.filled_text();
        demo.debtor.iban = core::checked_iban(node.at("iban").text()).value_or("");
    }
    if (const JsonNode months = node.find("unpaidMonthsAgo")) {
        demo.unpaid_months_ago = static_cast<int>(months.integer(1, 12));
    }
    return demo;
}

core::OrganisationDetails read_organisation(const JsonNode& node) {
    core::OrganisationDetails details;
    details.name = node.at("name").filled_text();
    details.street = node.at("street").text();
    details.postal_code = node.at("postalCode").text();
    details.city = node.at("city").text();
    details.phone = node.at("phone").text();
    details.email = node.at("email").text();
    details.website = node.at("website").text();
    details.kvk = node.at("kvk").text();
    details.iban = core::checked_iban(node.at("iban").text()).value_or("");
    details.bic = node.at("bic").text();
    details.creditor_id = node.at("creditorId").text();
    details.payment_days = static_cast<int>(node.at("paymentDays").integer(1, 60));
    return details;
}

DemoMoney read_money() {
    const JsonDocument document{kMoneyFile};
    const JsonNode root = document.root();
    DemoMoney money;
    money.organisation = read_organisation(root.at("organisation"));
    root.at("debtors").each([&](const JsonNode& node) { money.debtors.push_back(read_debtor(node)); });
    const JsonNode contracts = root.at("contracts");
    money.signed_days_before = static_cast<int>(contracts.at("signedDaysBefore").integer(1, 365));
    money.details.notice_months = static_cast<int>(contracts.at("noticeMonths").integer(1, 12));
    money.details.payment_days = money.organisation.payment_days;
    money.details.cancellation = contracts.at("cancellation").text();
    contracts.at("terms").each([&](const JsonNode& node) {
        const JsonNode url = node.find("url");
        money.details.terms.push_back({node.at("name").text(), url ? url.text() : ""});
    });
    money.credit_note = root.at("creditNote").text();
    if (document.failed()) {
        throw std::runtime_error("The demo data is wrong at " + document.error_path() + ": " + document.error_detail());
    }
    return money;
}

void insert_terms(storage::Transaction& transaction, const DemoMoney& money, const DemoFamily& demo,
                  const DemoDebtor& debtor) {
    const core::Guardian& first = demo.family.guardians.front();
    for (const core::PlacementContract& contract : demo.family.contracts) {
        core::ContractDetails details = money.details;
        details.contract = contract.id;
        details.signed_on = contract.start - money.signed_days_before;
        details.signed_by = first.first_name + ' ' + first.last_name;
        details.direct_debit = !debtor.debtor.mandate.empty();
        storage::insert_contract_details(transaction, details);
    }
}

/// Sends and pays the invoices of all families, month by month as it would have happened.
class History {
  public:
    History(storage::Transaction& transaction, const DemoMoney& money, core::Date today)
        : transaction_(transaction), money_(money), today_(today), numbers_(transaction) {
        for (const DemoDebtor& debtor : money.debtors) {
            families_.emplace_back(transaction, debtor.family);
        }
    }

    void pass() {
        const core::Month now = core::Month::of(today_);
        for (core::Month month{now.year - 1, 1}; month <= now; month = month.plus(1)) {
            std::vector<std::pair<FamilyBilling*, core::Invoice>> paid;
            for (std::size_t index = 0; index < families_.size(); ++index) {
                auto invoice = sent(families_[index], month);
                if (invoice && pay(money_.debtors[index], *invoice)) {
                    paid.emplace_back(&families_[index], std::move(*invoice));
                }
            }
            // Later in the month, so that numbers go up with the days.
            for (const auto& [family, invoice] : paid) {
                take_back(*family, invoice);
            }
        }
    }

  private:
    [[nodiscard]] std::optional<core::Invoice> sent(FamilyBilling& family, core::Month month) {
        const core::Date issued = month.first();
        return family.bill(transaction_, numbers_, {month, issued, issued + money_.organisation.payment_days});
    }

    [[nodiscard]] bool pay(const DemoDebtor& debtor, const core::Invoice& invoice) {
        constexpr int kDaysToPay = 12;
        const core::InvoiceHead& head = invoice.head;
        const core::Month now = core::Month::of(today_);
        const core::Date paid = head.direct_debit ? head.due_on : head.issued_on + kDaysToPay;
        const bool unpaid = debtor.unpaid_months_ago && head.month == now.plus(-*debtor.unpaid_months_ago);
        if (head.month == now || unpaid || today_ < paid) {
            return false;
        }
        storage::insert_payment(transaction_, head.id, {paid, head.total});
        return true;
    }

    /// The first extra day that lies long enough ago was taken back and paid back.
    void take_back(FamilyBilling& family, const core::Invoice& invoice) {
        constexpr int kDaysToNotice = 20;
        constexpr int kDaysToPayBack = 7;
        const auto extra = std::find_if(invoice.lines.begin(), invoice.lines.end(), [](const core::InvoiceLine& line) {
            return line.kind == core::LineKind::kExtra;
        });
        const core::Date noticed = invoice.head.issued_on + kDaysToNotice;
        if (taken_back_ || extra == invoice.lines.end() || today_ < noticed + kDaysToPayBack) {
            return;
        }
        core::InvoiceLine line = *extra;
        line.description = money_.credit_note;
        core::InvoiceHead paid = invoice.head;
        paid.paid = paid.total;
        const core::Invoice note = family.credit(transaction_, numbers_, paid, {line}, noticed);
        storage::insert_payment(transaction_, note.head.id, {noticed + kDaysToPayBack, note.head.total});
        taken_back_ = true;
    }

    storage::Transaction& transaction_;
    const DemoMoney& money_;
    core::Date today_;
    InvoiceNumbers numbers_;
    std::vector<FamilyBilling> families_;
    bool taken_back_ = false;
};

void publish_last_year(storage::Transaction& transaction, const DemoMoney& money, core::Date today) {
    const core::Date published = core::Month{today.year(), 1}.first() + 19;
    for (const DemoDebtor& debtor : money.debtors) {
        if (published <= today) {
            storage::publish_statement(transaction, debtor.family, today.year() - 1, published);
        }
    }
}

}  // namespace

void create_demo_money(storage::Transaction& transaction, const DemoData& data, core::Date today) {
    const DemoMoney money = read_money();
    storage::save_organisation_details(transaction, money.organisation);
    storage::save_logo(transaction, std::string(kLogoFile));
    for (const DemoDebtor& debtor : money.debtors) {
        const auto demo = std::find_if(data.families.begin(), data.families.end(),
                                       [&](const DemoFamily& it) { return it.id == debtor.family; });
        if (demo == data.families.end()) {
            throw std::runtime_error("The demo data is wrong: no family '" + debtor.family.value + "'.");
        }
        storage::insert_debtor(transaction, debtor.family, debtor.debtor);
        insert_terms(transaction, money, *demo, debtor);
    }
    History{transaction, money, today}.pass();
    publish_last_year(transaction, money, today);
}

}  // namespace portal::server
