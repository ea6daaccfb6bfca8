#include "server/storage/change_requests.hpp"
#include "core/extra_care.hpp"
#include "core/occupancy.hpp"
#include "server/auth/random.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/handlers.hpp"
#include "server/storage/access_log.hpp"
#include "server/storage/families.hpp"
#include "server/storage/idempotency.hpp"
#include "server/storage/locations.hpp"

#include <algorithm>

namespace portal::server {
namespace {

constexpr std::size_t kLongestKey = 64;

/// Whoever asks for something of another family gets the same answer as for something that does not exist; the
/// organisation can see it in the access log.
http::Failure refused_access(const Services& services, const Call& call, const std::string& what, const std::string& id,
                             const std::string& field) {
    storage::Transaction transaction = services.database.write();
    storage::insert_refused_access(transaction, random_id(),
                                   {services.clock.now(), call.who.account, call.route, what, id, call.request.id});
    transaction.commit();
    return {404, "not-found", "There is no such " + what + '.', field};
}

/// What nobody gives out as an identifier is not looked up: it may be anything, even no text.
bool is_identifier(const std::string& id) {
    constexpr std::size_t kLongestId = 64;
    return id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c <= '~'; });
}

std::string idempotency_key(const http::Request& request) {
    std::string key = request.header("Idempotency-Key");
    const bool plain = std::all_of(key.begin(), key.end(), [](char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
               (character >= '0' && character <= '9') || character == '_' || character == '-';
    });
    if (key.empty() || key.size() > kLongestKey || !plain) {
        throw http::Failure(400, "invalid-idempotency-key",
                            "The header Idempotency-Key has to have 1 to 64 letters, digits, '_' or '-'.");
    }
    return key;
}

std::string sentence(core::Refusal refusal) {
    return "The organisation's rules do not allow it: " + std::string(core::code(refusal)) + '.';
}

/// What the wish's refusal is about, for the form.
std::string field_of(core::Refusal refusal) {
    switch (refusal) {
        case core::Refusal::kEndBeforeStart:
        case core::Refusal::kTooShort:
            return "end";
        case core::Refusal::kOutsideOpeningHours:
        case core::Refusal::kNotASlot:
        case core::Refusal::kNotOnStep:
        case core::Refusal::kOverlapsCare:
            return "start";
        case core::Refusal::kNoContract:
        case core::Refusal::kNotOffered:
            return "childId";
        default:
            return "date";
    }
}

/// Decides by the organisation's rules with everything as it is in this transaction.
core::ChangeRequest decided(storage::Transaction& transaction, const Call& call, const core::Family& family,
                            const api::NewExtraCare& wanted, core::Instant now) {
    const core::ExtraCareWish& wish = wanted.wish;
    const core::Locations locations = storage::load_locations(transaction, call.who.family);
    const auto requests = storage::list_change_requests(transaction, call.who.family);
    const auto blocks = core::occupancy(family, locations.calendar, requests, wish.date, wish.date);
    const core::Verdict verdict = core::evaluate({family, locations, blocks, now}, wish);
    if (!verdict.allowed()) {
        const core::Refusal refusal = verdict.refusals.front();
        throw http::Failure(422, std::string(core::code(refusal)), sentence(refusal), field_of(refusal));
    }
    const core::PlacementContract& contract = *core::contract_on(family, wish.child, wish.date);
    core::ChangeRequest request;
    request.id = core::RequestId{random_id()};
    request.child = wish.child;
    request.location = contract.location;
    request.care_type = contract.care_type;
    request.date = wish.date;
    request.time = wish.time;
    request.price = verdict.price.value_or(core::Money{});
    request.submitted_at = now;
    request.submitted_by = call.who.name;
    request.rule_text = wanted.rule_text;
    return request;
}

http::Response created(const storage::StoredAnswer& answer) {
    http::Response response = json(answer.status, answer.body);
    response.headers.emplace_back("Location", answer.location);
    return response;
}

}  // namespace

http::Response show_change_requests(const Services& services, const Call& call) {
    storage::Transaction transaction = services.database.read();
    return json(200, api::encode(storage::list_change_requests(transaction, call.who.family)));
}

http::Response show_change_request(const Services& services, const Call& call) {
    const core::RequestId id{call.parameters.at("id")};
    if (!is_identifier(id.value)) {
        throw http::Failure(404, "not-found", "There is no such change request.");
    }
    std::optional<core::ChangeRequest> request;
    {
        storage::Transaction transaction = services.database.read();
        request = storage::find_change_request(transaction, call.who.family, id);
    }
    if (!request) {
        throw refused_access(services, call, "change request", id.value, "");
    }
    return json(200, api::encode(*request));
}

http::Response add_change_request(const Services& services, const Call& call) {
    const std::string key = idempotency_key(call.request);
    const auto wanted = decoded(api::decode_new_extra_care(call.request.body));
    const std::string body_hash = fingerprint(call.request.body);
    {
        // From here on nobody else decides about this family: neither the same request sent twice nor two that exclude
        // each other can both pass.
        storage::Transaction transaction = services.database.write();
        storage::lock_family(transaction, call.who.family);
        if (const auto earlier = storage::find_answer(transaction, call.who.account, key)) {
            if (earlier->body_hash != body_hash) {
                throw http::Failure(422, "idempotency-key-reused",
                                    "This Idempotency-Key was sent before with another request.");
            }
            return created(*earlier);
        }
        const core::Family family = storage::load_family(transaction, call.who.family);
        if (core::find_child(family, wanted.wish.child) != nullptr) {
            const core::Instant now = services.clock.now();
            const core::ChangeRequest request = decided(transaction, call, family, wanted, now);
            const storage::StoredAnswer answer{body_hash, 201, "/api/change-requests/" + request.id.value,
                                               api::encode(request)};
            storage::insert_change_request(transaction, request);
            storage::insert_answer(transaction, call.who.account, key, answer, now);
            transaction.commit();
            return created(answer);
        }
    }
    throw refused_access(services, call, "child", wanted.wish.child.value, "childId");
}

}  // namespace portal::server
