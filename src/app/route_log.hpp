#pragma once

#include "app/route.hpp"

#include <string>
#include <string_view>

/// The queries of Logboek's addresses. Internal to app's routes.
namespace portal::app {

[[nodiscard]] bool is_log(Screen screen);

/// What the path's query says; what cannot be read is left out.
[[nodiscard]] LogView parse_log_view(std::string_view path, Screen screen);

/// "?kind=noor&soort=extra&van=2026-01-01&tot=2026-12-31&pagina=2"; empty where nothing is chosen.
[[nodiscard]] std::string log_query(const LogView& view);

}  // namespace portal::app
