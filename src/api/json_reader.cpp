#include "api/json_reader.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace portal::api {

using Json = nlohmann::json;

struct JsonDocument::Impl {
    Json value;
    bool is_strict = false;
    bool failed = false;
    std::string error_path;
    std::string error_detail;
};

JsonDocument::JsonDocument(std::string_view text) : impl_(std::make_unique<Impl>()) {
    // The parser takes a NUL for the end of the text.
    if (text.find('\0') == std::string_view::npos) {
        impl_->value = Json::parse(text, nullptr, false);
    } else {
        impl_->value = Json{Json::value_t::discarded};
    }
    if (impl_->value.is_discarded()) {
        impl_->failed = true;
        impl_->error_detail = "The text is not JSON.";
    }
}

JsonDocument::JsonDocument(std::string_view text, Strictly /*tag*/) : JsonDocument(text) {
    impl_->is_strict = true;
    std::vector<std::set<std::string>> objects;
    const auto watch = [&](int /*depth*/, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) {
            objects.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            objects.pop_back();
        } else if (event == Json::parse_event_t::key && !impl_->failed &&
                   !objects.back().insert(parsed.get_ref<const std::string&>()).second) {
            impl_->failed = true;
            impl_->error_path = parsed.get_ref<const std::string&>();
            impl_->error_detail = "'" + impl_->error_path + "' stands twice in one object.";
        }
        return true;
    };
    if (!impl_->failed) {
        impl_->value = Json::parse(text, watch, false);
    }
}

JsonDocument::~JsonDocument() = default;

JsonNode JsonDocument::root() const {
    return {*impl_, impl_->failed ? nullptr : &impl_->value, nullptr, {}, JsonNode::kNoIndex};
}

bool JsonDocument::failed() const {
    return impl_->failed;
}
const std::string& JsonDocument::error_path() const {
    return impl_->error_path;
}
const std::string& JsonDocument::error_detail() const {
    return impl_->error_detail;
}

namespace {

const Json* json(const void* value) {
    return static_cast<const Json*>(value);
}

bool is_forbidden_control(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte == 0x7F || (byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t');
}

}  // namespace

std::string JsonNode::path() const {
    if (parent_ == nullptr) {
        return {};
    }
    std::string path = parent_->path();
    if (index_ != kNoIndex) {
        return path + '[' + std::to_string(index_) + ']';
    }
    if (!path.empty()) {
        path += '.';
    }
    return path.append(name_);
}

void JsonNode::fail(std::string_view what) const {
    if (document_.failed) {
        return;
    }
    document_.failed = true;
    document_.error_path = path();
    const std::string subject = document_.error_path.empty() ? "The value" : "'" + document_.error_path + "'";
    document_.error_detail = subject + ' ' + std::string(what) + '.';
}

JsonNode JsonNode::find(std::string_view name) const {
    const void* found = nullptr;
    if (!document_.failed && value_ != nullptr) {
        if (!json(value_)->is_object()) {
            fail("is not an object");
        } else if (const auto member = json(value_)->find(name); member != json(value_)->end() && !member->is_null()) {
            found = &*member;
        }
    }
    return {document_, found, this, name, kNoIndex};
}

bool JsonNode::is_null(std::string_view name) const {
    if (document_.failed || value_ == nullptr || !json(value_)->is_object()) {
        return false;
    }
    const auto member = json(value_)->find(name);
    return member != json(value_)->end() && member->is_null();
}

std::vector<std::string> JsonNode::names() const {
    std::vector<std::string> names;
    if (document_.failed || value_ == nullptr) {
        return names;
    }
    if (!json(value_)->is_object()) {
        fail("is not an object");
        return names;
    }
    for (const auto& [name, member] : json(value_)->items()) {
        names.push_back(name);
    }
    return names;
}

void JsonNode::expect_only(const std::vector<std::string_view>& names) const {
    if (document_.failed || value_ == nullptr || !document_.is_strict) {
        return;
    }
    for (const auto& [name, member] : json(value_)->items()) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            const JsonNode unknown{document_, &member, this, name, kNoIndex};
            unknown.fail("is not known here");
        }
    }
}

