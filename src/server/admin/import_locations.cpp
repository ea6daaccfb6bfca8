#include "api/codec.hpp"
#include "server/admin/imports.hpp"
#include "server/storage/calendar_days.hpp"
#include "server/storage/locations.hpp"

#include <map>

namespace portal::server {
namespace {

using Kind = api::ImportedDays::Kind;

/// Two offers are the same where the API says the same of them.
bool is_same(const core::CareOffer& a, const core::CareOffer& b) {
    return api::encode(core::Locations{{a}, {}}) == api::encode(core::Locations{{b}, {}});
}

ImportOutcome outcome_of(storage::SavedDay saved) {
    return saved == storage::SavedDay::kAdded     ? ImportOutcome::kAdded
           : saved == storage::SavedDay::kChanged ? ImportOutcome::kChanged
                                                  : ImportOutcome::kSame;
}

storage::SavedDay save_day(storage::Transaction& transaction, const api::ImportedDays& days, core::Date date) {
    switch (days.kind) {
        case Kind::kStudyDay:
            return storage::save_special_day(transaction,
                                             {date, days.name, core::SpecialDayKind::kStudyDay, days.location});
        case Kind::kOuting:
            return storage::save_special_day(transaction,
                                             {date, days.name, core::SpecialDayKind::kOuting, days.location});
        case Kind::kHoliday:
            return storage::save_closure(transaction, {date, days.name, core::ClosureKind::kHoliday, days.location});
        case Kind::kClosingDay:
        case Kind::kSchoolHoliday:
            break;
    }
    return storage::save_closure(transaction, {date, days.name, core::ClosureKind::kClosingDay, days.location});
}

ImportOutcome add_days(storage::Transaction& transaction, const api::ImportedDays& days) {
    if (days.location && !storage::has_location(transaction, *days.location)) {
        throw NotPossible{"there is no location '" + days.location->value + "'"};
    }
    if (days.kind == Kind::kSchoolHoliday) {
        return outcome_of(storage::save_school_holiday(transaction, {days.name, days.first, days.last}));
    }
    bool changed = false;
    bool added = false;
    for (core::Date date = days.first; date <= days.last; date = date + 1) {
        const storage::SavedDay saved = save_day(transaction, days, date);
        added = added || saved == storage::SavedDay::kAdded;
        changed = changed || saved == storage::SavedDay::kChanged;
    }
    return changed ? ImportOutcome::kChanged : added ? ImportOutcome::kAdded : ImportOutcome::kSame;
}

}  // namespace

void import_locations(const ImportJob& job, const api::Import<core::CareOffer>& import) {
    std::map<core::LocationId, std::string> names;
    job.report.go_through(import, [&](const core::CareOffer& offer) {
        const std::string& name = names.emplace(offer.location, offer.location_name).first->second;
        if (name != offer.location_name) {
            throw NotPossible{"the location '" + offer.location.value + "' has another name further up"};
        }
        const auto known = storage::find_offer(job.transaction, offer.location, offer.care_type);
        if (known && is_same(*known, offer)) {
            return ImportOutcome::kSame;
        }
        storage::save_offer(job.transaction, offer);
        return known ? ImportOutcome::kChanged : ImportOutcome::kAdded;
    });
}

void import_days(const ImportJob& job, const api::Import<api::ImportedDays>& import) {
    job.report.go_through(import, [&](const api::ImportedDays& days) { return add_days(job.transaction, days); });
}

}  // namespace portal::server
