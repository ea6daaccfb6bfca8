#include "app/keeping.hpp"

#include "api/codec.hpp"
#include "api/records_codec.hpp"

#include <utility>

namespace portal::app::reducers {
namespace {

constexpr const char* kNobody = "";
constexpr const char* kLastAccount = "account";
constexpr const char* kAnswers = "/";  // every path begins so
constexpr int kOk = 200;

std::string stamped(core::Instant moment, const std::string& json) {
    return moment.to_string() + '\n' + json;
}

/// For who is signed in.
void keep(const State& state, Effects& effects, const std::string& path, core::Instant moment,
          const std::string& json) {
    if (state.session == Session::kSignedIn && state.account) {
        effects.push_back(KeepRecord{state.account->guardian.value, path, stamped(moment, json)});
    }
}

void forget(Effects& effects, const std::optional<api::Account>& account, const core::GuardianId& but) {
    if (account && !(account->guardian == but)) {
        effects.push_back(EraseRecords{account->guardian.value, kAnswers});
    }
}

}  // namespace

void keep_answer(const State& state, Effects& effects, const Answered& answer) {
    if (!answer.purpose.path.empty()) {
        keep(state, effects, answer.purpose.path, state.now, answer.response.body);
    }
}

void keep_records(const State& state, Effects& effects) {
    const Remote<core::FamilyRecords>& records = state.records;
    if (records.value && records.as_of) {
        keep(state, effects, kRecordsPath, *records.as_of, api::encode(*records.value));
    }
}

void forget_answer(const State& state, Effects& effects, const Purpose& purpose) {
    if (state.account) {
        effects.push_back(EraseRecords{state.account->guardian.value, purpose.path});
    }
}

void forget_answers(const State& state, Effects& effects) {
    forget(effects, state.account, {});
}

void keep_account(const State& state, Effects& effects) {
    effects.push_back(KeepRecord{kNobody, kLastAccount, stamped(state.now, api::encode(*state.account))});
}

void recall_account(Effects& effects) {
    effects.push_back(Recall{kNobody, {Purpose::Kind::kSession, {}, {}, {}, kLastAccount}});
}

std::optional<Answered> answer_of(const Recalled& recalled) {
    if (!recalled.record) {
        return std::nullopt;
    }
    const std::size_t end = recalled.record->find('\n');
    const auto moment = core::Instant::parse(std::string_view(*recalled.record).substr(0, end));
    Answered answer;
    answer.purpose = recalled.purpose;
    answer.response.transport = Transport::kAnswered;
    answer.response.status = kOk;
    answer.kept_at = moment.value_or(core::Instant{});
    if (moment && end != std::string::npos) {
        answer.response.body = recalled.record->substr(end + 1);  // else empty, which nothing can read
    }
    return answer;
}

void forget_accounts(const State& state, Effects& effects, const core::GuardianId& but) {
    forget(effects, state.account, but);
    forget(effects, state.remembered, but);
    if (but.value.empty()) {
        effects.push_back(EraseRecords{kNobody, kLastAccount});
    }
}

}  // namespace portal::app::reducers
