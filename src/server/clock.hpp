#pragma once

#include "core/instant.hpp"

namespace portal::server {

/// What time it is; given to everything that asks, so that tests and screenshots decide.
class Clock {
  public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual core::Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] core::Instant now() const override;
};

/// Always the same moment.
class StandingClock final : public Clock {
  public:
    explicit StandingClock(core::Instant moment) : moment_(moment) {}
    [[nodiscard]] core::Instant now() const override { return moment_; }

  private:
    core::Instant moment_;
};

}  // namespace portal::server
