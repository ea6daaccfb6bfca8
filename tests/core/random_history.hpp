#pragma once

#include "core/care_world.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace portal::core::test {

/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c): small, and the same everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    /// 0 to `count` - 1.
    [[nodiscard]] int below(int count);
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

  private:
    std::uint64_t state_;
};

/// A family, rules and a calendar in which histories can happen, other ones for each seed.
[[nodiscard]] CareWorld random_world(std::uint64_t seed);

/// What happens to that family in December and January: possible events and impossible ones, with growing times.
[[nodiscard]] std::vector<CareEvent> random_events(const CareWorld& world, std::uint64_t seed);

using History = std::vector<CareEvent>;

/// How what was kept up to date differs from what is made from scratch; empty where it does not. `heard` decides which
/// events reach the history that is kept up to date: all of them, unless a test wants it broken.
[[nodiscard]] std::string mismatch(const CareWorld& world, const History& events,
                                   const std::function<bool(const CareEvent&)>& heard);
[[nodiscard]] std::string mismatch(const CareWorld& world, const History& events);

/// The smallest history found that still fails: no event of it can be left out.
[[nodiscard]] History shrunk(History events, const std::function<bool(const History&)>& fails);

/// For people who read a failure.
[[nodiscard]] std::string told(const History& events);

}  // namespace portal::core::test
