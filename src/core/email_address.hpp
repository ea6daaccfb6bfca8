#pragma once

#include <string_view>

namespace portal::core {

/// Whether mail can be sent there as it stands: one '@', a name and a host of visible ASCII without the characters that
/// mean something in a header (RFC 5322, 3.2.3), at most 254 bytes (RFC 5321, 4.5.3.1). Quoted names are not taken.
[[nodiscard]] bool is_email_address(std::string_view text);

}  // namespace portal::core
