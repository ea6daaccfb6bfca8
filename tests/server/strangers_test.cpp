#include "api/account_codec.hpp"
#include "api/codec.hpp"
#include "server/storage/access_log.hpp"
#include "server/storage/families.hpp"
#include "server/storage/invoices.hpp"
#include "server/test_portal.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

// Nobody sees anything of another family, on whatever endpoint: the list of these is the contract's own, so that a new
// one fails here until somebody says what a stranger's id is to it.
namespace portal::server::test {
namespace {

struct Operation {
    std::string method;
    std::string path;
    bool is_open = false;
};

/// The operations of openapi.yaml, which is written by hand and always indented in this way.
std::vector<Operation> operations() {
    std::ifstream file{std::string(PORTAL_SOURCE_ROOT) + "/src/api/openapi.yaml"};
    const std::set<std::string> methods{"get", "post", "put", "patch", "delete"};
    std::vector<Operation> all;
    std::string path;
    for (std::string line; std::getline(file, line);) {
        const std::size_t indent = line.find_first_not_of(' ');
        const std::string word = indent == std::string::npos ? "" : line.substr(indent, line.find(':') - indent);
        if (indent == 2) {
            path = word.substr(0, 5) == "/api/" ? word : "";
        } else if (indent == 4 && !path.empty() && methods.count(word) > 0) {
            std::string method = word;
            std::transform(method.begin(), method.end(), method.begin(),
                           [](char c) { return static_cast<char>(c - 'a' + 'A'); });
            all.push_back({method, path});
        } else if (indent == 6 && !path.empty() && !all.empty() && line.find("security: []") != std::string::npos) {
            all.back().is_open = true;
        }
    }
    return all;
}

bool has_id(const Operation& operation) {
    return operation.path.find("{id}") != std::string::npos;
}

std::string with_id(std::string path, const std::string& id) {
    const std::size_t at = path.find("{id}");
    return at == std::string::npos ? path : path.replace(at, 4, id);
}

class Strangers : public testing::Test {
  protected:
    Strangers() {
        const Answer asked = portal_.ask(jasmijn_, "key", WishText{}.json());
        request_ = api::decode_change_requests(asked.body).value.value().front().id.value;
        const auto sessions = api::decode_sessions(portal_.get("/api/account/sessions", jasmijn_).body);
        session_ = sessions.value.value().front().id;
        storage::Transaction transaction = portal_.database().read();
        invoice_ = storage::load_invoices(transaction, core::FamilyId{"visser"}).front().head.id.value;
    }

    /// What of Jasmijn's family the path would be about; empty for a path that nobody thought of.
    [[nodiscard]] std::string id_for(const std::string& path) const {
        const std::map<std::string, std::string> ids{
            {"/api/account/sessions/", session_}, {"/api/account/logins/", "thomas"},
            {"/api/change-requests/", request_},  {"/api/contracts/", "contract-noor-2"},
            {"/api/invoices/", invoice_},         {"/api/guardians/", "jasmijn"},
            {"/api/children/", "noor"},           {"/api/emergency-contacts/", "riet-noor"}};
        const auto found = ids.find(path.substr(0, path.find("{id}")));
        return found == ids.end() ? "" : found->second;
    }

    /// A body that the operation would take of the family itself.
    [[nodiscard]] static std::string body_for(const Operation& operation) {
        const std::map<std::string, std::string> bodies{
            {"/invitation", R"({"language":"nl"})"},
            {"/withdrawal", "{}"},
            {"/recovery", R"({"lastDate":"2026-11-23"})"},
            {"/emergency-contacts",
             R"({"fields":{"name":"Oma","relation":"oma","phone":"0611112222","emergency":"yes"}})"},
            {"/emergency-contact-order", R"({"contacts":["riet-noor","karim-noor"]})"}};
        const auto found = bodies.find(operation.path.substr(operation.path.rfind('/')));
        return found != bodies.end() ? found->second : R"({"fields":{}})";
    }

    [[nodiscard]] Answer send_as(const std::string& cookie, const Operation& operation, const std::string& id) const {
        const bool has_body = operation.method == "PUT" || operation.method == "POST";
        Headers headers{{"Cookie", cookie}};
        if (operation.method != "GET") {
            headers.insert(headers.end(),
                           {{"If-Match", "\"1\""}, {"Idempotency-Key", "key-" + std::to_string(++keys_)}});
        }
        if (has_body) {
            headers.emplace_back("Content-Type", "application/json");
        }
        return test::send(portal_.port(), operation.method, with_id(operation.path, id), headers,
                          has_body ? body_for(operation) : std::string());
    }

