#include "core/record_change.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

using Action = RecordChange::Action;
using State = RecordChange::State;

constexpr Names<Action, 4> kActions{{{Action::kChanged, "changed"},
                                     {Action::kAdded, "added"},
                                     {Action::kRemoved, "removed"},
                                     {Action::kOrdered, "ordered"}}};

constexpr Names<State, 5> kStates{{{State::kDone, "done"},
                                   {State::kWaiting, "waiting"},
                                   {State::kApproved, "approved"},
                                   {State::kRejected, "rejected"},
                                   {State::kWithdrawn, "withdrawn"}}};

}  // namespace

std::string_view to_string(Action action) {
    return name_of(kActions, action);
}

std::optional<Action> change_action_from(std::string_view text) {
    return value_of(kActions, text);
}

std::string_view to_string(State state) {
    return name_of(kStates, state);
}

std::optional<State> change_state_from(std::string_view text) {
    return value_of(kStates, text);
}

}  // namespace portal::core
