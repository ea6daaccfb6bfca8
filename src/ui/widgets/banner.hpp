#pragma once

#include "ui/core/ui.hpp"

#include <string_view>

namespace portal::ui {

enum class BannerKind : std::uint8_t { kInfo, kWarning, kError };

struct Banner {
    std::string_view key;
    std::string_view text;
    BannerKind kind = BannerKind::kInfo;
    bool appears = false;  ///< read out when it comes: it answers something that the parent did
};

/// A sentence that has to be seen, in a tinted box with an icon.
void banner(Ui& ui, Column& column, const Banner& banner);

}  // namespace portal::ui
