#pragma once

#include "core/care_context.hpp"
#include "core/verdict.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/card_links.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// What withdrawing means or why it is not possible, and what went wrong when it was tried.
void request_standing(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions);

/// 'Intrekken' and 'Beter melden', where they are possible, as links of a card; the key of the one that was followed
/// goes to follow_request_link().
[[nodiscard]] std::vector<CardLink> request_links(const Ui& ui, const core::ChangeRequest& request,
                                                  const RequestActions& actions);
void follow_request_link(Ui& ui, const core::ChangeRequest& request, std::string_view key);

/// All of that below each other, with buttons.
void request_actions(Ui& ui, Column& column, const core::ChangeRequest& request, const RequestActions& actions);

}  // namespace portal::ui