JsonNode JsonNode::at(std::string_view name) const {
    const JsonNode member = find(name);
    if (!member) {
        member.fail("is missing");
    }
    return {document_, member.value_, this, name, kNoIndex};
}

std::size_t JsonNode::size() const {
    if (document_.failed || value_ == nullptr) {
        return 0;
    }
    if (!json(value_)->is_array()) {
        fail("is not a list");
        return 0;
    }
    return json(value_)->size();
}

JsonNode JsonNode::element(std::size_t index) const {
    const void* value = document_.failed ? nullptr : &(*json(value_))[index];
    return {document_, value, this, {}, index};
}

std::string JsonNode::text(std::size_t longest) const {
    if (document_.failed || value_ == nullptr) {
        return {};
    }
    const auto* value = json(value_)->get_ptr<const std::string*>();
    if (value == nullptr) {
        fail("is not text");
        return {};
    }
    if (value->size() > longest) {
        fail("is longer than " + std::to_string(longest) + " bytes");
        return {};
    }
    for (const char character : *value) {
        if (is_forbidden_control(character)) {
            fail("has control characters");
            return {};
        }
    }
    return *value;
}

std::string JsonNode::filled_text(std::size_t longest) const {
    std::string value = text(longest);
    if (value.empty()) {
        fail("is empty");
    }
    return value;
}

std::string JsonNode::id() const {
    std::string value = filled_text(kIdLength);
    for (const char character : value) {
        if (character <= ' ' || character > '~') {
            fail("is not an identifier");
            return {};
        }
    }
    return value;
}

std::int64_t JsonNode::integer(std::int64_t least, std::int64_t most) const {
    if (document_.failed || value_ == nullptr) {
        return least;
    }
    if (!json(value_)->is_number_integer()) {
        fail("is not a whole number");
        return least;
    }
    const auto* large = json(value_)->get_ptr<const std::uint64_t*>();
    const auto* number = json(value_)->get_ptr<const std::int64_t*>();
    const bool too_large =
        large != nullptr && *large > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const std::int64_t value = too_large ? most : number != nullptr ? *number : static_cast<std::int64_t>(*large);
    if (too_large || value < least || value > most) {
        fail("is not between " + std::to_string(least) + " and " + std::to_string(most));
        return least;
    }
    return value;
}

bool JsonNode::boolean() const {
    if (document_.failed || value_ == nullptr) {
        return false;
    }
    const auto* value = json(value_)->get_ptr<const bool*>();
    if (value == nullptr) {
        fail("is neither true nor false");
        return false;
    }
    return *value;
}

core::Date JsonNode::date() const {
    const std::optional<core::Date> value = core::Date::parse(text());
    if (!value) {
        fail("is no date like 2026-11-23");
    }
    return value.value_or(core::Date{});
}

core::TimeOfDay JsonNode::time() const {
    const std::optional<core::TimeOfDay> value = core::TimeOfDay::parse(text());
    if (!value) {
        fail("is no time like 07:30");
    }
    return value.value_or(core::TimeOfDay{});
}

core::Instant JsonNode::instant() const {
    const std::optional<core::Instant> value = core::Instant::parse(text());
    if (!value) {
        fail("is no instant like 2026-11-23T08:15:00Z");
    }
    return value.value_or(core::Instant{});
}

core::Money JsonNode::money() const {
    constexpr std::int64_t kMostCents = 100'000'000'000;
    const core::Money value{at("cents").integer(-kMostCents, kMostCents)};
    const JsonNode currency = at("currency");
    if (currency && currency.text() != "EUR") {
        currency.fail("is not EUR");
    }
    return value;
}

core::TimeRange JsonNode::start_and_end() const {
    return {at("start").time(), at("end").time()};
}

core::TimeRange JsonNode::time_range() const {
    const core::TimeRange range = start_and_end();
    if (!range.is_valid()) {
        at("end").fail("is not later than the start");
    }
    return range;
}

}  // namespace portal::api
