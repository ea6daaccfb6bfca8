#pragma once

#include "ui/core/ui.hpp"
#include "ui/widgets/card_links.hpp"

namespace portal::ui {

/// The way to a contract.
[[nodiscard]] app::Route contract_route(const Ui& ui, const core::PlacementContract& contract);

/// The seed's four: Contracten, Ouders/verzorgers with the name of each, Noodpersonen, Wijzig.
void child_links(Ui& ui, Card& card, const core::Child& child, const core::PlacementContract* contract);

/// 'Pas aan'.
void guardian_links(Ui& ui, Card& card, const core::Guardian& guardian);

}  // namespace portal::ui
