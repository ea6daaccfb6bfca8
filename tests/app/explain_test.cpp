#include "app/form_fixture.hpp"

#include <set>

namespace portal::app {
namespace {

using core::Reason;
using core::ReasonCode;
using core::RequestKind;
using test::day;
using test::FormTest;
using test::kMorning;
using test::local;

class Explain : public FormTest {
  protected:
    void SetUp() override { start_signed_in(); }

    /// What core says of Noor's extra care, with a reason of the test's own.
    [[nodiscard]] std::string words(const Reason& reason, RequestKind kind = RequestKind::kExtra) const {
        core::Verdict verdict = core::evaluate(context(), core::extra_wish(server.noor, {day("2026-11-25"), kMorning}));
        verdict.kind = kind;
        return explain(state(), reason, verdict, day("2026-11-25"));
    }
};

TEST_F(Explain, EveryReasonHasASentenceInBothLanguages) {
    for (const Language language : {Language::nl, Language::en}) {
        store.dispatch(LanguageChosen{language});
        std::set<std::string> all;
        for (int code = 0; code <= static_cast<int>(core::kLastReason); ++code) {
            for (const RequestKind kind :
                 {RequestKind::kExtra, RequestKind::kSwap, RequestKind::kAbsence, RequestKind::kSick}) {
                const std::string text = words({static_cast<ReasonCode>(code), 3, local("2026-11-24 12:00")}, kind);
                EXPECT_GT(text.size(), 10U) << code;
                EXPECT_EQ(text.back(), '.') << text;
                EXPECT_EQ(text.find('{'), std::string::npos) << text;
                EXPECT_EQ(text.find("  "), std::string::npos) << text;
                all.insert(text);
            }
        }
        EXPECT_GE(all.size(), static_cast<std::size_t>(core::kLastReason)) << "no two reasons say the same";
    }
}

TEST_F(Explain, SaysEveryReason_AlsoWhereNothingIsKnownOfIt) {
    for (int code = 0; code <= static_cast<int>(core::kLastReason); ++code) {
        const std::string text =
            explain(state(), {static_cast<ReasonCode>(code), 0, std::nullopt}, core::Verdict{}, day("2026-11-25"));
        EXPECT_GT(text.size(), 10U) << code;
        EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
}

TEST_F(Explain, TellsADeadlineAsAMoment) {
    const Reason late{ReasonCode::kTooLate, 0, local("2026-11-24 12:00")};
    EXPECT_EQ(words(late), "Aanvragen kon tot dinsdag 24 november om 12:00. Bel de opvang als het dringend is.");
    EXPECT_EQ(words(late, RequestKind::kAbsence),
              "Afmelden kon tot dinsdag 24 november om 12:00. Bel de opvang als het dringend is.");
}

TEST_F(Explain, TellsMidnightAsTheEndOfTheDay) {
    EXPECT_EQ(words({ReasonCode::kTooLate, 0, local("2026-11-25 00:00")}),
              "Aanvragen kon tot dinsdag 24 november om 24:00. Bel de opvang als het dringend is.");
}

TEST_F(Explain, TellsWhatIsTooShortAndWhatSteps) {
    EXPECT_EQ(words({ReasonCode::kTooShort, 90, std::nullopt}), "Kies een tijd van minstens 1,5 uur.");
    EXPECT_EQ(words({ReasonCode::kNotOnStep, 15, std::nullopt}), "Kies tijden op hele 15 minuten, zoals 07:45.");
    EXPECT_EQ(words({ReasonCode::kOutsideOpeningHours, 0, std::nullopt}),
              "De opvang is op deze dag open van 07:30 tot 18:30.");
}

TEST_F(Explain, SpeaksOfNobody_WhereNoChildIsMeant) {
    EXPECT_EQ(explain(state(), {ReasonCode::kNoContract, 0, std::nullopt}, core::Verdict{}, day("2026-11-25")),
              "Geen van uw kinderen heeft op deze dag een contract.");
}

TEST_F(Explain, SaysHowLongItTakesStill_OnlyWhenThatIsSoon) {
    core::Verdict verdict;
    verdict.deadline = local("2026-11-24 12:00");
    EXPECT_EQ(deadline_text(state(), verdict),
              "Aanvragen kan tot dinsdag 24 november om 12:00. Dat is over 1 dag en 3 uur.");
    verdict.deadline = local("2026-11-27 12:00");
    EXPECT_EQ(deadline_text(state(), verdict), "Aanvragen kan tot vrijdag 27 november om 12:00.");
    EXPECT_EQ(deadline_text(state(), core::Verdict{}), "");
}

TEST_F(Explain, SaysHowItCanBeUndone) {
    using How = core::Revocation::How;
    core::Verdict verdict;
    verdict.revocation = {How::kUntil, local("2026-11-24 12:00"), core::Cancellation::Late::kBilled};
    EXPECT_EQ(revocation_text(state(), verdict),
              "Intrekken kan tot dinsdag 24 november om 12:00. Daarna kunt u ook intrekken, maar betaalt u wel.");
    for (const How how : {How::kNever, How::kUntilDecided, How::kUntil, How::kViaLocation, How::kAsNewExtra}) {
        verdict.revocation = {how, std::nullopt, core::Cancellation::Late::kRefused};
        EXPECT_GT(revocation_text(state(), verdict).size(), 10U);
    }
}

TEST_F(Explain, CountsCreditInItsUnit) {
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kMinutes, 330}), "5,5 uur");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kMinutes, 345}), "5 uur en 45 minuten");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kMinutes, 0}), "0 uur");
    EXPECT_EQ(credit(Language::en, {core::CreditUnit::kMinutes, 330}), "5.5 hours");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kMinutes, 30}), "30 minuten");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kDayParts, 1}), "1 dagdeel");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kPoints, 2}), "2 punten");
    EXPECT_EQ(credit(Language::nl, {core::CreditUnit::kStrips, 10}), "10 strippen");
}

}  // namespace
}  // namespace portal::app
