#include "core/payment_code.hpp"

#include <gtest/gtest.h>

namespace portal::core {
namespace {

Transfer red_cross() {
    return {"Red Cross of Belgium", "BE72000000001616",  "BPOTBEB1", {100}, "CHAR",
            "Urgency fund",         "Sample EPC QR code"};
}

/// The example of EPC069-12, which is of version 001 and leaves the cents of a whole euro out.
TEST(PaymentCode, IsThatOfTheStandardsExample) {
    EXPECT_EQ(payment_code(red_cross()),
              "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1.00\nCHAR\n\nUrgency fund\n"
              "Sample EPC QR code");
}

TEST(PaymentCode, EndsWithItsLastFilledLine_AndNeedsNoBic) {
    EXPECT_EQ(payment_code({"Kinderopvang Zoë", "nl91 abna 0417 1643 00", "", {52195}, "", "Factuur 2026-00042", ""}),
              "BCD\n002\n1\nSCT\n\nKinderopvang Zoë\nNL91ABNA0417164300\nEUR521.95\n\n\nFactuur 2026-00042");
    EXPECT_EQ(payment_code({"Z", "NL91ABNA0417164300", "", {5}, "", "", ""}),
              "BCD\n002\n1\nSCT\n\nZ\nNL91ABNA0417164300\nEUR0.05");
}

TEST(PaymentCode, CutsWhatIsTooLong_BetweenLetters) {
    Transfer transfer = red_cross();
    transfer.payee.clear();
    for (int letter = 0; letter < 80; ++letter) {
        transfer.payee += "é";
    }
    std::string cut;
    for (int letter = 0; letter < 70; ++letter) {
        cut += "é";
    }
    const auto code = payment_code(transfer);
    ASSERT_TRUE(code);
    EXPECT_NE(code->find('\n' + cut + '\n'), std::string::npos);
    transfer = red_cross();
    transfer.reference = std::string(200, 'x') + "\nmore";
    EXPECT_NE(payment_code(transfer)->find('\n' + std::string(140, 'x') + '\n'), std::string::npos);
    transfer.reference = "one\nline";
    EXPECT_NE(payment_code(transfer)->find("\none line\n"), std::string::npos)
        << "a line end would begin another field";
}

TEST(PaymentCode, IsNoneWhereBanksWouldRefuseIt) {
    const auto refused = [](auto change) {
        Transfer transfer = red_cross();
        change(transfer);
        return !payment_code(transfer);
    };
    EXPECT_TRUE(refused([](Transfer& it) { it.amount = {0}; }));
    EXPECT_TRUE(refused([](Transfer& it) { it.amount = {-100}; }));
    EXPECT_TRUE(refused([](Transfer& it) { it.amount = {100'000'000'000}; }));
    EXPECT_FALSE(refused([](Transfer& it) { it.amount = {99'999'999'999}; }));
    EXPECT_TRUE(refused([](Transfer& it) { it.iban = "BE72000000001617"; }));
    EXPECT_TRUE(refused([](Transfer& it) { it.iban.clear(); }));
    EXPECT_TRUE(refused([](Transfer& it) { it.bic = "BPOT"; }));
    EXPECT_TRUE(refused([](Transfer& it) { it.payee.clear(); }));
    EXPECT_TRUE(refused([](Transfer& it) {
        it.payee = std::string(70, 'x');
        it.reference = std::string(140, 'y');
        it.hint.clear();
        for (int letter = 0; letter < 70; ++letter) {
            it.hint += "é";
        }
    })) << "more than 331 bytes";
}

TEST(Iban, IsCheckedByItsDigits) {
    EXPECT_EQ(checked_iban("NL91 ABNA 0417 1643 00"), "NL91ABNA0417164300");
    EXPECT_EQ(checked_iban("gb82 west 1234 5698 7654 32"), "GB82WEST12345698765432");
    for (const char* wrong : {"", "NL", "NL91ABNA0417164301", "NL19ABNA0417164300", "NL91ABNA041716430",
                              "9191ABNA0417164300", "NL91ABNA04171643é0", "NL91ABNA0417164300NL91ABNA0417164300X"}) {
        EXPECT_FALSE(checked_iban(wrong)) << wrong;
    }
    EXPECT_EQ(spaced_iban("NL91ABNA0417164300"), "NL91 ABNA 0417 1643 00");
}

}  // namespace
}  // namespace portal::core
