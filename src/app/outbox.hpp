#pragma once

#include "app/ports.hpp"
#include "core/instant.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Changes that wait on the device until the server has answered: written down before the parent is told that they are
/// saved, sent one by one in their order, by one page at a time, and forgotten when they were answered. What happens is
/// told by calls, what follows is said as effects; nothing here knows of a network or of storage.
namespace portal::app {

struct OutboxEntry {
    std::string key;          ///< Idempotency-Key: the server carries it out once, however often it comes
    std::int64_t number = 0;  ///< they are sent in this order
    Method method = Method::kPost;
    std::string path;
    std::string body;
    std::string if_match;      ///< the version that was edited, empty for what is no edit
    core::Instant written_at;  ///< by the device's clock
    int status = 0;            ///< with which the server refused it; 0: it waits
    std::string answer;        ///< the refusal's body

    [[nodiscard]] bool refused() const { return status != 0; }

    friend bool operator==(const OutboxEntry&, const OutboxEntry&) = default;
};

/// As it is stored.
[[nodiscard]] std::string to_text(const OutboxEntry& entry);
[[nodiscard]] std::optional<OutboxEntry> outbox_entry_from(std::string_view text);

/// What the server answered to an entry, or that it did not.
struct OutboxAnswer {
    HttpResponse response;
    std::string version;  ///< that the edit made, as it stands in If-Match
};

struct ReadOutbox {
    std::uint64_t id = 0;
};  ///< answered by Outbox::read
struct PutEntry {
    OutboxEntry entry;
};  ///< answered by Outbox::written
struct EraseEntry {
    OutboxEntry entry;
};                  ///< carried out after what was put before
struct AskTurn {};  ///< answered by Outbox::turn_given, once no other page has it
struct EndTurn {};
struct SendEntry {
    OutboxEntry entry;
};  ///< answered by Outbox::answered
struct WaitToResend {
    std::uint64_t id = 0;
    std::chrono::milliseconds at_most{0};  ///< half of it at least, by chance: not all devices at the same moment
};                                         ///< answered by Outbox::waited

// What became of it
struct EntryKept {
    std::string key;
};  ///< it will be sent, whatever happens to this page
struct EntryNotKept {
    std::string key;
};  ///< the device cannot store it
struct EntryDelivered {
    OutboxEntry entry;
    HttpResponse response;
};
struct EntryRefused {
    OutboxEntry entry;
};
struct SenderSignedOut {};

using OutboxEffect = std::variant<ReadOutbox, PutEntry, EraseEntry, AskTurn, EndTurn, SendEntry, WaitToResend,
                                  EntryKept, EntryNotKept, EntryDelivered, EntryRefused, SenderSignedOut>;
using OutboxEffects = std::vector<OutboxEffect>;

class Outbox {
  public:
    /// In their order; those that are not written down yet among them.
    [[nodiscard]] const std::vector<OutboxEntry>& entries() const { return entries_; }
    [[nodiscard]] const OutboxEntry* find(std::string_view key) const;
    [[nodiscard]] bool is_sending(std::string_view key) const { return phase_ == Phase::kSending && sent_.key == key; }
    /// Somebody is signed in, or another page has put or erased something: shows what there is, and sends it.
    void open(OutboxEffects& effects);
    void add(OutboxEntry entry, OutboxEffects& effects);
    void written(const std::string& key, bool stored, OutboxEffects& effects);
    /// There may be a network again, or the parent wants it now.
    void flush(OutboxEffects& effects);
    void turn_given(OutboxEffects& effects);
    void read(std::uint64_t id, std::vector<OutboxEntry> entries, bool readable, OutboxEffects& effects);
    void answered(const std::string& key, const OutboxAnswer& answer, OutboxEffects& effects);
    void waited(std::uint64_t id, OutboxEffects& effects);
    /// Sends what was refused once more, as it is.
    void resend(const std::string& key, OutboxEffects& effects);
    /// Not while it is being sent: nobody knows then what the server does.
    void discard(const std::string& key, OutboxEffects& effects);

  private:
    enum class Phase : std::uint8_t { kIdle, kAsking, kReading, kSending, kWaiting };

    [[nodiscard]] OutboxEntry* find(std::string_view key);
    void ask_entries(OutboxEffects& effects);
    [[nodiscard]] bool is_held_up(const OutboxEntry& entry) const;
    void send_next(OutboxEffects& effects);
    void end_turn(Phase phase, OutboxEffects& effects);
    void wait(std::int64_t least_seconds, OutboxEffects& effects);
    void deliver(const OutboxAnswer& answer, OutboxEffects& effects);
    void refuse(const HttpResponse& response, OutboxEffects& effects);
    void remove(std::string_view key);

    std::vector<OutboxEntry> entries_;
    std::vector<std::string> unwritten_;  ///< keys that storage has not confirmed
    std::vector<std::string> gone_;       ///< keys of what was answered or discarded, should storage still have them
    Phase phase_ = Phase::kIdle;
    bool again_ = false;  ///< there is a reason to begin once more after this turn
    OutboxEntry sent_;    ///< while it is sent
    int failures_ = 0;    ///< in a row
    std::uint64_t waits_ = 0;
    std::uint64_t reads_ = 0;
};

}  // namespace portal::app
