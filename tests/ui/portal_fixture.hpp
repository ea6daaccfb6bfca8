#pragma once

#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "api/rules_codec.hpp"
#include "app/selectors.hpp"
#include "app/world.hpp"
#include "platform/headless/fake_ports.hpp"
#include "ui/browser.hpp"

#include <gtest/gtest.h>

#include <string>

namespace portal::ui::test {

using app::Method;
using app::test::day;
using app::test::kMorning;
using app::test::local;
using semantics::Key;
using semantics::Node;
using semantics::Role;

/// The whole portal on fake ports, used as a parent uses it.
class Portal : public testing::Test {
  protected:
    Portal() {
        core::Child mila{mila_id, "Mila", "Visser", day("2018-01-20")};
        server.family.children.push_back(mila);
        core::PlacementContract contract = server.family.contracts[1];
        contract.id = core::ContractId{"c3"};
        contract.child = mila_id;
        contract.number = "2025-0193";
        contract.group = "Reigers";
        contract.week[0].weekday = core::Weekday::kTuesday;
        contract.week[1].weekday = core::Weekday::kTuesday;
        server.family.contracts.push_back(contract);
        server.family.guardians = {
            {core::GuardianId{"g1"}, "Jasmijn", "Visser", "jasmijn@example.nl", "06 12345678", true},
            {core::GuardianId{"g2"}, "Thomas", "de Boer", "thomas@example.nl", "06 87654321", false}};
    }

    void start(const std::string& path = "/wijziging/2026-11") {
        outside.navigation.replace(path);
        store.start({});
        browser.show();
    }

    /// Signed in, with everything answered.
    void open(const std::string& path = "/wijziging/2026-11") {
        start(path);
        ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account()));
        answer_data();
        browser.show();
    }

    void answer_data() { answer_data(outside.http); }

    void answer_data(platform::headless::FakeHttp& http) {
        while (http.answer(Method::kGet, "/family", 200, api::encode(server.family)) ||
               http.answer(Method::kGet, "/locations", 200, api::encode(server.locations)) ||
               http.answer(Method::kGet, "/rules", 200, api::encode(server.rules)) ||
               http.answer(Method::kGet, "/credit", 200, api::encode(api::CreditOverview{server.ledgers})) ||
               http.answer(Method::kGet, "/change-requests", 200, api::encode(server.requests)) ||
               answer_occupancy(http) || http.answer(Method::kGet, "/changes", 200, api::encode(edits)) ||
               http.answer(Method::kGet, "/notices", 200, api::encode(notices))) {
        }
    }

    bool answer_occupancy() { return answer_occupancy(outside.http); }

    bool answer_occupancy(platform::headless::FakeHttp& http) {
        constexpr std::string_view kFrom = "/occupancy?from=";
        for (const auto& pending : http.pending()) {
            const std::string& path = pending.request.path;
            if (path.rfind(kFrom, 0) == 0) {
                const core::Date from = day(path.substr(kFrom.size(), 10).c_str());
                const core::Date to = day(path.substr(kFrom.size() + 14, 10).c_str());
                return http.answer(Method::kGet, path, 200,
                                   api::encode(api::Occupancy{from, to, server.blocks(from, to)}));
            }
        }
        return false;
    }

    static std::string account() {
        return api::encode(
            api::Account{core::GuardianId{"g1"}, "Jasmijn Visser", "jasmijn@example.nl", "De Boomgaard"});
    }

    static std::string problem(int status, const std::string& code) {
        api::Problem made;
        made.status = status;
        made.code = code;
        return api::encode(made);
    }

    void desktop() {
        browser.viewport.width = 1280;
        browser.viewport.height = 800;
        browser.viewport.touch = false;
    }

    [[nodiscard]] const app::State& state() const { return store.state(); }

    core::ChildId mila_id{"mila"};
    app::test::World server;
    std::vector<api::Notice> notices;
    std::vector<core::RecordChange> edits;  ///< of the family's data, the newest first
    platform::headless::FakeWorld outside{local("2026-11-23 09:00").seconds, "/"};
    app::Store store{outside.ports(), [] {}};
    Browser browser{store};
};

}  // namespace portal::ui::test
