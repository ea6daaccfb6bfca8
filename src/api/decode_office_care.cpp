#include "api/importing.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace portal::api {
namespace {

const RowFormat& offer_format() {
    static const RowFormat columns{"locations",
                                   "hours",
                                   {"locationId", "name", "careType", "lrk", "weekdays", "start", "end"},
                                   {"slot", "days"},
                                   {"slot", "weekdays", "start", "end", "days"}};
    return columns;
}

core::CareOffer read_offer(RowGroup& rows) {
    ImportRow& head = rows.front();
    core::CareOffer offer;
    offer.location = core::LocationId{head.id("locationId")};
    offer.location_name = head.filled("name");
    offer.care_type = head.parsed("careType", core::care_type_from);
    offer.lrk = head.filled("lrk");
    for (ImportRow& row : rows) {
        const core::TimeRange time = times_of(row, "start", "end");
        const core::DayKind days = day_kind_of(row);
        const std::string slot = row.line("slot");
        for (const core::Weekday weekday : weekdays_of(row)) {
            if (slot.empty()) {
                offer.opening_hours.push_back({weekday, time, days});
            } else {
                offer.slots.push_back({slot, weekday, time, days});
            }
        }
    }
    if (offer.opening_hours.empty()) {
        head.fail_whole("has no opening hours: a row without 'slot'");
    }
    return offer;
}

const RowFormat& care_format() {
    static const RowFormat columns{
        "occupancy",
        {},
        {"id", "kind", "childId", "date"},
        {"start", "end", "lastDay", "givenDate", "givenStart", "givenEnd", "reason", "priceCents", "note"},
        {}};
    return columns;
}

void expect_none(ImportRow& row, std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (row.has(name)) {
            row.fail(name, "has no meaning for the kind '" + row.text("kind") + "'");
        }
    }
}

ImportedCare read_request(ImportRow& row) {
    ImportedCare care;
    core::ChangeRequest& request = care.request;
    request.id = core::RequestId{row.id("id")};
    request.kind = row.parsed("kind", core::request_kind_from);
    request.child = core::ChildId{row.id("childId")};
    request.date = row.parsed("date", core::Date::parse);
    request.decision_reason = row.line("note");
    if (request.kind == core::RequestKind::kSick) {
        expect_none(row, {"start", "end", "givenDate", "givenStart", "givenEnd", "reason", "priceCents"});
        request.last = row.parsed("lastDay", core::Date::parse);
        if (*request.last < request.date) {
            row.fail("lastDay", "is before the first day");
        }
        return care;
    }
    expect_none(row, {"lastDay"});
    request.time = times_of(row, "start", "end");
    if (request.kind == core::RequestKind::kSwap) {
        request.given =
            core::CareSpan{row.parsed("givenDate", core::Date::parse), times_of(row, "givenStart", "givenEnd")};
    } else {
        expect_none(row, {"givenDate", "givenStart", "givenEnd"});
    }
    if (request.kind == core::RequestKind::kAbsence) {
        request.reason = row.parsed_if_there("reason", core::absence_reason_from).value_or(core::AbsenceReason::kOther);
    } else {
        expect_none(row, {"reason"});
    }
    if (request.kind != core::RequestKind::kExtra) {
        expect_none(row, {"priceCents"});
    }
    constexpr int kMostCents = 1'000'000;
    care.has_price = row.has("priceCents");
    request.price = {row.number_between("priceCents", 0, kMostCents, 0)};
    return care;
}

const RowFormat& days_format() {
    static const RowFormat columns{"closingDays", {}, {"kind", "date", "name"}, {"lastDay", "locationId"}, {}};
    return columns;
}

std::optional<ImportedDays::Kind> days_kind_from(std::string_view text) {
    using Kind = ImportedDays::Kind;
    constexpr std::array<std::pair<std::string_view, Kind>, 5> kKinds{{{"closing-day", Kind::kClosingDay},
                                                                       {"holiday", Kind::kHoliday},
                                                                       {"study-day", Kind::kStudyDay},
                                                                       {"outing", Kind::kOuting},
                                                                       {"school-holiday", Kind::kSchoolHoliday}}};
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& it) { return it.first == text; });
    return found == kKinds.end() ? std::nullopt : std::optional{found->second};
}

ImportedDays read_day(ImportRow& row) {
    constexpr int kMostDays = 366;
    ImportedDays days;
    days.kind = row.parsed("kind", days_kind_from);
    days.name = row.filled("name");
    days.first = row.parsed("date", core::Date::parse);
    days.last = row.parsed_if_there("lastDay", core::Date::parse).value_or(days.first);
    if (days.last < days.first || days.last - days.first >= kMostDays) {
        row.fail("lastDay", "is before the first day, or a year behind it");
    }
    if (row.has("locationId")) {
        days.location = core::LocationId{row.id("locationId")};
    }
    if (days.location && days.kind == ImportedDays::Kind::kSchoolHoliday) {
        row.fail("locationId", "has no meaning: school holidays are those of all locations");
    }
    return days;
}

}  // namespace

std::vector<core::Weekday> weekdays_of(ImportRow& row) {
    std::vector<core::Weekday> weekdays;
    for (const char c : row.filled("weekdays")) {
        if (c >= '1' && c <= '7') {
            weekdays.push_back(static_cast<core::Weekday>(c - '1'));
        } else if (c != ' ') {
            row.fail("weekdays", "are not numbers from 1 (Monday) to 7 with spaces between");
        }
    }
    return weekdays;
}

core::TimeRange times_of(ImportRow& row, const std::string& start, const std::string& end) {
    const core::TimeRange time{row.parsed(start, core::TimeOfDay::parse), row.parsed(end, core::TimeOfDay::parse)};
    if (!time.is_valid()) {
        row.fail(end, "is not later than the start");
    }
    return time;
}

core::DayKind day_kind_of(ImportRow& row) {
    return row.parsed_if_there("days", core::day_kind_from).value_or(core::DayKind::kEvery);
}

Import<core::CareOffer> read_offers(std::string_view text, FileForm form) {
    return read_groups(read_rows(text, form, offer_format()), offer_format(), {"locationId", "careType"}, read_offer);
}

Import<ImportedCare> read_care(std::string_view text, FileForm form) {
    return read_each(read_rows(text, form, care_format()), read_request);
}

Import<ImportedDays> read_days(std::string_view text, FileForm form) {
    return read_each(read_rows(text, form, days_format()), read_day);
}

}  // namespace portal::api
