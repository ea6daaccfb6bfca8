#include "api/codec.hpp"
#include "app/change_form.hpp"
#include "app/explain.hpp"
#include "app/extra_days.hpp"
#include "app/format.hpp"
#include "app/planner.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"
#include "app/unsent.hpp"
#include "core/occupancy.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace portal::app::reducers {
namespace {

using core::RequestKind;

constexpr int kUnauthorized = 401;

/// Illness can be reported of any day; who is expected on this one is meant.
void keep_expected(const State& state, const core::CareContext& context, core::Date day,
                   std::vector<core::ChildId>& children) {
    const auto care = core::occupancy(context.facts().family, context.facts().locations.calendar, context.facts().rules,
                                      *state.requests.value, day, day);
    const auto stays_home = [&](const core::ChildId& child) {
        return std::none_of(care.begin(), care.end(), [&](const core::CareBlock& block) {
            return block.child == child && core::is_expected(block.state);
        });
    };
    children.erase(std::remove_if(children.begin(), children.end(), stays_home), children.end());
}

/// The children that the parent most likely means: the one that the calendar is narrowed to, else the first that extra
/// care or a swap is possible for, else the only one that can be absent or ill.
[[nodiscard]] std::vector<core::ChildId> likely_children(const State& state, const core::CareContext& context,
                                                         RequestKind kind, core::Date day) {
    if (state.only_child && state.route.screen == Screen::kChanges) {
        return {*state.only_child};
    }
    std::vector<core::ChildId> possible = possible_children(state, context, kind, day);
    if (possible.empty()) {
        const auto& children = state.family.value->children;
        const auto placed = std::find_if(children.begin(), children.end(), [&](const core::Child& child) {
            return core::contract_on(*state.family.value, child.id, day) != nullptr;
        });
        return children.empty() ? possible : std::vector{(placed != children.end() ? *placed : children.front()).id};
    }
    if (kind == RequestKind::kExtra) {
        // A day that is filled by the contract can be asked about, but not asked for.
        std::stable_partition(possible.begin(), possible.end(),
                              [&](const core::ChildId& child) { return can_ask_extra(context, child, day); });
    }
    if (kind == RequestKind::kSick) {
        keep_expected(state, context, day, possible);
    }
    const bool takes_one = kind == RequestKind::kExtra || kind == RequestKind::kSwap;
    return takes_one || possible.size() == 1 ? std::vector{possible.front()} : std::vector<core::ChildId>{};
}

/// Whether a swap begins by giving the day up: where it cannot be had.
void choose_direction(State& state, const core::CareContext& context) {
    if (state.route.form != RequestKind::kSwap || form_child(state).empty()) {
        return;
    }
    const core::DayVerdicts day = core::evaluate_day(context, form_child(state), *state.route.day);
    state.form.choices.gives_day = day.give_swap.allowed() && !can_be_had(state, context);
}

/// Times that the new child's location does not offer would only be refused. Nothing is chosen in their place, not even
/// the only slot: it costs money.
void fit_times(State& state, const core::CareContext& context) {
    ChangeChoices& choices = state.form.choices;
    if (has_free_times(state)) {
        return;
    }
    const std::vector<TimeChoice> offered = time_choices(state, context);
    const bool known = std::any_of(offered.begin(), offered.end(), [&](const TimeChoice& choice) {
        return choice.time.start.to_string() == choices.start && choice.time.end.to_string() == choices.end;
    });
    if (!known) {
        choices.start.clear();
        choices.end.clear();
    }
}

/// Care to give up that does not go with the wanted time any more.
void fit_given(State& state, const core::CareContext& context) {
    ChangeChoices& choices = state.form.choices;
    if (!choices.given || choices.gives_day) {
        return;
    }
    const std::vector<core::CareOption> all = ways(state, context);
    const bool known = std::any_of(all.begin(), all.end(), [&](const core::CareOption& way) {
        return way.wish.given == choices.given && way.verdict.allowed();
    });
    if (!known) {
        choices.given.reset();
    }
}

/// Another wish is another request: it must not carry the key of an attempt whose outcome is unknown.
void wish_changed(State& state, Effects& effects) {
    ChangeForm& form = state.form;
    form.failure = Failure::kNone;
    form.refused.clear();
    form.rejected = false;
    effects.push_back(MakeKey{});
}

[[nodiscard]] bool plans(const State& state) {
    return state.route.screen == Screen::kPlanner;
}

[[nodiscard]] bool is_open(const State& state) {
    return plans(state) || (state.route.form && state.route.day);
}

void leave_form(State& state, Effects& effects) {
    if (plans(state)) {
        state.form = {};  // for the next weeks
        return;
    }
    const bool pushed = state.form.pushed;
    state.form = {};
    state.route.form.reset();
    if (state.route.screen == Screen::kOverview) {
        state.route.day.reset();
    }
    effects.push_back(pushed ? Effect{GoBack{}} : Effect{ReplacePath{to_path(state.route)}});
}

void announce(State& state, Effects& effects, const std::vector<core::ChangeRequest>& stored) {
    const core::ChangeRequest& first = stored.front();
    const Language language = state.language;
    const bool open = std::any_of(stored.begin(), stored.end(), [](const core::ChangeRequest& request) {
        return request.state == core::RequestState::kSubmitted;
    });
    const std::string words =
        stored.size() == 1
            ? translate(language, open ? Text::change_asked_announcement : Text::change_reported_announcement,
                        {{"what", request_name(language, first.kind)},
                         {"child", first_name(state, first.child)},
                         {"day", day_name(language, first.date)}})
            : translate(language, Text::change_saved_many, {{"count", std::to_string(stored.size())}});
    effects.push_back(Announce{words, false});
    std::vector<core::RequestId> sent;
    if (!plans(state)) {  // a year of days off is no slip of the finger
        std::transform(stored.begin(), stored.end(), std::back_inserter(sent),
                       [](const core::ChangeRequest& request) { return request.id; });
    }
    show_toast(state, effects, std::string{text(language, open ? Text::change_saved : Text::change_done)},
               std::move(sent));
}

void note_refusals(ChangeForm& form, const HttpResponse& response) {
    const auto problem = api::decode_problem(response.body);
    if (problem) {
        const auto reason = core::reason_from(problem.value->code);
        for (const api::ProblemItem& item : problem.value->errors) {
            if (item.index >= 0 && static_cast<std::size_t>(item.index) < form.sent.size()) {
                const auto code = core::reason_from(item.code);
                form.refused.push_back({form.sent[static_cast<std::size_t>(item.index)],
                                        code ? std::optional{code->second} : std::nullopt});
            }
        }
        if (form.refused.empty() && reason && !form.sent.empty()) {
            form.refused.push_back({form.sent.front(), reason->second});
        }
    }
    form.rejected = form.refused.empty();
}

}  // namespace

