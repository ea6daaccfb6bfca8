#pragma once

#include <string_view>

namespace portal::server {

// The files of assets/demo, which the build puts into the program.
extern const std::string_view kOrganisationFile;
extern const std::string_view kRulesFile;
extern const std::string_view kFamiliesFile;
extern const std::string_view kMoneyFile;
extern const std::string_view kLogoFile;  // a PNG

}  // namespace portal::server
