#pragma once

#include "core/instant.hpp"

#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace portal::server {

/// Slows down who guesses passwords: within a quarter of an hour only so many failed sign-ins per e-mail address and
/// per network address. Kept in memory; a restart forgives.
class Throttle {
  public:
    struct Limits {
        std::size_t per_email = 10;
        std::size_t per_address = 50;
        std::int64_t window = 15 * 60;  ///< seconds
    };

    /// Of mails that anybody can ask for: enough for who mistypes, too few to fill a mailbox.
    [[nodiscard]] static Limits of_mails() { return {5, 30, 60 * 60}; }

    Throttle() : Throttle(Limits{}) {}
    explicit Throttle(Limits limits) : limits_(limits) {}

    /// 0 when an attempt may be made, which then counts as failed until `succeeded`; else the seconds to wait. Counting
    /// first means that attempts sent at the same time cannot pass together.
    [[nodiscard]] std::int64_t begin_attempt(const std::string& email, const std::string& address, core::Instant now);

    /// The right password: forgets the e-mail's failures and this attempt of the address.
    void succeeded(const std::string& email, const std::string& address);

  private:
    using Attempts = std::deque<core::Instant>;
    using Table = std::map<std::string, Attempts>;

    [[nodiscard]] std::int64_t seconds_to_wait(Table& table, const std::string& key, std::size_t limit,
                                               core::Instant now) const;
    void forget_old(Table& table, core::Instant now) const;

    Limits limits_;
    std::mutex mutex_;
    Table emails_;
    Table addresses_;
    core::Instant cleaned_at_;
};

}  // namespace portal::server
