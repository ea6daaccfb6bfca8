#include "server/handlers/refusals.hpp"

#include "server/http/failure.hpp"

#include <string>
#include <utility>

namespace portal::server {
namespace {

using core::ReasonCode;

/// What of the wish the refusal is about, for the form.
std::string field_of(ReasonCode code) {
    switch (code) {
        case ReasonCode::kEndBeforeStart:
        case ReasonCode::kTooShort:
        case ReasonCode::kLonger:
        case ReasonCode::kShorter:
            return "end";
        case ReasonCode::kOutsideOpeningHours:
        case ReasonCode::kNotASlot:
        case ReasonCode::kNotOnStep:
        case ReasonCode::kOverlapsCare:
        case ReasonCode::kNotWholeBlock:
            return "start";
        case ReasonCode::kNoContract:
        case ReasonCode::kNotOffered:
        case ReasonCode::kCreditInstead:
            return "childId";
        case ReasonCode::kPaymentNotOffered:
        case ReasonCode::kNotEnoughCredit:
            return "payment";
        case ReasonCode::kExtraNotSwappable:
        case ReasonCode::kOtherContract:
            return "given";
        default:
            return "date";
    }
}

api::ProblemItem item_of(const core::Verdict& verdict, int index) {
    const ReasonCode reason = verdict.reasons.front().code;
    std::string code = core::code(verdict.kind, reason);
    std::string detail = "The organisation's rules do not allow it: " + code + '.';
    return {index, std::move(code), std::move(detail), field_of(reason)};
}

}  // namespace

void refuse_unless_allowed(const core::Verdict& verdict) {
    if (!verdict.allowed()) {
        api::ProblemItem item = item_of(verdict, 0);
        throw http::Failure(422, std::move(item.code), std::move(item.detail), std::move(item.field));
    }
}

void refuse_unless_allowed(const std::vector<core::Verdict>& verdicts) {
    std::vector<api::ProblemItem> items;
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        if (!verdicts[index].allowed()) {
            items.push_back(item_of(verdicts[index], static_cast<int>(index)));
        }
    }
    if (!items.empty()) {
        const api::ProblemItem& first = items.front();
        const std::string code = first.code;
        const std::string detail = first.detail;
        const std::string field = first.field;
        throw http::Failure(422, code, detail, field).with_errors(std::move(items));
    }
}

}  // namespace portal::server
