#pragma once

#include "ui/core/ui.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace portal::ui {

/// A child's initial on its own colour and shape, so that children differ without colour too. Paint only.
void child_avatar(Ui& ui, const Rect& square, std::size_t index, std::string_view name);

/// The initials of a grown-up on a circle. Paint only.
void person_avatar(Ui& ui, const Rect& square, std::string_view name);

/// The first letter of a name, in upper case where that is one of the alphabet.
[[nodiscard]] std::string initial_of(std::string_view name);

/// Those of the first name and the family name without its prefixes: "Johanna van Vliet-de Boer" is JV.
[[nodiscard]] std::string initials_of(std::string_view name);

}  // namespace portal::ui
