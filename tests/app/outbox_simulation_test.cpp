#include "app/outbox_world.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

/// Random runs of pages, storage, network and server. OUTBOX_SEEDS says how many, OUTBOX_FIRST_SEED which is the first.
namespace portal::app::test {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
    const char* text = std::getenv(variable);  // NOLINT(concurrency-mt-unsafe): there is one thread
    return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

std::string text_of(const Numbers& numbers) {
    std::ostringstream text;
    for (const std::uint32_t number : numbers) {
        text << number << ' ';
    }
    return text.str();
}

/// The shortest run that fails, of those that begin with the first seed that fails.
std::string first_failure(std::uint64_t first, std::uint64_t count, OutboxWorld::Faults faults, Numbers* simplest) {
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const Numbers numbers = numbers_of(seed);
        if (OutboxWorld{numbers, faults}.run().empty()) {
            continue;
        }
        *simplest = shrunk(numbers, [&](const Numbers& some) { return !OutboxWorld{some, faults}.run().empty(); });
        return "seed " + std::to_string(seed) + ": " + OutboxWorld{*simplest, faults}.run() +
               ", at its simplest by the numbers " + text_of(*simplest);
    }
    return {};
}

TEST(OutboxSimulation, CarriesOutEveryChangeOnceAndLosesNone) {
    Numbers simplest;
    const std::uint64_t count = number_from("OUTBOX_SEEDS", 2000);
    EXPECT_EQ(first_failure(number_from("OUTBOX_FIRST_SEED", 1), count, {}, &simplest), "");
}

TEST(OutboxSimulation, SendsMuchAndComesOutTheSame) {
    std::size_t sent = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        OutboxWorld one{numbers_of(seed)};
        OutboxWorld other{numbers_of(seed)};
        EXPECT_EQ(one.run(), other.run());
        EXPECT_EQ(one.sent(), other.sent());
        sent += one.sent();
    }
    EXPECT_GT(sent, 300U) << "the runs are about something";
}

/// Each guarantee has a fault that only it prevents: the simulation has to find all of them, and make them small.
class BrokenOutbox : public testing::TestWithParam<OutboxWorld::Faults> {};

TEST_P(BrokenOutbox, IsFoundAndShrunk) {
    Numbers simplest;
    const std::string failure = first_failure(1, 3000, GetParam(), &simplest);
    EXPECT_NE(failure, "");
    EXPECT_LT(simplest.size(), 80U) << failure;
}

INSTANTIATE_TEST_SUITE_P(Faults, BrokenOutbox,
                         testing::Values(OutboxWorld::Faults{true, false, false},
                                         OutboxWorld::Faults{false, true, false},
                                         OutboxWorld::Faults{false, false, true}));

}  // namespace
}  // namespace portal::app::test
