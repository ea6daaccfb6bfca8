#pragma once

#include <string_view>

namespace portal::server::documents {

// Fonts that the build puts into the program.
extern const std::string_view kRegularFont;
extern const std::string_view kRegularFontExtended;
extern const std::string_view kBoldFont;
extern const std::string_view kBoldFontExtended;

}  // namespace portal::server::documents
