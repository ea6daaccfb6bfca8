#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/ports.hpp"
#include "app/state.hpp"

#include <functional>
#include <optional>

namespace portal::app {

/// Holds the state and carries out effects through the ports. Lives as long as the page.
class Store {
  public:
    /// `changed` is called after every action from outside a frame (answers, timers, back button): a frame is due.
    Store(Ports ports, std::function<void()> changed);

    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    /// Reads the address, the language preference, the draft and the session, and starts the clock.
    void start(const Site& site);

    void dispatch(const Action& action);

    [[nodiscard]] const State& state() const { return state_; }

  private:
    void apply(const Action& action);
    void perform(const Effect& effect);
    void dispatch_from_outside(const Action& action);
    /// The clock goes on, and `action` happens; a frame is due only where one of them shows.
    void pass_quietly(const Action* action);
    void tick();
    void poll();
    void hear(const Action& action, bool quietly);
    void remind(const Remind& remind);
    /// Waits until nothing is awaited and somebody looks at the page. Where data is saved, that is never.
    void be_idle(const Action& reminded);

    Ports ports_;
    std::function<void()> changed_;
    State state_;
    int awaited_ = 0;              ///< answers of the server
    std::optional<Route> unseen_;  ///< where nothing shows of what is asked for now
};

}  // namespace portal::app
