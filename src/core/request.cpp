#include "core/request.hpp"

#include "core/names.hpp"

namespace portal::core {
namespace {

constexpr Names<RequestState, 3> kStates{{{RequestState::kSubmitted, "submitted"},
                                          {RequestState::kApproved, "approved"},
                                          {RequestState::kRejected, "rejected"}}};

}  // namespace

std::string_view to_string(RequestState state) {
    return name_of(kStates, state);
}

std::optional<RequestState> request_state_from(std::string_view text) {
    return value_of(kStates, text);
}

}  // namespace portal::core
