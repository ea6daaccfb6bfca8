#include "platform/browser/fonts.hpp"

#include "platform/browser/bridge.hpp"

#include <utility>

namespace portal::platform::browser {

std::vector<FontFile> take_fonts() {
    bridge::connect();
    std::vector<FontFile> fonts;
    std::function<void(FontFile)> later = std::move(bridge::handlers().font);
    bridge::handlers().font = [&fonts](FontFile font) { fonts.push_back(std::move(font)); };
    bridge::call("takeFonts");
    bridge::handlers().font = std::move(later);
    return fonts;
}

void on_font(std::function<void(FontFile)> arrived) {
    bridge::connect();
    bridge::handlers().font = std::move(arrived);
}

}  // namespace portal::platform::browser
