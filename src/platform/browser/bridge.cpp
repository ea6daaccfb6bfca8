#include "platform/browser/bridge.hpp"

#include <emscripten.h>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

// Property names in quotation marks stay what they are when the Closure compiler shortens all others.

// clang-format off
EM_JS(char*, portal_js_call, (const char* method, const char* argument), {
    let text = "";
    try {
        text = globalThis["portal"][UTF8ToString(method)](UTF8ToString(argument));
    } catch (error) {
        console.error(error);
    }
    if (typeof text !== "string" || text === "") return 0;
    const size = lengthBytesUTF8(text) + 1;
    const copy = Module["_malloc"](size);
    if (copy) stringToUTF8(text, copy, size);
    return copy;
});

EM_JS(void, portal_js_connect, (), {
    globalThis["portal"]["wasm"] = {
        "event": (high, low, kind, key, amount, speed, visible, value) => {
            const size = lengthBytesUTF8(value) + 1;
            const copy = Module["_malloc"](size);
            if (!copy) return;
            stringToUTF8(value, copy, size);
            Module["_portal_event"](high, low, kind, key, amount, speed, visible, copy);
            Module["_free"](copy);
        },
        "screen": (width, height, ratio, scale, scroll, top, bottom, flags) =>
            Module["_portal_screen"](width, height, ratio, scale, scroll, top, bottom, flags),
        "installation": (event) => Module["_portal_installation"](event),
        "navigated": (path) => {
            const size = lengthBytesUTF8(path) + 1;
            const copy = Module["_malloc"](size);
            if (!copy) return;
            stringToUTF8(path, copy, size);
            Module["_portal_navigated"](copy);
            Module["_free"](copy);
        },
        "chance": () => Module["_portal_chance"](),
        "stored": (call, fault, record) => {
            const size = record === null ? 0 : lengthBytesUTF8(record) + 1;
            const copy = size === 0 ? 0 : Module["_malloc"](size);
            if (copy) stringToUTF8(record, copy, size);
            Module["_portal_stored"](call, fault, copy);
            Module["_free"](copy);
        },
        "told": (news) => Module["_portal_told"](news),
        "outbox": (call, good, text) => {
            const size = lengthBytesUTF8(text) + 1;
            const copy = Module["_malloc"](size);
            if (!copy) return;
            stringToUTF8(text, copy, size);
            Module["_portal_outbox"](call, good, copy);
            Module["_free"](copy);
        },
        "font": (name, bytes) => {
            const size = lengthBytesUTF8(name) + 1;
            const copy = Module["_malloc"](size);
            const data = Module["_malloc"](bytes.length);
            if (copy && data) {
                stringToUTF8(name, copy, size);
                HEAPU8.set(bytes, data);
                Module["_portal_font"](copy, data, bytes.length);
            }
            Module["_free"](data);
            Module["_free"](copy);
        },
    };
});
// clang-format on

namespace portal::platform::browser::bridge {

Handlers& handlers() {
    static Handlers instance;
    return instance;
}

void connect() {
    static const bool connected = [] {
        portal_js_connect();
        return true;
    }();
    static_cast<void>(connected);
}

std::string call(const char* method, std::string_view argument) {
    const std::string terminated(argument);
    char* text = portal_js_call(method, terminated.c_str());
    if (text == nullptr) {
        return {};
    }
    std::string result(text);
    std::free(text);
    return result;
}

}  // namespace portal::platform::browser::bridge

namespace {

using portal::platform::browser::bridge::handlers;

constexpr unsigned kDark = 1;
constexpr unsigned kHighContrast = 2;
constexpr unsigned kReducedMotion = 4;
constexpr unsigned kTouch = 8;

}  // namespace

extern "C" {

// Called by input.js. The numbers of kinds and keys are those of semantics::EventKind and semantics::Key.
EMSCRIPTEN_KEEPALIVE void portal_event(std::uint32_t high, std::uint32_t low, int kind, int key, double amount,
                                       double speed, int visible, const char* value) {
    if (!handlers().event) {
        return;
    }
    portal::semantics::Event event;
    event.target = (static_cast<portal::semantics::NodeId>(high) << 32U) | low;
    event.kind = static_cast<portal::semantics::EventKind>(kind);
    event.key = static_cast<portal::semantics::Key>(key);
    event.amount = static_cast<float>(amount);
    event.speed = static_cast<float>(speed);
    event.visible = visible != 0;
    event.value = value;
    handlers().event(std::move(event));
}

// Called by screen.js when anything of it changes.
EMSCRIPTEN_KEEPALIVE void portal_screen(double width, double height, double ratio, double scale, double scroll,
                                        double safe_top, double safe_bottom, unsigned flags) {
    if (!handlers().screen) {
        return;
    }
    portal::app::Viewport viewport;
    viewport.width = static_cast<float>(width);
    viewport.height = static_cast<float>(height);
    viewport.pixel_ratio = static_cast<float>(ratio);
    viewport.text_scale = static_cast<float>(scale);
    viewport.scroll_y = static_cast<float>(scroll);
    viewport.safe_top = static_cast<float>(safe_top);
    viewport.safe_bottom = static_cast<float>(safe_bottom);
    viewport.dark = (flags & kDark) != 0;
    viewport.high_contrast = (flags & kHighContrast) != 0;
    viewport.reduced_motion = (flags & kReducedMotion) != 0;
    viewport.touch = (flags & kTouch) != 0;
    handlers().screen(viewport);
}

// Called by installation.js, which has the numbers of app::InstallationEvent.
EMSCRIPTEN_KEEPALIVE void portal_installation(int event) {
    if (handlers().installation) {
        handlers().installation(static_cast<portal::app::InstallationEvent>(event));
    }
}

// Called after the parent went back or forward.
EMSCRIPTEN_KEEPALIVE void portal_navigated(const char* path) {
    if (handlers().navigated) {
        handlers().navigated(path);
    }
}

// Called by services.js when there is a network again, or somebody looks at the page again.
EMSCRIPTEN_KEEPALIVE void portal_chance() {
    if (handlers().chance) {
        handlers().chance();
    }
}

// Called by storage.js for each record that was asked for or put.
EMSCRIPTEN_KEEPALIVE void portal_stored(unsigned call, int fault, const char* record) {
    if (handlers().stored) {
        handlers().stored(call, fault, record);
    }
}

// Called by tabs.js, which has the numbers of app::TabNews.
EMSCRIPTEN_KEEPALIVE void portal_told(int news) {
    if (handlers().told) {
        handlers().told(static_cast<portal::app::TabNews>(news));
    }
}

// Called by outbox.js when something that was asked is done.
EMSCRIPTEN_KEEPALIVE void portal_outbox(unsigned call, int good, const char* text) {
    if (handlers().outbox) {
        handlers().outbox(call, good != 0, text);
    }
}

// Called for each font, by `take_fonts` or when one arrives later.
EMSCRIPTEN_KEEPALIVE void portal_font(const char* name, const unsigned char* bytes, std::size_t size) {
    if (handlers().font) {
        handlers().font({name, {bytes, bytes + size}});
    }
}

}  // extern "C"
