#include "bench/core/big_family.hpp"
#include "core/history.hpp"

#include <benchmark/benchmark.h>

/// How long the rules take with a big family. `ratio` is the time against what is promised: below 1 keeps it.
namespace portal::bench {
namespace {

constexpr double kPromisedMonthSeconds = 0.001;

const BigFamily& big_family() {
    static const BigFamily big;
    return big;
}

void BM_MonthOfVerdicts(benchmark::State& state) {
    const BigFamily& big = big_family();
    for (auto _ : state) {
        benchmark::DoNotOptimize(month_of_verdicts(big));
    }
    // Seconds of an iteration over the promised seconds.
    state.counters["ratio"] = benchmark::Counter(
        kPromisedMonthSeconds, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(BM_MonthOfVerdicts)->Unit(benchmark::kMicrosecond);

void BM_Index(benchmark::State& state) {
    const BigFamily& big = big_family();
    for (auto _ : state) {
        const core::CareContext context{big.facts(), big.requests, big.ledgers, big.now};
        benchmark::DoNotOptimize(context.today());
    }
}
BENCHMARK(BM_Index)->Unit(benchmark::kMicrosecond);

void BM_OptionsForADay(benchmark::State& state) {
    const BigFamily& big = big_family();
    const core::CareContext context{big.facts(), big.requests, big.ledgers, big.now};
    const core::CareSpan wanted{core::Month{2026, 12}.first() + 15, {{7, 30}, {18, 30}}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(core::options_for(context, big.family.children[0].id, wanted));
    }
}
BENCHMARK(BM_OptionsForADay)->Unit(benchmark::kMicrosecond);

void BM_OccupancyOfAMonth(benchmark::State& state) {
    const BigFamily& big = big_family();
    const core::Month month{2026, 12};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            core::occupancy(big.family, big.locations.calendar, big.rules, big.requests, month.first(), month.last()));
    }
}
BENCHMARK(BM_OccupancyOfAMonth)->Unit(benchmark::kMicrosecond);

void BM_SumsOfAYear(benchmark::State& state) {
    const BigFamily& big = big_family();
    for (auto _ : state) {
        benchmark::DoNotOptimize(core::sums_of(big.facts(), big.requests, {2026, 1}, {2026, 12}));
    }
}
BENCHMARK(BM_SumsOfAYear)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace portal::bench

BENCHMARK_MAIN();
