#pragma once

#include <string>
#include <vector>

namespace portal::server::documents {

/// The QR code of a text, error correction level M as EPC069-12 wants: for each row a text of '0' and '1'. Throws
/// std::runtime_error for a text that is too long for one.
[[nodiscard]] std::vector<std::string> qr_code(const std::string& text);

}  // namespace portal::server::documents