    [[nodiscard]] std::vector<storage::RefusedAccess> refused() {
        storage::Transaction transaction = portal_.database().read();
        return storage::list_refused_accesses(transaction);
    }

    TestPortal portal_;
    mutable int keys_ = 0;
    std::string jasmijn_ = portal_.sign_in(kJasmijn);
    std::string fatima_ = portal_.sign_in(kFatima);
    std::string request_;
    std::string session_;
    std::string invoice_;
};

/// The answer without what differs from one request to the next.
std::string told(const Answer& answer) {
    return answer.body.substr(0, answer.body.find("requestId"));
}

TEST_F(Strangers, AreTheSameAsNobody_OnEveryEndpointWithAnId_AndLogged) {
    std::size_t checked = 0;
    for (const Operation& operation : operations()) {
        if (!has_id(operation)) {
            continue;
        }
        const std::string where = operation.method + ' ' + operation.path;
        const std::string id = id_for(operation.path);
        ASSERT_NE(id, "") << where << " is new: what is a stranger's id there?";
        const std::size_t before = refused().size();
        const Answer answer = send_as(fatima_, operation, id);
        EXPECT_EQ(answer.status, 404) << where << answer.body;
        EXPECT_EQ(answer.code(), "not-found") << where;
        EXPECT_EQ(told(answer), told(send_as(fatima_, operation, "nobody"))) << where;
        const auto after = refused();
        ASSERT_EQ(after.size(), before + 2) << where;
        const auto noted = std::find_if(after.begin(), after.end(), [&](const storage::RefusedAccess& it) {
            return it.request_id == answer.header("X-Request-Id");
        });
        ASSERT_NE(noted, after.end()) << where;
        EXPECT_EQ(noted->route, where);
        EXPECT_EQ(noted->asked_id, id) << where;
        EXPECT_EQ(noted->account_id, "account-fatima") << where;
        ++checked;
    }
    EXPECT_GE(checked, 17U) << "openapi.yaml was read as far as it goes";
    portal_.stop();
    const std::string log = portal_.log();
    for (const std::string& secret : {std::string{"noor"}, std::string{"thomas"}, std::string{"fatima"}, request_,
                                      session_, invoice_, std::string{"riet"}}) {
        EXPECT_EQ(log.find(secret), std::string::npos) << secret << " in " << log;
    }
}

/// So that the 404s above are those of a stranger, not of a wrong address.
TEST_F(Strangers, AreNotWhoBelongsThere) {
    for (const Operation& operation : operations()) {
        if (has_id(operation) && operation.method == "GET") {
            const Answer answer = send_as(jasmijn_, operation, id_for(operation.path));
            EXPECT_EQ(answer.status, 200) << operation.path << answer.body;
        }
    }
}

TEST_F(Strangers, FindNothingOfOthers_OnEveryEndpointThatLists) {
    std::size_t checked = 0;
    for (const Operation& operation : operations()) {
        if (has_id(operation) || operation.method != "GET" || operation.is_open) {
            continue;
        }
        std::string target = operation.path;
        if (const std::size_t at = target.find("{year}"); at != std::string::npos) {
            target.replace(at, 6, "2025");
        }
        target += operation.path == "/api/occupancy" ? "?from=2026-11-01&to=2027-11-01" : "";
        const Answer theirs = portal_.get(target, fatima_);
        ASSERT_EQ(theirs.status, 200) << target << theirs.body;
        for (const std::string& name : {std::string{"noor"}, std::string{"Noor"}, std::string{"\"sam\""},
                                        std::string{"mila"}, std::string{"Visser"}, std::string{"jasmijn"}, request_,
                                        invoice_, session_, std::string{"K-1187"}, std::string{"riet"}}) {
            EXPECT_EQ(theirs.body.find(name), std::string::npos) << target << ' ' << name;
        }
        ++checked;
    }
    EXPECT_GE(checked, 18U);
}

/// Ids that stand in a body.
TEST_F(Strangers, CannotBeNamedInWhatIsSent) {
    const std::string order = R"({"contacts":["riet-noor"]})";
    const Answer ordered =
        test::send(portal_.port(), "PUT", "/api/children/youssef/emergency-contact-order",
                   {{"Cookie", fatima_}, {"Content-Type", "application/json"}, {"Idempotency-Key", "order"}}, order);
    EXPECT_GE(ordered.status, 400) << ordered.body;
    EXPECT_LT(ordered.status, 500) << ordered.body;
    EXPECT_EQ(portal_.ask(fatima_, "wish", WishText{}.json()).status, 404);
    EXPECT_FALSE(refused().empty());
}

}  // namespace
}  // namespace portal::server::test
