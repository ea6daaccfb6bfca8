#include "core/care_world.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// Any rules, calendar and wishes: verdicts keep their promises, and ledgers stay right.
namespace portal::core::test {
namespace {

/// Numbers from the fuzzer's bytes; zeros when they are used up.
class Bytes {
  public:
    Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    [[nodiscard]] bool empty() const { return at_ >= size_; }
    [[nodiscard]] int below(int count) {
        int value = next();
        if (count > 256) {
            value = value * 256 + next();
        }
        return value % count;
    }
    [[nodiscard]] bool flag() { return below(2) == 1; }
    template <class Enum>
    [[nodiscard]] Enum one_of(int count) {
        return static_cast<Enum>(below(count));
    }

  private:
    [[nodiscard]] int next() { return at_ < size_ ? data_[at_++] : 0; }

    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
};

void require(bool kept) {
    if (!kept) {
        std::abort();
    }
}

TimeOfDay any_time(Bytes& bytes) {
    return {bytes.below(24), bytes.below(4) * 15};
}

TimeRange any_range(Bytes& bytes) {
    switch (bytes.below(5)) {
        case 0:
            return kFullDay;
        case 1:
            return kMorningPart;
        case 2:
            return kAfternoonPart;
        case 3:
            return kAfterSchool;
        default: {
            const TimeOfDay start = any_time(bytes);
            return {start, any_time(bytes)};
        }
    }
}

Notice any_notice(Bytes& bytes) {
    Notice notice{bytes.one_of<Notice::Unit>(3), bytes.below(40), std::nullopt};
    if (bytes.flag()) {
        notice.until = any_time(bytes);
    }
    return notice;
}

Period any_period(Bytes& bytes) {
    return {bytes.one_of<Period::Unit>(3), bytes.below(120)};
}

Cancellation any_cancellation(Bytes& bytes) {
    Cancellation terms;
    terms.late = bytes.one_of<Cancellation::Late>(3);
    if (bytes.flag()) {
        terms.free_until = any_notice(bytes);
    }
    return terms;
}

void any_sections(Bytes& bytes, CareRules& rules) {
    rules.extra.free_times = bytes.flag();
    rules.extra.minimum_minutes = bytes.below(300);
    rules.extra.step_minutes = bytes.below(60);
    rules.extra.notice = any_notice(bytes);
    rules.extra.by_credit = rules.extra.by_credit_and_invoice = bytes.flag();
    rules.extra.billing = bytes.one_of<ExtraBilling>(2);
    rules.extra.cancellation = any_cancellation(bytes);
    rules.extra.needs_approval = bytes.flag();
    rules.swap.window = {bytes.one_of<DateWindow::Kind>(4), any_period(bytes), any_period(bytes), bytes.below(32)};
    rules.swap.notice = any_notice(bytes);
    rules.swap.cancellation = any_cancellation(bytes);
    if (bytes.flag()) {
        rules.swap.cap = SwapCap{bytes.below(10), bytes.one_of<SwapCap::Per>(2), bytes.flag(), bytes.flag()};
    }
    rules.swap.slots_only = bytes.flag();
    rules.swap.smaller_allowed = bytes.flag();
    rules.absence.credit_notice = any_notice(bytes);
    rules.absence.whole_blocks_only = bytes.flag();
    rules.absence.needs_approval = bytes.flag();
    rules.credit.enabled = bytes.flag();
    rules.credit.unit = bytes.one_of<CreditUnit>(3);
    rules.credit.by_sickness = bytes.flag();
    rules.credit.expiry = {bytes.one_of<CreditExpiry::Kind>(3), any_period(bytes)};
    rules.credit.usable_days_before = bytes.below(60);
    if (bytes.flag()) {
        rules.credit.balance_cap = bytes.below(2000);
    }
    rules.holidays = {bytes.one_of<HolidayTreatment>(3), bytes.below(4)};
    if (bytes.flag()) {
        rules.closures.early_closings = {{12, 24, any_time(bytes)}};
    }
    if (bytes.below(4) == 0) {
        rules.strip_card = StripCardRules{};
        rules.strip_card->strip_minutes = bytes.below(200);
    }
    rules.decision = {bytes.one_of<DecisionRule::Kind>(5), bytes.below(40), bytes.one_of<Weekday>(7), std::nullopt};
}

Wish any_wish(Bytes& bytes, const CareWorld& world) {
    const Date today = amsterdam::local_time(world.now).date;
    Wish wish;
    wish.kind = bytes.one_of<RequestKind>(4);
    wish.child = bytes.flag() ? world.noor : world.sam;
    wish.date = today + bytes.below(64) - 4;
    wish.time = any_range(bytes);
    wish.reason = bytes.one_of<AbsenceReason>(2);
    wish.payment = bytes.one_of<Payment>(3);
    if (bytes.flag()) {
        wish.given = CareSpan{today + bytes.below(64) - 4, any_range(bytes)};
    }
    if (wish.kind == RequestKind::kSick && bytes.flag()) {
        wish.last = wish.date + bytes.below(16) - 2;
    }
    return wish;
}

void check(const CareWorld& world, const Wish& wish, const Verdict& verdict) {
    const auto refusing = [](const Reason& reason) { return refuses(reason.code); };
    require(std::is_partitioned(verdict.reasons.begin(), verdict.reasons.end(), refusing));
    if (!verdict.allowed()) {
        return;
    }
    require(amsterdam::local_time(world.now).date <= wish.date);
    require(verdict.child != nullptr && verdict.cost.cents >= 0);
    require(verdict.credit_left >= 0 && verdict.credit_earned.amount >= 0);
    require(wish.kind != RequestKind::kSwap || (wish.given && verdict.wanted_window->contains(wish.date)));
}

/// A wish that was sent cannot be sent again.
void send(CareWorld& world, const Wish& wish) {
    world.send("r" + std::to_string(world.requests.size()), wish);
    require(!world.judge(wish).allowed());
}

void change_one(Bytes& bytes, CareWorld& world) {
    const auto index = static_cast<std::size_t>(bytes.below(static_cast<int>(world.requests.size())));
    const ChangeRequest request = world.requests[index];
    const auto kind = bytes.one_of<CareEvent::Kind>(8);
    const bool withdrawn = kind == CareEvent::Kind::kWithdrawn;
    const Verdict verdict = evaluate_withdrawal(world.context(), request);
    if (can_happen(kind, request) && (!withdrawn || verdict.allowed())) {
        world.happen(request.id.value, kind, request.date + bytes.below(8));
    }
}

void live(Bytes& bytes, CareWorld& world) {
    constexpr std::size_t kMostRequests = 24;
    while (!bytes.empty() && world.requests.size() < kMostRequests) {
        const Wish wish = any_wish(bytes, world);
        const Verdict verdict = world.judge(wish);
        check(world, wish, verdict);
        const CareContext context = world.context();
        static_cast<void>(evaluate_day(context, wish.child, wish.date));
        if (bytes.below(8) == 0) {
            for (const CareOption& option : options_for(context, wish.child, {wish.date, wish.time})) {
                check(world, option.wish, option.verdict);
            }
        }
        if (verdict.allowed()) {
            send(world, wish);
        }
        if (!world.requests.empty()) {
            change_one(bytes, world);
        }
        world.pass(bytes.below(100));
        for (const CreditLedger& ledger : world.ledgers) {
            require(fault_in(ledger).empty());
        }
    }
}

}  // namespace
}  // namespace portal::core::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace portal::core::test;
    Bytes bytes{data, size};
    CareWorld world;
    any_sections(bytes, world.noors());
    any_sections(bytes, world.sams());
    world.family.contracts[0].weeks_per_year = bytes.flag() ? 46 : 52;
    world.locations.calendar.special_days = {
        {date_of("2026-12-07"), "Studiedag", bytes.one_of<portal::core::SpecialDayKind>(2), std::nullopt}};
    live(bytes, world);
    return 0;
}
