#include "core/request_days.hpp"

#include "core/stable_sort.hpp"

#include <algorithm>

namespace portal::core {

void RequestDays::add(const ChangeRequest& request) {
    if (!request.stands()) {
        return;
    }
    if (request.kind == RequestKind::kSick) {
        illnesses_.push_back(&request);
        return;
    }
    entries_.push_back({{request.date, request.time}, &request, request.kind == RequestKind::kAbsence});
    if (request.kind == RequestKind::kSwap && request.given) {
        entries_.push_back({*request.given, &request, true});
    }
}

void RequestDays::sort() {
    stable_sort(entries_, [](const Entry& a, const Entry& b) { return a.care < b.care; });
}

RequestDays::Day RequestDays::on(Date date) const {
    const auto begin = std::lower_bound(entries_.begin(), entries_.end(), date,
                                        [](const Entry& entry, Date day) { return entry.care.date < day; });
    auto end = begin;
    while (end != entries_.end() && end->care.date == date) {
        ++end;
    }
    return {entries_.data() + (begin - entries_.begin()), entries_.data() + (end - entries_.begin())};
}

const ChangeRequest* RequestDays::illness_on(Date date) const {
    const auto found = std::find_if(illnesses_.begin(), illnesses_.end(),
                                    [&](const ChangeRequest* request) { return is_ill_on(*request, date); });
    return found == illnesses_.end() ? nullptr : *found;
}

bool is_ill_on(const ChangeRequest& request, Date date) {
    return request.kind == RequestKind::kSick && request.date <= date && (!request.last || date <= *request.last);
}

}  // namespace portal::core