void open_form(State& state, Effects& effects, RequestKind kind, core::Date day) {
    if (state.route.screen == Screen::kOverview) {
        state.form = {};
        state.form.pushed = true;
        go(state, effects, {Screen::kOverview, state.route.month, day, kind});
        return;
    }
    // The entry below the form is its day, so that the back button closes the form and nothing else.
    const core::Month month = core::Month::of(day);
    const bool replace = state.route.screen == Screen::kChanges && state.route.month == month;
    go(state, effects, {Screen::kChanges, month, day, std::nullopt}, replace);
    state.form = {};
    state.form.pushed = true;
    go(state, effects, {Screen::kChanges, month, day, kind});
}

void close_form(State& state, Effects& effects) {
    if (state.route.form) {
        leave_form(state, effects);
        load_calendar(state, effects);
    }
}

void choose_form_day(State& state, Effects& effects, core::Date day) {
    ChangeForm& form = state.form;
    if (state.route.screen != Screen::kOverview || !is_open(state) || !form.begun || form.busy() ||
        !verdicts_ready(state) || state.route.day == day) {
        return;
    }
    const core::CareContext context = care_context(state);
    state.route.day = day;
    effects.push_back(ReplacePath{to_path(state.route)});
    const std::vector<core::ChildId>& chosen = form.choices.children;
    if (chosen.empty() || !can_ask_extra(context, chosen.front(), day)) {
        form.choices.children = likely_children(state, context, *state.route.form, day);
    }
    fit_times(state, context);
    fit_given(state, context);
    wish_changed(state, effects);
}

void begin_form(State& state, Effects& effects) {
    if (!is_open(state) || state.form.begun || !verdicts_ready(state)) {
        return;
    }
    const core::CareContext context = care_context(state);
    state.form.begun = true;
    effects.push_back(MakeKey{});
    if (state.draft && state.draft->form == to_path(state.route)) {
        state.form.choices = std::move(state.draft->choices);
        state.draft->form.clear();
        return;
    }
    if (plans(state)) {
        return;
    }
    state.form.choices.children = likely_children(state, context, *state.route.form, *state.route.day);
    choose_direction(state, context);
}

