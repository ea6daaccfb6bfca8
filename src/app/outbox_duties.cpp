#include "app/outbox_duties.hpp"

#include <cstdlib>
#include <utility>

namespace portal::app {

std::chrono::milliseconds jittered(std::chrono::milliseconds at_most, const std::string& token) {
    constexpr std::int64_t kParts = 0x10000;
    const std::int64_t part = static_cast<std::int64_t>(std::strtoul(token.substr(0, 4).c_str(), nullptr, 16));
    return at_most / 2 + at_most / 2 * part / kParts;
}

void perform(const Ports& ports, const OutboxDuty& duty, const std::function<void(OutboxAction)>& dispatch) {
    OutboxPort& port = ports.outbox;
    if (const auto* read = std::get_if<ReadOutbox>(&duty.what)) {
        port.list(duty.account, [=, account = duty.account, id = read->id](bool good, std::vector<std::string> texts) {
            dispatch(OutboxRead{account, id, good, std::move(texts)});
        });
    } else if (const auto* put = std::get_if<PutEntry>(&duty.what)) {
        port.put(duty.account, put->entry.key, to_text(put->entry),
                 [=, account = duty.account, key = put->entry.key](bool stored) {
                     dispatch(OutboxWritten{account, key, stored});
                 });
    } else if (const auto* erased = std::get_if<EraseEntry>(&duty.what)) {
        port.erase(duty.account, erased->entry.key);
    } else if (std::holds_alternative<AskTurn>(duty.what)) {
        port.ask_turn([=] { dispatch(OutboxTurnGiven{}); });
    } else if (std::holds_alternative<EndTurn>(duty.what)) {
        port.end_turn();
    } else if (const auto* later = std::get_if<WaitToResend>(&duty.what)) {
        ports.timer.after(jittered(later->at_most, ports.random.token()),
                          [=, id = later->id] { dispatch(OutboxWaited{id}); });
    }
}

}  // namespace portal::app
