#include "api/account_codec.hpp"
#include "core/names.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

constexpr core::Names<LinkPurpose, 2> kPurposes{
    {{LinkPurpose::kInvitation, "invitation"}, {LinkPurpose::kReset, "reset"}}};
constexpr core::Names<LoginState, 3> kStates{
    {{LoginState::kNone, "none"}, {LoginState::kInvited, "invited"}, {LoginState::kActive, "active"}}};

/// Text that is not UTF-8 becomes replacement characters, never a failure.
std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json secret(const LinkSecret& value) {
    return {{"token", value.token}, {"language", core::to_string(value.language)}};
}

Json session(const DeviceSession& value) {
    Json json{{"id", value.id},
              {"createdAt", value.created_at.to_string()},
              {"usedAt", value.used_at.to_string()},
              {"current", value.current}};
    if (!value.browser.empty()) {
        json["browser"] = value.browser;
    }
    if (!value.system.empty()) {
        json["system"] = value.system;
    }
    return json;
}

Json login(const GuardianLogin& value) {
    return {{"guardianId", value.guardian.value},
            {"name", value.name},
            {"email", value.email},
            {"state", to_string(value.state)}};
}

}  // namespace

std::string_view to_string(LinkPurpose purpose) {
    return core::name_of(kPurposes, purpose);
}

std::optional<LinkPurpose> link_purpose_from(std::string_view text) {
    return core::value_of(kPurposes, text);
}

std::string_view to_string(LoginState state) {
    return core::name_of(kStates, state);
}

std::optional<LoginState> login_state_from(std::string_view text) {
    return core::value_of(kStates, text);
}

std::string encode(const core::PasswordRules& rules) {
    return text_of({{"shortest", rules.shortest}, {"longest", rules.longest}, {"common", rules.common}});
}

std::string encode(const AccountLink& link) {
    return text_of({{"purpose", to_string(link.purpose)},
                    {"name", link.name},
                    {"email", link.email},
                    {"organisation", link.organisation},
                    {"expiresAt", link.expires_at.to_string()}});
}

std::string encode(const LinkSecret& value) {
    return text_of(secret(value));
}

std::string encode(const ChosenPassword& chosen) {
    Json json = secret(chosen.link);
    json["password"] = chosen.password;
    return text_of(json);
}

std::string encode(const PasswordReset& reset) {
    return text_of({{"email", reset.email}, {"language", core::to_string(reset.language)}});
}

std::string encode(const PasswordChange& change) {
    return text_of({{"currentPassword", change.current}, {"password", change.chosen}});
}

std::string encode(const std::vector<DeviceSession>& sessions) {
    Json list = Json::array();
    for (const DeviceSession& each : sessions) {
        list.push_back(session(each));
    }
    return text_of({{"sessions", list}});
}

std::string encode(const FamilyLogins& logins) {
    Json list = Json::array();
    for (const GuardianLogin& each : logins.guardians) {
        list.push_back(login(each));
    }
    return text_of({{"mayInvite", logins.may_invite}, {"guardians", list}});
}

std::string encode(const AccountSettings& settings) {
    return text_of({{"mailDecisions", settings.mail_decisions}});
}

std::string encode_invitation(core::Language language) {
    return text_of({{"language", core::to_string(language)}});
}

}  // namespace portal::api
