#pragma once

#include "server/temporary_folder.hpp"

#include <string>
#include <string_view>

namespace portal::server::test {

/// What a reader of the PDF could select and copy, page after page, as poppler's pdftotext has it; runs of spaces are
/// one. Throws std::runtime_error where it is no PDF or the program is missing.
[[nodiscard]] std::string text_of_pdf(std::string_view pdf);

/// The title in its properties.
[[nodiscard]] std::string title_of_pdf(std::string_view pdf);

}  // namespace portal::server::test
