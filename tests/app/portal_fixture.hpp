#pragma once

#include "api/codec.hpp"
#include "api/records_codec.hpp"
#include "api/rules_codec.hpp"
#include "app/selectors.hpp"
#include "app/store.hpp"
#include "app/world.hpp"
#include "platform/headless/fake_ports.hpp"

#include <gtest/gtest.h>

#include <string>

namespace portal::app::test {

using platform::headless::FakeWorld;

/// The application on fake ports, before the server has said anything.
class PortalTest : public testing::Test {
  protected:
    static constexpr const char* kNow = "2026-11-23 09:00";

    void start(const std::string& path = "/wijziging/2026-11") {
        outside.navigation.replace(path);
        store.start({});
    }

    void answer_session() { ASSERT_TRUE(outside.http.answer(Method::kGet, "/session", 200, account())); }

    /// Everything that the portal asked for so far, by what `server` holds now.
    void answer_data() {
        auto& http = outside.http;
        while (http.answer(Method::kGet, "/family", 200, api::encode(server.family)) ||
               http.answer(Method::kGet, "/locations", 200, api::encode(server.locations)) ||
               http.answer(Method::kGet, "/rules", 200, api::encode(server.rules)) ||
               http.answer(Method::kGet, "/credit", 200, api::encode(api::CreditOverview{server.ledgers})) ||
               http.answer(Method::kGet, "/change-requests", 200, api::encode(server.requests)) || answer_occupancy() ||
               http.answer(Method::kGet, "/changes", 200, api::encode(edits)) ||
               http.answer(Method::kGet, "/notices", 200, api::encode(notices))) {
        }
    }

    void start_signed_in(const std::string& path = "/wijziging/2026-11") {
        start(path);
        answer_session();
        answer_data();
    }

    bool answer_occupancy() {
        constexpr std::string_view kFrom = "/occupancy?from=";
        for (const auto& pending : outside.http.pending()) {
            const std::string& path = pending.request.path;
            if (path.rfind(kFrom, 0) == 0) {
                const auto from = core::Date::parse(path.substr(kFrom.size(), 10)).value();
                const auto to = core::Date::parse(path.substr(kFrom.size() + 14, 10)).value();
                const std::string body = api::encode(api::Occupancy{from, to, server.blocks(from, to)});
                return outside.http.answer(Method::kGet, path, 200, body);
            }
        }
        return false;
    }

    static std::string account() {
        return api::encode(
            api::Account{core::GuardianId{"g1"}, "Jasmijn Visser", "jasmijn@example.nl", "De Boomgaard"});
    }

    /// The stored request that the server would answer with.
    core::ChangeRequest stored(const char* id, const char* date, core::TimeRange time) const {
        return server.request(id, server.noor, date, time, core::RequestState::kSubmitted);
    }

    [[nodiscard]] const State& state() const { return store.state(); }

    World server;
    std::vector<api::Notice> notices;
    std::vector<core::RecordChange> edits;  ///< of the family's data, the newest first
    FakeWorld outside{local(kNow).seconds, "/"};
    int changes = 0;
    Store store{outside.ports(), [this] { ++changes; }};
};

}  // namespace portal::app::test
