#include "server/demo/demo_data.hpp"

#include "api/codec.hpp"
#include "api/json_reader.hpp"
#include "api/rules_codec.hpp"
#include "server/demo/demo_files.hpp"
#include "server/demo/demo_records.hpp"
#include "server/demo/relative_date.hpp"

#include <algorithm>
#include <stdexcept>

namespace portal::server {
namespace {

using api::JsonDocument;
using api::JsonNode;

void expect(const JsonDocument& document) {
    if (document.failed()) {
        throw std::runtime_error("The demo data is wrong: " + document.error_detail());
    }
}

core::Date read_relative(const JsonNode& node, core::Date today) {
    const auto date = relative_date(node.text(), today);
    if (!date) {
        node.fail("is no relative date");
    }
    return date.value_or(today);
}

/// The first day from `first` on which everything is open as usual, on the weekday given.
core::Date ordinary_day(const core::CareCalendar& calendar, core::Date first, core::Weekday weekday) {
    core::Date day = first;
    while (day.weekday() != weekday || !calendar.is_working_day(day) || calendar.school_holiday(day) != nullptr) {
        day = day + 1;
    }
    return day;
}

void add_holidays(core::CareCalendar& calendar, int year) {
    for (core::Closure& holiday : core::dutch_holidays(year)) {
        calendar.closures.push_back(std::move(holiday));
    }
}

void add_days_of_its_own(const JsonNode& root, core::CareCalendar& calendar, core::Date today) {
    root.at("closingDays").each([&](const JsonNode& node) {
        const core::Date first = read_relative(node.at("onOrAfter"), today);
        const auto weekday = static_cast<core::Weekday>(node.at("weekday").integer(1, 5) - 1);
        calendar.closures.push_back({ordinary_day(calendar, first, weekday), node.at("name").text(),
                                     core::ClosureKind::kClosingDay, std::nullopt});
    });
    root.at("studyDays").each([&](const JsonNode& node) {
        const core::Date first = read_relative(node.at("onOrAfter"), today);
        const auto weekday = static_cast<core::Weekday>(node.at("weekday").integer(1, 5) - 1);
        calendar.special_days.push_back({ordinary_day(calendar, first, weekday), node.at("name").text(),
                                         core::SpecialDayKind::kStudyDay,
                                         core::LocationId{node.at("locationId").id()}});
    });
    root.at("yearlyClosingDays").each([&](const JsonNode& node) {
        for (int year = today.year() - 2; year <= today.year() + 2; ++year) {
            const auto day = core::Date::from_ymd(year, static_cast<int>(node.at("month").integer(1, 12)),
                                                  static_cast<int>(node.at("day").integer(1, 31)));
            if (day && !day->is_weekend()) {
                calendar.closures.push_back(
                    {*day, node.at("name").text(), core::ClosureKind::kClosingDay, std::nullopt});
            }
        }
    });
    std::stable_sort(calendar.closures.begin(), calendar.closures.end(),
                     [](const core::Closure& a, const core::Closure& b) { return a.date < b.date; });
}

core::Locations read_locations(const JsonNode& root, core::Date today) {
    auto decoded = api::decode_locations(kOrganisationFile);
    if (!decoded) {
        throw std::runtime_error("The demo data is wrong: " + decoded.error.detail);
    }
    core::CareCalendar& calendar = decoded.value->calendar;
    for (int year = today.year() - 2; year <= today.year() + 3; ++year) {
        add_holidays(calendar, year);
    }
    add_days_of_its_own(root, calendar, today);
    return std::move(*decoded.value);
}

core::RuleBook read_rules() {
    auto decoded = api::decode_rules_file(kRulesFile);
    if (!decoded) {
        throw std::runtime_error("The demo's rules are wrong at " + decoded.error.field + ": " + decoded.error.detail);
    }
    return std::move(*decoded.value);
}

core::PlacementContract read_contract(const JsonNode& node, core::Date today) {
    core::PlacementContract contract;
    contract.id = core::ContractId{node.at("id").id()};
    contract.number = node.at("number").text();
    contract.child = core::ChildId{node.at("childId").id()};
    contract.location = core::LocationId{node.at("locationId").id()};
    contract.care_type = node.at("careType").one_of(core::care_type_from);
    contract.type = core::ContractTypeId{node.at("contractType").id()};
    contract.weeks_per_year = static_cast<int>(node.at("weeksPerYear").integer(1, 52));
    contract.group = node.at("group").text();
    contract.start = read_relative(node.at("start"), today);
    if (const JsonNode end = node.find("end")) {
        contract.end = read_relative(end, today);
    }
    contract.hourly_rate = node.at("hourlyRate").money();
    node.at("week").each([&](const JsonNode& moment) {
        contract.week.push_back({static_cast<core::Weekday>(moment.at("weekday").integer(1, 7) - 1),
                                 moment.time_range(), moment.at("days").one_of(core::day_kind_from)});
    });
    return contract;
}

DemoWish read_wish(const JsonNode& node, core::Date today) {
    DemoWish wish;
    wish.kind = node.at("kind").one_of(core::request_kind_from);
    wish.child = core::ChildId{node.at("childId").id()};
    wish.from = read_relative(node.at("from"), today);
    wish.days_before = static_cast<int>(node.at("daysBefore").integer(0, 90));
    wish.by = core::GuardianId{node.at("by").id()};
    if (const JsonNode slot = node.find("slot")) {
        wish.slot = slot.text();
    }
    if (const JsonNode payment = node.find("payment")) {
        wish.payment = payment.one_of(core::payment_from);
    }
    if (const JsonNode absence = node.find("absence")) {
        wish.absence = absence.one_of(core::absence_reason_from);
    }
    if (const JsonNode days = node.find("days")) {
        wish.days = static_cast<int>(days.integer(1, 30));
    }
    if (const JsonNode state = node.find("state")) {
        wish.state = state.one_of(core::request_state_from);
    }
    if (const JsonNode reason = node.find("reason")) {
        wish.reason = reason.text();
    }
    return wish;
}

core::CreditBooking read_booking(const JsonNode& node, core::Date today) {
    core::CreditBooking booking;
    booking.child = core::ChildId{node.at("childId").id()};
    booking.credit = {core::CreditUnit::kMinutes, node.at("minutes").integer(-10000, 10000)};
    booking.use_before = read_relative(node.at("useBefore"), today);
    booking.note = node.at("note").text();
    booking.at = core::amsterdam::instant(read_relative(node.at("on"), today), core::TimeOfDay{10, 0});
    return booking;
}

DemoFamily read_family(const JsonNode& node, core::Date today) {
    DemoFamily demo;
    demo.id = core::FamilyId{node.at("id").id()};
    node.at("guardians").each([&](const JsonNode& guardian) {
        demo.family.guardians.push_back({core::GuardianId{guardian.at("id").id()}, guardian.at("firstName").text(),
                                         guardian.at("lastName").text(), guardian.at("email").text(),
                                         guardian.at("phone").text(), guardian.at("pays").boolean()});
        const JsonNode password = guardian.find("password");
        demo.passwords.push_back(password ? password.text() : std::string{});
        const JsonNode invited = guardian.find("invited");
        if (invited && invited.boolean()) {
            demo.invited.push_back(demo.family.guardians.back().id);
        }
    });
    node.at("children").each([&](const JsonNode& child) {
        demo.family.children.push_back({core::ChildId{child.at("id").id()}, child.at("firstName").text(),
                                        child.at("lastName").text(), read_relative(child.at("born"), today)});
    });
    node.at("contracts").each([&](const JsonNode& contract) {
        demo.family.contracts.push_back(read_contract(contract, today));
    });
    node.at("requests").each([&](const JsonNode& wish) { demo.wishes.push_back(read_wish(wish, today)); });
    if (const JsonNode free_weeks = node.find("freeWeeks")) {
        free_weeks.each([&](const JsonNode& weeks) {
            demo.free_weeks.push_back(
                {core::ContractId{weeks.at("contractId").id()}, static_cast<int>(weeks.at("yearsAgo").integer(0, 5)),
                 static_cast<int>(weeks.at("weeks").integer(1, 52)), core::GuardianId{weeks.at("by").id()}});
        });
    }
    node.at("creditBookings").each([&](const JsonNode& booking) {
        demo.bookings.push_back(read_booking(booking, today));
    });
    read_demo_records(node, today, demo);
    return demo;
}

}  // namespace

DemoData read_demo_data(core::Date today) {
    DemoData data;
    const JsonDocument organisation{kOrganisationFile};
    data.organisation = organisation.root().at("name").text();
    data.locations = read_locations(organisation.root(), today);
    expect(organisation);
    data.rules = read_rules();
    organisation.root().at("notices").each([&](const JsonNode& node) {
        const core::Date published = read_relative(node.at("publishedOn"), today);
        data.notices.push_back({node.at("id").id(), node.at("title").text(), node.at("text").text(),
                                core::amsterdam::instant(published, core::TimeOfDay{9, 0}),
                                read_relative(node.at("until"), today)});
    });
    const JsonDocument families{kFamiliesFile};
    const JsonNode texts = families.root().at("ruleTexts");
    for (const core::RequestKind kind :
         {core::RequestKind::kExtra, core::RequestKind::kSwap, core::RequestKind::kAbsence, core::RequestKind::kSick}) {
        data.rule_texts[kind] = texts.at(core::to_string(kind)).text();
    }
    families.root().at("families").each([&](const JsonNode& node) {
        data.families.push_back(read_family(node, today));
    });
    expect(families);
    return data;
}

}  // namespace portal::server
