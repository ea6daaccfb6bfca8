#pragma once

#include "core/instant.hpp"
#include "server/context.hpp"
#include "server/storage/database.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace portal::server {

/// A change that a client may send twice, because it cannot know whether the answer was lost or the request. It carries
/// an Idempotency-Key; what was answered is stored in the transaction of the change itself, so that both are there or
/// neither.
class Repetition {
  public:
    enum class Key : std::uint8_t { kOptional, kRequired };

    /// Throws http::Failure where a header is wrong, or the key is missing that is required.
    Repetition(const Call& call, Key key);

    /// The answer that was given to the same request before. Throws http::Failure where the key came with another.
    [[nodiscard]] std::optional<http::Response> earlier(storage::Transaction& transaction) const;

    void remember(storage::Transaction& transaction, const http::Response& answer, core::Instant now) const;

    /// The header Written-At.
    [[nodiscard]] const std::optional<core::Instant>& written_at() const { return written_at_; }

  private:
    std::string account_;
    std::string key_;  ///< empty where there is none
    std::string hash_;
    std::optional<core::Instant> written_at_;
};

}  // namespace portal::server
