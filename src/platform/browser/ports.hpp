#pragma once

#include "app/ports.hpp"

#include <memory>

namespace portal::platform::browser {

/// emscripten_fetch below `api_base` (e.g. "/api", or another origin's address), with the session's cookie.
[[nodiscard]] std::unique_ptr<app::Http> make_http(std::string api_base);

[[nodiscard]] std::unique_ptr<app::Clock> make_clock();
[[nodiscard]] std::unique_ptr<app::Timer> make_timer();

/// The History API: paths are those of the page's own origin.
[[nodiscard]] std::unique_ptr<app::Navigation> make_navigation();

/// localStorage; where a browser forbids it, what is set is kept until the page closes.
[[nodiscard]] std::unique_ptr<app::Preferences> make_preferences();

/// The two live regions of index.html.
[[nodiscard]] std::unique_ptr<app::Announcer> make_announcer();

/// crypto.getRandomValues.
[[nodiscard]] std::unique_ptr<app::Random> make_random();

/// IndexedDB.
[[nodiscard]] std::unique_ptr<app::Storage> make_storage();

/// The Page Visibility API, and the browser's event `online`.
[[nodiscard]] std::unique_ptr<app::Presence> make_presence();

/// A BroadcastChannel (shell/tabs.js).
[[nodiscard]] std::unique_ptr<app::Tabs> make_tabs();

/// The service worker, the browser's offer to install, and the page itself (shell/installation.js).
[[nodiscard]] std::unique_ptr<app::Installer> make_installer();
/// An IndexedDB of its own, Web Locks, and the event `beforeunload`.
[[nodiscard]] std::unique_ptr<app::OutboxPort> make_outbox();

}  // namespace portal::platform::browser
