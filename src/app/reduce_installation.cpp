#include "app/draft.hpp"
#include "app/format.hpp"
#include "app/reducers.hpp"

namespace portal::app::reducers {

void installation_told(State& state, Effects& effects, InstallationEvent event) {
    Installation& installation = state.installation;
    switch (event) {
        case InstallationEvent::kUpdateReady:
            installation.update_ready = true;
            effects.push_back(Announce{std::string(text(state.language, Text::update_ready)), false});
            break;
        case InstallationEvent::kReplaced:
            effects.push_back(Reload{write_draft(state)});
            break;
        case InstallationEvent::kInstallable:
            installation.offer = InstallOffer::kPrompt;
            break;
        case InstallationEvent::kAddableByHand:
            installation.offer = InstallOffer::kByHand;
            break;
        case InstallationEvent::kInstalled:
            installation.offer = InstallOffer::kNone;
            break;
    }
}

void press_install(State& state, Effects& effects) {
    state.installation.offer = InstallOffer::kNone;  // a browser asks once
    effects.push_back(OfferInstall{});
}

}  // namespace portal::app::reducers
