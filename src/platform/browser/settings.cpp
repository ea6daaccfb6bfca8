#include "platform/browser/settings.hpp"

#include "platform/browser/bridge.hpp"

namespace portal::platform::browser {

std::string setting(std::string_view key) {
    return bridge::call("setting", key);
}

app::Site site() {
    app::Site site;
    site.organisation = setting("organisation");
    site.email = setting("contact.email");
    site.phone = setting("contact.phone");
    const std::string languages = setting("languages");
    if (languages == "nl" || languages == "en") {
        site.languages = {languages == "en" ? app::Language::en : app::Language::nl};
    } else if (languages == "en,nl") {
        site.languages = {app::Language::en, app::Language::nl};
    }
    return site;
}

}  // namespace portal::platform::browser
