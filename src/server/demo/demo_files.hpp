#pragma once

#include <string_view>

namespace portal::server {

// The files of assets/demo, which the build puts into the program.
extern const std::string_view kOrganisationFile;
extern const std::string_view kRulesFile;
extern const std::string_view kFamiliesFile;

}  // namespace portal::server
