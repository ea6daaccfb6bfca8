#include "core/occupancy.hpp"

#include "core/names.hpp"

#include <algorithm>
#include <tuple>

namespace portal::core {
namespace {

constexpr Names<CareState, 3> kStates{{{CareState::kContract, "contract"},
                                       {CareState::kExtraRequested, "extra-requested"},
                                       {CareState::kExtraApproved, "extra-approved"}}};

void add_contract_blocks(const PlacementContract& contract, const CareCalendar& calendar, Date first, Date last,
                         std::vector<CareBlock>& blocks) {
    for (Date date = std::max(first, contract.start); date <= last && contract.covers(date); date = date + 1) {
        if (calendar.closure(date, contract.location) != nullptr) {
            continue;
        }
        for (const CareMoment& moment : contract.week) {
            if (moment.weekday == date.weekday() && calendar.applies(moment.days, date)) {
                blocks.push_back({contract.child, date, moment.time, CareState::kContract, contract.location,
                                  contract.care_type, std::nullopt});
            }
        }
    }
}

}  // namespace

std::string_view to_string(CareState state) {
    return name_of(kStates, state);
}

std::optional<CareState> care_state_from(std::string_view text) {
    return value_of(kStates, text);
}

std::optional<CareBlock> block_of(const ChangeRequest& request) {
    if (request.state == RequestState::kRejected) {
        return std::nullopt;
    }
    const CareState state =
        request.state == RequestState::kApproved ? CareState::kExtraApproved : CareState::kExtraRequested;
    return CareBlock{request.child, request.date, request.time, state, request.location, request.care_type, request.id};
}

void sort_blocks(std::vector<CareBlock>& blocks) {
    std::stable_sort(blocks.begin(), blocks.end(), [](const CareBlock& a, const CareBlock& b) {
        return std::tie(a.date, a.time, a.child) < std::tie(b.date, b.time, b.child);
    });
}

std::vector<CareBlock> occupancy(const Family& family, const CareCalendar& calendar,
                                 const std::vector<ChangeRequest>& requests, Date first, Date last) {
    std::vector<CareBlock> blocks;
    for (const PlacementContract& contract : family.contracts) {
        add_contract_blocks(contract, calendar, first, last, blocks);
    }
    for (const ChangeRequest& request : requests) {
        const auto block = block_of(request);
        if (block && first <= block->date && block->date <= last) {
            blocks.push_back(*block);
        }
    }
    sort_blocks(blocks);
    return blocks;
}

}  // namespace portal::core
