#include "server/demo/demo_requests.hpp"

#include "core/contract_weeks.hpp"
#include "core/evaluate.hpp"
#include "core/history.hpp"
#include "server/auth/random.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace portal::server {
namespace {

constexpr int kDaysSearched = 60;

/// What is looked for: a wish that could have been sent, one after the other.
class Search {
  public:
    Search(const DemoData& data, const DemoFamily& demo, core::Date today)
        : data_(data), demo_(demo), facts_{demo.family, data.locations, data.rules}, today_(today) {}

    [[nodiscard]] core::ChangeRequest fulfilled(const DemoWish& wish,
                                                const std::vector<core::ChangeRequest>& earlier) const {
        const int step = wish.from < today_ ? -1 : 1;
        for (int days = 0; days < kDaysSearched; ++days) {
            if (auto request = on_day(wish, earlier, wish.from + step * days)) {
                return std::move(*request);
            }
        }
        throw std::runtime_error("The demo data is wrong: no day for a request of '" + wish.child.value + "'.");
    }

    /// The absences by which the weeks were chosen: first those of school holidays, none that is still to come.
    void choose_weeks(const DemoFreeWeeks& free, std::vector<core::ChangeRequest>& requests) const {
        const auto contract = std::find_if(demo_.family.contracts.begin(), demo_.family.contracts.end(),
                                           [&](const core::PlacementContract& it) { return it.id == free.contract; });
        if (contract == demo_.family.contracts.end()) {
            throw std::runtime_error("The demo data is wrong: no contract '" + free.contract.value + "'.");
        }
        auto weeks = core::contract_weeks(facts_, *contract, requests, today_.year() - free.years_ago);
        std::stable_partition(weeks.begin(), weeks.end(),
                              [](const core::ContractWeek& week) { return week.school_holiday != nullptr; });
        int left = free.weeks;
        for (const core::ContractWeek& week : weeks) {
            constexpr int kDays = 7;
            if (left > 0 && !week.absent && week.monday + kDays <= today_ &&
                leave_out(free, *contract, week, requests)) {
                --left;
            }
        }
    }

  private:
    /// Asks for all of the week, a month before it; not where something else was arranged in it.
    [[nodiscard]] bool leave_out(const DemoFreeWeeks& free, const core::PlacementContract& contract,
                                 const core::ContractWeek& week, std::vector<core::ChangeRequest>& requests) const {
        constexpr int kDaysBefore = 30;
        const core::Instant sent = core::amsterdam::instant(week.monday - kDaysBefore, core::TimeOfDay{20, 15});
        const core::CareContext context{facts_, requests, {}, sent};
        std::vector<core::ChangeRequest> absences;
        int minutes = 0;
        for (const core::Wish& wish : core::absences_for_week(context, contract, week.monday)) {
            const core::Verdict verdict = core::evaluate(context, wish);
            if (!verdict.allowed()) {
                return false;
            }
            core::ChangeRequest absence = core::request_of(context, wish, verdict);
            absence.id = core::RequestId{random_id()};
            absence.submitted_by = name_of(free.by);
            absence.rule_text = data_.rule_texts.at(absence.kind);
            minutes += absence.time.minutes();
            absences.push_back(std::move(absence));
        }
        if (minutes != week.minutes) {
            return false;
        }
        std::move(absences.begin(), absences.end(), std::back_inserter(requests));
        return true;
    }

    /// When a wish for `day` was sent: some evening before, and before today; or that morning.
    [[nodiscard]] core::Instant submission(const DemoWish& wish, core::Date day) const {
        if (wish.days_before == 0) {
            return core::amsterdam::instant(day, core::TimeOfDay{7, 5});
        }
        // A decision needs a working day; a long weekend may lie between.
        const int decided_since = wish.state == core::RequestState::kSubmitted ? 1 : 6;
        return core::amsterdam::instant(std::min(day - wish.days_before, today_ - decided_since),
                                        core::TimeOfDay{19, 42});
    }

    /// When it was decided: at the office, so on the next working day.
    [[nodiscard]] core::Instant decision(core::Instant submitted) const {
        core::Date day = core::amsterdam::local_time(submitted).date + 1;
        while (!data_.locations.calendar.is_working_day(day)) {
            day = day + 1;
        }
        return core::amsterdam::instant(day, core::TimeOfDay{10, 15});
    }

    [[nodiscard]] std::optional<core::CareSpan> slot_on(const DemoWish& wish, core::Date day) const {
        const core::PlacementContract* contract = core::contract_on(demo_.family, wish.child, day);
        const core::CareOffer* offer =
            contract == nullptr ? nullptr : core::find_offer(data_.locations, contract->location, contract->care_type);
        const core::CareRules* rules = contract == nullptr ? nullptr : core::rules_on(data_.rules, *contract, day);
        if (offer == nullptr || rules == nullptr) {
            return std::nullopt;
        }
        const core::CalendarIndex days(data_.locations.calendar, {day, day});
        const auto slots = core::slots_on(*offer, *rules, days, day);
        const auto slot =
            std::find_if(slots.begin(), slots.end(), [&](const core::Slot& it) { return it.name == wish.slot; });
        return slot == slots.end() ? std::nullopt : std::optional{core::CareSpan{day, slot->time}};
    }

