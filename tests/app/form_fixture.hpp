#pragma once

#include "app/change_form.hpp"
#include "app/explain.hpp"
#include "app/format.hpp"
#include "app/portal_fixture.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace portal::app::test {

/// The form of a change, filled in as the screens do.
class FormTest : public PortalTest {
  protected:
    void open(core::RequestKind kind, const char* date) {
        start_signed_in();
        store.dispatch(FormOpened{kind, day(date)});
        answer_data();
    }

    template <class Change>
    void edit(Change change) {
        ChangeChoices choices = state().form.choices;
        change(choices);
        store.dispatch(FormEdited{std::move(choices), *state().route.form});
    }
    void choose_time(core::TimeRange time) {
        edit([&](ChangeChoices& choices) {
            choices.start = time.start.to_string();
            choices.end = time.end.to_string();
        });
    }
    void choose_children(std::vector<core::ChildId> children) {
        edit([&](ChangeChoices& choices) { choices.children = std::move(children); });
    }

    [[nodiscard]] core::CareContext context() const { return care_context(state()); }
    [[nodiscard]] std::vector<core::Wish> wishes() const { return form_wishes(state(), context()); }
    [[nodiscard]] core::Verdict verdict() const { return core::evaluate(context(), wishes().at(0)); }
    [[nodiscard]] std::string key() const { return outside.http.sent().back().idempotency_key; }
    [[nodiscard]] std::size_t submissions() const { return outside.http.count(Method::kPost, "/change-requests"); }

    [[nodiscard]] api::Submission sent() const {
        const auto& all = outside.http.sent();
        const auto last = std::find_if(all.rbegin(), all.rend(),
                                       [](const HttpRequest& request) { return request.method == Method::kPost; });
        return last == all.rend() ? api::Submission{} : api::decode_submission(last->body).value.value();
    }

    /// The server stores what was sent and answers.
    void accept() {
        std::vector<core::ChangeRequest> stored;
        for (const api::NewRequest& wanted : sent().wishes) {
            const std::string id = "r" + std::to_string(server.requests.size() + 1);
            stored.push_back(server.accepted(id.c_str(), wanted.wish));
            server.requests.insert(server.requests.begin(), stored.back());
        }
        ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 201, api::encode(stored)));
    }

    void refuse(api::Problem problem) {
        problem.status = 422;
        ASSERT_TRUE(outside.http.answer(Method::kPost, "/change-requests", 422, api::encode(problem)));
    }
};

}  // namespace portal::app::test
