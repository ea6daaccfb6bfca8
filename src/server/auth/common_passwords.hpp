#pragma once

#include <string_view>

namespace portal::server {

/// assets/passwords/common.txt, which the build puts into the program; core::password_rules_of reads it.
extern const std::string_view kCommonPasswordsFile;

}  // namespace portal::server
