#pragma once

#include "core/care_context.hpp"
#include "core/verdict.hpp"
#include "ui/core/ui.hpp"

#include <optional>
#include <string>

namespace portal::ui {

/// What can be done about a request that stands, or why nothing can.
struct RequestActions {
    core::Verdict withdrawal;
    bool recovers = false;
    std::string text;  ///< what withdrawing means, or why it is not possible
};

/// Nothing where there is neither anything to do nor to tell.
[[nodiscard]] std::optional<RequestActions> actions_of(const Ui& ui, const core::CareContext& context,
                                                       const core::ChangeRequest& request);

/// 'Intrekken' with what that means, or why not; 'Beter melden'.
void request_actions(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions);

}  // namespace portal::ui
