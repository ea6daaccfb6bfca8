#include "api/codec.hpp"
#include "app/explain.hpp"
#include "app/format.hpp"
#include "app/overview.hpp"
#include "app/record_texts.hpp"
#include "app/reducers.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace portal::app::reducers {
namespace {

constexpr int kOk = 200;
constexpr int kUnauthorized = 401;

/// Those of the list that had been answered when it was last known; nothing where it was not known yet: what happened
/// before the page was opened is no news.
template <class Item, class Id>
[[nodiscard]] std::optional<std::vector<Id>> answered_ids(const Remote<std::vector<Item>>& all, Id Item::*id) {
    if (!all.value) {
        return std::nullopt;
    }
    std::vector<Id> ids;
    for (const Item& item : *all.value) {
        if (was_answered(item)) {
            ids.push_back(item.*id);
        }
    }
    return ids;
}

/// The unread answers that are new.
template <class Item, class Id>
void keep_new(std::vector<const Item*>& unread, const std::optional<std::vector<Id>>& before, Id Item::*id) {
    const auto is_known = [&](const Item* item) {
        return !before || std::find(before->begin(), before->end(), item->*id) != before->end();
    };
    unread.erase(std::remove_if(unread.begin(), unread.end(), is_known), unread.end());
}

void tell(State& state, Effects& effects, std::string words, Screen where) {
    Route route;
    route.screen = where;
    route.month = state.route.month;
    effects.push_back(Announce{words, false});
    show_toast(state, effects, std::move(words), {}, std::move(route));
}

[[nodiscard]] std::string many(const State& state, std::size_t count) {
    return translate(state.language, Text::news_many, {{"count", std::to_string(count)}});
}

[[nodiscard]] std::string words_of(const State& state, const core::ChangeRequest& request) {
    const bool approved = request.state == core::RequestState::kApproved;
    return translate(
        state.language, approved ? Text::news_approved : Text::news_rejected,
        {{"what", request_name(state.language, request.kind)}, {"day", day_name(state.language, request.date)}});
}

[[nodiscard]] std::string words_of(const State& state, const core::RecordChange& change) {
    const bool approved = change.state == core::RecordChange::State::kApproved;
    return translate(
        state.language, approved ? Text::news_change_approved : Text::news_change_rejected,
        {{"field", text(state.language, field_label(change.record, change.field))}, {"name", change.subject}});
}

template <class Item>
void tell_of(State& state, Effects& effects, const std::vector<const Item*>& news, Screen where) {
    if (!news.empty()) {
        tell(state, effects, news.size() == 1 ? words_of(state, *news.front()) : many(state, news.size()), where);
    }
}

}  // namespace

void poll(State& state, Effects& effects) {
    if (state.session != Session::kSignedIn || state.poll.request != 0) {
        return;
    }
    if (state.from_memory) {
        ask_session(state, effects);
        return;
    }
    HttpRequest request;
    request.path = "/revisions";
    request.if_none_match = state.poll.tag;
    state.poll.request = send_request(state, effects, std::move(request), {Purpose::Kind::kRevisions, {}, {}});
}

void poll_again(State& state, Effects& effects) {
    state.poll.again = state.poll.request != 0;
    poll(state, effects);
}

void revisions_answered(State& state, Effects& effects, const Answered& answer) {
    if (state.session != Session::kSignedIn || state.poll.request != answer.request) {
        return;
    }
    state.poll.request = 0;
    if (std::exchange(state.poll.again, false)) {
        poll(state, effects);
        return;
    }
    if (answer.response.transport != Transport::kAnswered) {
        return;
    }
    if (answer.response.status == kUnauthorized) {
        expire_session(state, effects);
        return;
    }
    const auto revisions = api::decode_revisions(answer.response.body);
    if (answer.response.status != kOk || !revisions) {
        return;
    }
    const api::Revisions before = std::exchange(state.poll.revisions, *revisions.value);
    state.poll.tag = answer.response.etag;
    if (before.requests != state.poll.revisions.requests) {
        requests_changed(state, effects, {});
    }
    if (before.changes != state.poll.revisions.changes) {
        load_changes(state, effects);
        load_family(state, effects);
        if (state.route.screen == Screen::kFamily && open_record_form(state) == nullptr) {
            load_records(state, effects);
        }
    }
}

void requests_answered(State& state, Effects& effects, const Answered& answer) {
    const auto before = answered_ids(state.requests, &core::ChangeRequest::id);
    data_answered(state, effects, answer);
    if (answer.kept_at) {
        return;
    }
    std::vector<const core::ChangeRequest*> news = unread_decisions(state);
    keep_new(news, before, &core::ChangeRequest::id);
    tell_of(state, effects, news, Screen::kRequests);
    see_decisions(state, effects);
}

void changes_answered(State& state, Effects& effects, const Answered& answer) {
    const auto before = answered_ids(state.changes, &core::RecordChange::id);
    data_answered(state, effects, answer);
    if (answer.kept_at) {
        return;
    }
    std::vector<const core::RecordChange*> news = unread_changes(state);
    keep_new(news, before, &core::RecordChange::id);
    tell_of(state, effects, news, Screen::kLog);
    see_decisions(state, effects);
}

void filter_log(State& state, Effects& effects, const LogFiltered& chosen) {
    using Field = LogFiltered::Field;
    Route route = state.route;
    core::LogFilter& filter = route.log.filter;
    switch (chosen.field) {
        case Field::kChild:
            filter.child = core::ChildId{chosen.value};
            break;
        case Field::kKind:
            filter.kind = core::log_kind_from(chosen.value);
            break;
        case Field::kFrom:
            filter.from = core::Date::parse(chosen.value);
            break;
        case Field::kUntil:
            filter.until = core::Date::parse(chosen.value);
            break;
        case Field::kState:
            route.log.state = core::request_state_from(chosen.value);
            break;
        case Field::kAll:
            route.log = {};
            break;
    }
    route.log.page = 1;
    if (route != state.route) {
        // The same page in another light: nothing is loaded, and the way back leads to where the parent came from.
        state.route = std::move(route);
        effects.push_back(ReplacePath{to_path(state.route)});
    }
}

}  // namespace portal::app::reducers
