#include "core/invoice.hpp"

#include "core/care_world.hpp"
#include "core/contract_details.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

using namespace test;

InvoiceHead head_of(std::int64_t total, std::int64_t paid = 0, std::int64_t settled = 0) {
    InvoiceHead head;
    head.kind = total < 0 ? InvoiceKind::kCreditNote : InvoiceKind::kInvoice;
    head.due_on = date_of("2026-11-30");
    head.total = {total};
    head.paid = {paid};
    head.settled = {settled};
    return head;
}

TEST(InvoiceState, IsOpenThroughItsLastDay_ThenOverdue) {
    EXPECT_EQ(state_on(head_of(100), date_of("2026-11-30")), InvoiceState::kOpen);
    EXPECT_EQ(state_on(head_of(100), date_of("2026-12-01")), InvoiceState::kOverdue);
    EXPECT_EQ(state_on(head_of(100, 99), date_of("2026-12-01")), InvoiceState::kOverdue) << "partly paid";
}

TEST(InvoiceState, IsPaidWhenNothingIsOpen) {
    const Date late = date_of("2027-01-01");
    EXPECT_EQ(state_on(head_of(100, 100), late), InvoiceState::kPaid);
    EXPECT_EQ(state_on(head_of(100, 120), late), InvoiceState::kPaid);
    EXPECT_EQ(state_on(head_of(100, 60, 40), late), InvoiceState::kPaid);
    EXPECT_EQ(state_on(head_of(0), late), InvoiceState::kPaid) << "nothing to pay";
}

TEST(InvoiceState, IsCreditedWhereNobodyPaid) {
    EXPECT_EQ(state_on(head_of(100, 0, 100), date_of("2027-01-01")), InvoiceState::kCredited);
    EXPECT_EQ(state_on(head_of(-100, 0, -100), date_of("2027-01-01")), InvoiceState::kCredited);
}

TEST(InvoiceState, OfACreditNoteIsOpenUntilPaidBack_AndNeverOverdue) {
    EXPECT_EQ(state_on(head_of(-100), date_of("2027-01-01")), InvoiceState::kOpen);
    EXPECT_EQ(state_on(head_of(-100, -60, -40), date_of("2027-01-01")), InvoiceState::kPaid);
    EXPECT_EQ(open_amount(head_of(-100, 0, -40)), Money{-60});
}

TEST(InvoiceLine, MarksTheWeekdaysOfItsDays) {
    InvoiceLine line;
    line.dates = {date_of("2026-11-02"), date_of("2026-11-05"), date_of("2026-11-09")};
    EXPECT_EQ(line.weekdays(), (std::array{true, false, false, true, false, false, false}));
}

TEST(Iban, IsHiddenButForItsCountryAndEnd) {
    EXPECT_EQ(masked_iban("NL91ABNA0417164300"), "NL** **** **** **43 00");
    EXPECT_EQ(masked_iban("NL91 ABNA 0417 1643 00"), "NL** **** **** **43 00");
    EXPECT_EQ(masked_iban(""), "");
}

TEST(ContractPhase, ComesFromItsDaysAndItsSignature) {
    PlacementContract contract;
    contract.start = date_of("2026-01-01");
    contract.end = date_of("2026-12-31");
    EXPECT_EQ(phase_on(contract, date_of("2025-12-31")), ContractPhase::kFuture);
    EXPECT_EQ(phase_on(contract, date_of("2026-01-01")), ContractPhase::kCurrent);
    EXPECT_EQ(phase_on(contract, date_of("2026-12-31")), ContractPhase::kCurrent);
    EXPECT_EQ(phase_on(contract, date_of("2027-01-01")), ContractPhase::kEnded);
    contract.stage = ContractStage::kToSign;
    EXPECT_EQ(phase_on(contract, date_of("2026-06-01")), ContractPhase::kToSign);
    EXPECT_EQ(phase_on(contract, date_of("2027-01-01")), ContractPhase::kEnded);
    contract.stage = ContractStage::kDraft;
    EXPECT_EQ(phase_on(contract, date_of("2026-06-01")), ContractPhase::kDraft);
}

}  // namespace
}  // namespace portal::core
