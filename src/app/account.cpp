#include "app/account.hpp"

#include "app/format.hpp"

#include <algorithm>
#include <array>

namespace portal::app {
namespace {

const core::PasswordRules kLengthsOnly;

}  // namespace

const core::PasswordRules& password_rules(const State& state) {
    return state.password_rules.value ? *state.password_rules.value : kLengthsOnly;
}

const PasswordForm& password_form(const State& state) {
    return state.route.screen == Screen::kWelcome ? state.link_page.form : state.account_page.form;
}

std::string password_email(const State& state) {
    if (state.route.screen == Screen::kWelcome) {
        return state.link_page.link.value ? state.link_page.link.value->email : std::string();
    }
    return state.account ? state.account->email : std::string();
}

std::optional<core::PasswordFlaw> password_flaw(const State& state) {
    const PasswordForm& form = password_form(state);
    const auto flaw = core::find_password_flaw(password_rules(state), form.chosen, password_email(state));
    return flaw ? flaw : form.refused;
}

core::PasswordStrength password_strength(const State& state) {
    return core::strength_of_password(password_rules(state), password_form(state).chosen, password_email(state));
}

std::string flaw_text(const State& state, core::PasswordFlaw flaw) {
    constexpr std::array<Text, 5> kTexts{Text::password_flaw_too_short, Text::password_flaw_too_long,
                                         Text::password_flaw_common, Text::password_flaw_simple,
                                         Text::password_flaw_personal};
    const core::PasswordRules& rules = password_rules(state);
    const std::size_t count = flaw == core::PasswordFlaw::kTooLong ? rules.longest : rules.shortest;
    return translate(state.language, kTexts[static_cast<std::size_t>(flaw)], {{"count", std::to_string(count)}});
}

std::string account_error(const State& state, const std::optional<Text>& error, std::int64_t retry_after) {
    if (!error) {
        return {};
    }
    // Rounded up to whole minutes, so that the end of the wait is never told too early.
    const std::string wait = time_left(state.language, (std::max<std::int64_t>(retry_after, 1) + 59) / 60 * 60);
    return translate(state.language, *error, {{"duration", wait}});
}

std::string device_text(const State& state, const api::DeviceSession& session) {
    if (session.browser.empty() && session.system.empty()) {
        return std::string(text(state.language, Text::account_device_unknown));
    }
    if (session.browser.empty() || session.system.empty()) {
        return session.browser + session.system;
    }
    return translate(state.language, Text::account_device, {{"browser", session.browser}, {"system", session.system}});
}

core::Language mail_language(const State& state) {
    return state.language == Language::en ? core::Language::kEnglish : core::Language::kDutch;
}

}  // namespace portal::app
