#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "app/reducers.hpp"
#include "app/selectors.hpp"

#include <algorithm>
#include <utility>

/// What waits in the outbox, in the form in which it was written.
namespace portal::app::reducers {
namespace {

ChangeChoices choices_of(const std::vector<api::NewRequest>& wishes) {
    const core::Wish& first = wishes.front().wish;
    ChangeChoices choices;
    core::Date last = first.last.value_or(first.date);
    for (const api::NewRequest& wanted : wishes) {
        auto& children = choices.children;
        if (std::find(children.begin(), children.end(), wanted.wish.child) == children.end()) {
            children.push_back(wanted.wish.child);
        }
        last = std::max(last, wanted.wish.date);
    }
    choices.has_last = first.kind == core::RequestKind::kSick ? first.last.has_value() : last != first.date;
    choices.last = choices.has_last ? last.to_string() : std::string();
    choices.reason = first.reason;
    choices.given = first.given;
    if (first.kind == core::RequestKind::kExtra) {
        choices.payment = first.payment;
    }
    if (first.kind != core::RequestKind::kSick && wishes.size() == 1) {
        choices.start = first.time.start.to_string();
        choices.end = first.time.end.to_string();
    }
    return choices;
}

void edit_wishes(State& state, Effects& effects, const OutboxEntry& entry) {
    const auto submission = api::decode_submission(entry.body);
    if (!submission || submission.value->wishes.empty()) {
        return;
    }
    const core::Wish& first = submission.value->wishes.front().wish;
    open_form(state, effects, first.kind, first.date);
    state.form.choices = choices_of(submission.value->wishes);
    state.form.begun = true;
    state.form.replaces = entry.key;
    effects.push_back(MakeKey{});
}

/// The page of the record that an entry's path names.
std::optional<Route> page_of(const State& state, const std::string& path) {
    const core::Month month = core::Month::of(today(state));
    const std::size_t end = path.find('/', 1);
    const std::string kind = path.substr(0, end);
    const std::string id = path.substr(std::min(path.size(), end + 1));
    const std::size_t rest = id.find('/');
    if (kind == "/guardians") {
        return record_route(RecordPage::kGuardian, month, id);
    }
    if (kind == "/children") {
        const RecordPage page = rest == std::string::npos ? RecordPage::kChild : RecordPage::kNewContact;
        return record_route(page, month, id.substr(0, rest));
    }
    const core::Record* contact =
        state.records.value ? core::find_record(*state.records.value, core::RecordKind::kContact, id) : nullptr;
    return contact != nullptr ? std::optional{record_route(RecordPage::kContact, month, contact->child, id)}
                              : std::nullopt;
}

}  // namespace

void edit_unsent(State& state, Effects& effects, const OutboxEntry& entry) {
    const auto edit = api::decode_record_edit(entry.body);
    const std::optional<Route> page = edit ? page_of(state, entry.path) : std::nullopt;
    if (!page) {
        edit_wishes(state, effects, entry);
        return;
    }
    RecordForm form;
    form.replaces = entry.key;
    for (const core::FieldInput& input : edit.value->fields) {
        form.typed[input.first] = input.second;
    }
    state.record_forms[to_path(*page)] = std::move(form);
    go(state, effects, *page);
    begin_record_form(state, effects);
    effects.push_back(MakeKey{});
}

}  // namespace portal::app::reducers
