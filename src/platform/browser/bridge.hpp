#pragma once

#include "app/installation.hpp"
#include "app/tabs.hpp"
#include "app/viewport.hpp"
#include "platform/browser/fonts.hpp"
#include "semantics/node.hpp"

#include <functional>
#include <string>
#include <string_view>

/// The border to the page's JavaScript (shell/). Outward: one function that calls a named method with a text. Inward:
/// the exported C functions of bridge.cpp, which end here. No exception passes in either direction.
namespace portal::platform::browser::bridge {

struct Handlers {
    std::function<void(semantics::Event)> event;
    std::function<void(const app::Viewport&)> screen;
    std::function<void(const std::string& path)> navigated;
    std::function<void(app::TabNews)> told;
    std::function<void(FontFile)> font;
    std::function<void(unsigned call, int fault, const char* record)> stored;  ///< null: no such record
    std::function<void()> chance;
    std::function<void(app::InstallationEvent)> installation;
    std::function<void(unsigned call, bool good, std::string_view text)> outbox;
};

/// Where what comes in goes to. An empty handler ignores it.
[[nodiscard]] Handlers& handlers();

/// Lets the page call in. Calling again changes nothing.
void connect();

/// `globalThis.portal[method](argument)`; empty when it gives nothing or throws, which the console tells.
std::string call(const char* method, std::string_view argument = {});

}  // namespace portal::platform::browser::bridge