    /// The contracted care of the day that nothing has changed yet.
    [[nodiscard]] std::optional<core::CareSpan> care_on(const DemoWish& wish,
                                                        const std::vector<core::ChangeRequest>& earlier,
                                                        core::Date day) const {
        const auto blocks = core::occupancy(demo_.family, data_.locations.calendar, data_.rules, earlier, day, day);
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const core::CareBlock& it) {
            return it.child == wish.child && it.state == core::CareState::kContract;
        });
        return block == blocks.end() ? std::nullopt : std::optional{core::CareSpan{day, block->time}};
    }

    /// The wishes that `day` could be about.
    [[nodiscard]] std::vector<core::Wish> wishes(const DemoWish& wish, const std::vector<core::ChangeRequest>& earlier,
                                                 core::Date day) const {
        const auto slot = slot_on(wish, day);
        const auto care = care_on(wish, earlier, day);
        std::vector<core::Wish> found;
        if (wish.kind == core::RequestKind::kExtra && slot) {
            found.push_back(core::extra_wish(wish.child, *slot, wish.payment));
        } else if (wish.kind == core::RequestKind::kAbsence && care) {
            found.push_back(core::absence_wish(wish.child, *care, wish.absence));
        } else if (wish.kind == core::RequestKind::kSick && care) {
            found.push_back(core::sick_wish(wish.child, day, day + wish.days - 1));
        } else if (wish.kind == core::RequestKind::kSwap && slot) {
            for (int away = 1; away < kDaysSearched; ++away) {
                if (const auto given = care_on(wish, earlier, day + away)) {
                    found.push_back(core::swap_wish(wish.child, *given, *slot));
                }
            }
        }
        return found;
    }

    /// The wish as it could have been made for `day`; nothing when the rules would have refused it.
    [[nodiscard]] std::optional<core::ChangeRequest> on_day(const DemoWish& wish,
                                                            const std::vector<core::ChangeRequest>& earlier,
                                                            core::Date day) const {
        const core::Instant sent = submission(wish, day);
        const core::Date sent_on = core::amsterdam::local_time(sent).date;
        const auto ledgers =
            core::ledgers_of(facts_, sent_before(earlier, sent), booked_before(sent), sent_on - 400, sent_on);
        const core::CareContext context{facts_, earlier, ledgers, sent};
        for (const core::Wish& possible : wishes(wish, earlier, day)) {
            const core::Verdict verdict = core::evaluate(context, possible);
            if (verdict.allowed()) {
                return answered(wish, core::request_of(context, possible, verdict));
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] core::ChangeRequest answered(const DemoWish& wish, core::ChangeRequest request) const {
        request.id = core::RequestId{random_id()};
        request.submitted_by = name_of(wish.by);
        request.rule_text = data_.rule_texts.at(request.kind);
        if (!request.decided_at && wish.state != core::RequestState::kSubmitted) {
            core::CareEvent event;
            event.kind = wish.state == core::RequestState::kApproved ? core::CareEvent::Kind::kApproved
                                                                     : core::CareEvent::Kind::kRejected;
            event.at = decision(request.submitted_at);
            event.reason = wish.reason;
            core::apply(event, request);
        }
        return request;
    }

    [[nodiscard]] static std::vector<core::ChangeRequest> sent_before(const std::vector<core::ChangeRequest>& requests,
                                                                      core::Instant moment) {
        std::vector<core::ChangeRequest> before;
        std::copy_if(requests.begin(), requests.end(), std::back_inserter(before), [&](const auto& request) {
            return request.submitted_at <= moment && (!request.decided_at || *request.decided_at <= moment);
        });
        return before;
    }

    [[nodiscard]] std::vector<core::CreditBooking> booked_before(core::Instant moment) const {
        std::vector<core::CreditBooking> before;
        std::copy_if(demo_.bookings.begin(), demo_.bookings.end(), std::back_inserter(before),
                     [&](const core::CreditBooking& booking) { return booking.at <= moment; });
        return before;
    }

    [[nodiscard]] std::string name_of(const core::GuardianId& id) const {
        for (const core::Guardian& guardian : demo_.family.guardians) {
            if (guardian.id == id) {
                return guardian.first_name + ' ' + guardian.last_name;
            }
        }
        throw std::runtime_error("The demo data is wrong: no guardian '" + id.value + "'.");
    }

    const DemoData& data_;
    const DemoFamily& demo_;
    core::CareFacts facts_;
    core::Date today_;
};

}  // namespace

std::vector<core::ChangeRequest> demo_requests(const DemoData& data, const DemoFamily& demo, core::Date today) {
    const Search search{data, demo, today};
    std::vector<core::ChangeRequest> requests;
    for (const DemoWish& wish : demo.wishes) {
        requests.push_back(search.fulfilled(wish, requests));
    }
    for (const DemoFreeWeeks& free : demo.free_weeks) {
        search.choose_weeks(free, requests);
    }
    return requests;
}

}  // namespace portal::server
