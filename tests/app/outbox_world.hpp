#pragma once

#include "app/outbox.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace portal::app::test {

/// What a run decides by: every question takes the next number. When they are used up, the answer is always the first
/// one, at which nothing goes wrong. So a run is its numbers, and fewer and smaller numbers are a simpler run.
class Choices {
  public:
    explicit Choices(std::vector<std::uint32_t> numbers) : numbers_(std::move(numbers)) {}
    /// 0 … count - 1.
    [[nodiscard]] std::size_t pick(std::size_t count) {
        return next_ < numbers_.size() ? numbers_[next_++] % count : 0;
    }
    [[nodiscard]] bool used_up() const { return next_ >= numbers_.size(); }

  private:
    std::vector<std::uint32_t> numbers_;
    std::size_t next_ = 0;
};

/// Pages of one parent, the storage that they share, a network that loses, delays and repeats, and a server that is
/// killed; all in one thread and decided by `Choices` alone.
class OutboxWorld {
  public:
    struct Faults {
        bool server_forgets_keys = false;  ///< for the proof that the simulation finds what it is for
        bool told_before_written = false;  ///< likewise: the parent is told 'opgeslagen' too early
        bool every_page_sends = false;     ///< likewise: pages do not take turns
    };

    explicit OutboxWorld(std::vector<std::uint32_t> numbers) : OutboxWorld(std::move(numbers), Faults{}) {}
    OutboxWorld(std::vector<std::uint32_t> numbers, Faults faults);

    /// Runs until the numbers are used up and all is quiet. Returns what is wrong then; empty when nothing is.
    std::string run();

    [[nodiscard]] std::size_t sent() const { return server_.log.size(); }

  private:
    struct Page {
        int id = 0;
        Outbox outbox;
        std::map<std::string, std::string> versions;  ///< of the records that it shows
        bool signed_in = true;
        std::deque<std::function<void()>> storage;  ///< asked and not carried out, in order
    };
    struct Pending {
        int page = 0;  ///< that hears of it, 0 for what happens elsewhere
        std::function<void()> happen;
    };
    struct Answer {
        std::string body;  ///< of the request
        HttpResponse response;
        std::string version;
    };
    struct Server {
        std::map<std::string, Answer> answers;  ///< by key
        std::map<std::string, int> versions;
        std::vector<std::string> log;  ///< keys, as they were carried out
    };

    void step();
    void disturb();
    void fire(std::size_t index);
    [[nodiscard]] Page* page(int id);
    [[nodiscard]] Page* some_page();
    void open_page();
    void close_page(Page& closed);
    void write_change(Page& on);
    void decide_about_refused(Page& on);
    void perform(int id, const OutboxEffects& effects);
    void perform(int id, const OutboxEffect& effect);
    void store(int id, std::function<void()> operation);
    void read(int id, std::uint64_t asked);
    void put(int id, const OutboxEntry& entry);
    void ask_turn(int id);
    void end_turn(int id);
    void pass_turn();
    void send(int id, const OutboxEntry& entry);
    void answer(int id, const std::string& key, const OutboxAnswer& answer);
    [[nodiscard]] OutboxAnswer process(const OutboxEntry& entry);
    [[nodiscard]] OutboxAnswer carry_out(const OutboxEntry& entry);
    void calm_down();
    [[nodiscard]] std::string fault() const;
    [[nodiscard]] std::string fault_of(const OutboxEntry& entry) const;

    Choices choices_;
    Faults faults_;
    Server server_;
    std::map<std::string, std::string> storage_;
    std::vector<Page> pages_;
    std::deque<Pending> pending_;
    std::deque<int> turns_;  ///< pages that want one; the first has it
    int last_page_ = 0;
    int last_change_ = 0;
    std::size_t most_pages_ = 1;
    std::map<std::string, OutboxEntry> written_;  ///< everything that the parent asked, by key
    std::map<std::string, int> written_on_;       ///< the page
    std::set<std::string> acknowledged_;
    std::set<std::string> discarded_;
    std::set<std::string> ever_refused_;
    bool at_once_ = false;       ///< two pages sent at the same time
    bool own_conflict_ = false;  ///< a change was refused because of another of the same page
};

/// The numbers of a run by its seed.
[[nodiscard]] std::vector<std::uint32_t> numbers_of(std::uint64_t seed);

/// The simplest numbers found at which `fails` holds, from those at which it does.
[[nodiscard]] std::vector<std::uint32_t> shrunk(std::vector<std::uint32_t> numbers,
                                                const std::function<bool(const std::vector<std::uint32_t>&)>& fails);

}  // namespace portal::app::test
