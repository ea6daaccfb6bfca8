#include "api/codec.hpp"
#include "app/reducers.hpp"

namespace portal::app::reducers {

void tab_told(State& state, Effects& effects, TabNews news) {
    switch (news) {
        case TabNews::kChanged:
            poll_again(state, effects);
            break;
        case TabNews::kOutbox:
            outbox_happened(state, effects, OutboxChance{});
            break;
        case TabNews::kSignedOut:
        case TabNews::kExpired:
        case TabNews::kSignedIn:
            session_told(state, effects, news);
            break;
    }
}

bool is_about_somebody_else(const HttpResponse& response) {
    constexpr int kUnauthorized = 401;
    if (response.transport != Transport::kAnswered || response.status != kUnauthorized) {
        return false;
    }
    const auto problem = api::decode_problem(response.body);
    return problem && problem.value->code == "somebody-else";
}

void tell_of_change(Effects& effects, const Answered& answer) {
    switch (answer.purpose.kind) {
        case Purpose::Kind::kSubmit:
        case Purpose::Kind::kAmend:
        case Purpose::Kind::kRecordEdit:
        case Purpose::Kind::kContactChange:
        case Purpose::Kind::kOutbox:
            if (answer.response.transport == Transport::kAnswered && answer.response.status < 300) {
                effects.push_back(TellTabs{TabNews::kChanged});
            }
            break;
        default:
            break;
    }
}

}  // namespace portal::app::reducers