void edit_form(State& state, Effects& effects, const FormEdited& edited) {
    ChangeForm& form = state.form;
    const bool same_kind = !state.route.form || state.route.form == edited.kind;
    if (!is_open(state) || form.busy() || !verdicts_ready(state) || (form.choices == edited.choices && same_kind)) {
        return;
    }
    const bool other_child = form.choices.children != edited.choices.children;
    const bool other_way = form.choices.gives_day != edited.choices.gives_day;
    form.choices = edited.choices;
    if (!same_kind) {
        state.route.form = edited.kind;
        effects.push_back(ReplacePath{to_path(state.route)});
    }
    const core::CareContext context = care_context(state);
    if (state.route.form == RequestKind::kExtra || state.route.form == RequestKind::kSwap) {
        if (other_child) {
            choose_direction(state, context);
        }
        if (other_child || other_way) {
            form.choices.wanted.reset();
            form.choices.given.reset();
        }
        fit_times(state, context);
        fit_given(state, context);
    }
    wish_changed(state, effects);
}

void submit_form(State& state, Effects& effects) {
    ChangeForm& form = state.form;
    if (!is_open(state) || form.busy() || form.idempotency_key.empty() || !verdicts_ready(state)) {
        return;
    }
    form.pressed = true;
    const core::CareContext context = care_context(state);
    std::vector<core::Wish> wishes = plans(state) ? planner_wishes(state, context) : form_wishes(state, context);
    const std::vector<core::Verdict> verdicts = core::evaluate_all(context, wishes);
    const bool allowed =
        std::all_of(verdicts.begin(), verdicts.end(), [](const core::Verdict& verdict) { return verdict.allowed(); });
    // What was sent and may have arrived stands in its own way by now; the server knows it by its key.
    const bool again = form.failure != Failure::kNone && wishes == form.sent;
    if (wishes.empty() || (!allowed && !again)) {
        return;
    }
    api::Submission submission;
    const std::string rule = rule_text(state, verdicts, wishes.front().date);
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const core::CareRules* rules = verdicts[i].rules;
        submission.wishes.push_back({wishes[i], rules != nullptr ? rules->id : core::RuleVersionId{}, rule});
    }
    form.failure = Failure::kNone;
    form.refused.clear();
    form.rejected = false;
    form.sent = std::move(wishes);
    form.entry = {};
    form.entry.key = form.idempotency_key;
    form.entry.path = "/change-requests";
    form.entry.body = api::encode(submission);
    form.entry.written_at = {state.now.seconds - state.clock_offset};
    if (has_to_wait(state, form.entry)) {
        form.failure = Failure::kUnreachable;  // shown where the device cannot keep it either
        form.request = next_id(state);
        keep_change(state, effects, form.entry);
        return;
    }
    form.request = send(state, effects, form.entry.method, form.entry.path, {Purpose::Kind::kSubmit, {}, {}},
                        form.entry.body, form.entry.key);
}

bool form_kept(State& state, Effects& effects, const std::string& key) {
    ChangeForm& form = state.form;
    if (!form.busy() || form.entry.key != key) {
        return false;
    }
    replace_unsent(state, effects, form.replaces);
    leave_form(state, effects);
    return true;
}

void form_not_kept(State& state, const std::string& key) {
    if (state.form.busy() && state.form.entry.key == key) {
        state.form.request = 0;
    }
}

void submission_answered(State& state, Effects& effects, const Answered& answer) {
    ChangeForm& form = state.form;
    const HttpResponse& response = answer.response;
    if (response.transport == Transport::kAnswered && response.status == kUnauthorized) {
        if (state.session == Session::kSignedIn) {
            expire_session(state, effects);
        }
        return;
    }
    const auto stored = api::decode_change_requests(response.body);
    const bool success =
        failure_of(response) == Failure::kNone && response.status < 300 && stored && !stored.value->empty();
    const bool awaited = answer.request == form.request;
    if (success && awaited) {
        announce(state, effects, *stored.value);
        replace_unsent(state, effects, form.replaces);
        leave_form(state, effects);
    }
    if (success) {
        // Also when the form was closed meanwhile: the calendar has to tell the truth.
        if (state.session == Session::kSignedIn) {
            requests_changed(state, effects, *stored.value);
        }
        return;
    }
    if (!awaited) {
        return;
    }
    form.failure = failure_of_change(response);  // shown where the device cannot keep it either
    if (form.failure != Failure::kNone) {
        keep_change(state, effects, form.entry);  // nobody knows what became of it
        return;
    }
    form.request = 0;
    note_refusals(form, response);
    requests_changed(state, effects, {});
}

}  // namespace portal::app::reducers
