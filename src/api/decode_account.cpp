#include "api/account_codec.hpp"
#include "api/decoding.hpp"

namespace portal::api {
namespace {

constexpr std::size_t kEmailLength = 254;      // RFC 5321
constexpr std::size_t kPasswordLength = 1024;  // bytes; core has the rule, which says so in words
constexpr std::size_t kTokenLength = 64;
constexpr std::int64_t kMostCharacters = 1024;

core::Language read_language(const JsonNode& node) {
    return node.at("language").one_of(core::language_from);
}

core::PasswordRules read_password_rules(const JsonNode& node) {
    core::PasswordRules rules;
    rules.shortest = static_cast<std::size_t>(node.at("shortest").integer(1, kMostCharacters));
    rules.longest = static_cast<std::size_t>(node.at("longest").integer(1, kMostCharacters));
    node.at("common").each([&](const JsonNode& item) { rules.common.push_back(item.text(kNameLength)); });
    return rules;
}

AccountLink read_account_link(const JsonNode& node) {
    return {node.at("purpose").one_of(link_purpose_from), node.at("name").text(2 * kNameLength + 1),
            node.at("email").text(kEmailLength), node.at("organisation").text(kNameLength),
            node.at("expiresAt").instant()};
}

LinkSecret read_link_secret(const JsonNode& node) {
    return {node.at("token").filled_text(kTokenLength), read_language(node)};
}

ChosenPassword read_chosen_password(const JsonNode& node) {
    return {read_link_secret(node), node.at("password").filled_text(kPasswordLength)};
}

PasswordReset read_password_reset(const JsonNode& node) {
    return {node.at("email").filled_text(kEmailLength), read_language(node)};
}

PasswordChange read_password_change(const JsonNode& node) {
    return {node.at("currentPassword").filled_text(kPasswordLength), node.at("password").filled_text(kPasswordLength)};
}

DeviceSession read_session(const JsonNode& node) {
    DeviceSession session;
    session.id = node.at("id").id();
    if (const JsonNode browser = node.find("browser")) {
        session.browser = browser.text(kNameLength);
    }
    if (const JsonNode system = node.find("system")) {
        session.system = system.text(kNameLength);
    }
    session.created_at = node.at("createdAt").instant();
    session.used_at = node.at("usedAt").instant();
    session.current = node.at("current").boolean();
    return session;
}

std::vector<DeviceSession> read_sessions(const JsonNode& node) {
    std::vector<DeviceSession> sessions;
    read_list(node.at("sessions"), sessions, read_session);
    return sessions;
}

GuardianLogin read_login(const JsonNode& node) {
    return {read_id<core::GuardianId>(node.at("guardianId")), node.at("name").text(2 * kNameLength + 1),
            node.at("email").text(kEmailLength), node.at("state").one_of(login_state_from)};
}

FamilyLogins read_logins(const JsonNode& node) {
    FamilyLogins logins;
    logins.may_invite = node.at("mayInvite").boolean();
    read_list(node.at("guardians"), logins.guardians, read_login);
    return logins;
}

AccountSettings read_settings(const JsonNode& node) {
    return {node.at("mailDecisions").boolean()};
}

}  // namespace

Decoded<core::PasswordRules> decode_password_rules(std::string_view json) {
    return decode(json, read_password_rules);
}

Decoded<AccountLink> decode_account_link(std::string_view json) {
    return decode(json, read_account_link);
}

Decoded<LinkSecret> decode_link_secret(std::string_view json) {
    return decode(json, read_link_secret);
}

Decoded<ChosenPassword> decode_chosen_password(std::string_view json) {
    return decode(json, read_chosen_password);
}

Decoded<PasswordReset> decode_password_reset(std::string_view json) {
    return decode(json, read_password_reset);
}

Decoded<PasswordChange> decode_password_change(std::string_view json) {
    return decode(json, read_password_change);
}

Decoded<std::vector<DeviceSession>> decode_sessions(std::string_view json) {
    return decode(json, read_sessions);
}

Decoded<FamilyLogins> decode_logins(std::string_view json) {
    return decode(json, read_logins);
}

Decoded<AccountSettings> decode_account_settings(std::string_view json) {
    return decode(json, read_settings);
}

Decoded<core::Language> decode_invitation(std::string_view json) {
    return decode(json, read_language);
}

}  // namespace portal::api
