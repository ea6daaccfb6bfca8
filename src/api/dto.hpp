#pragma once

#include "core/extra_care.hpp"
#include "core/family.hpp"
#include "core/location.hpp"
#include "core/occupancy.hpp"
#include "core/request.hpp"

#include <optional>
#include <string>
#include <vector>

/// The bodies of the REST contract (openapi.yaml) where they are not values of `core` themselves.
namespace portal::api {

struct Credentials {
    std::string email;
    std::string password;
};

/// Who is signed in.
struct Account {
    core::GuardianId guardian;
    std::string name;
    std::string email;
    std::string organisation;  ///< name of the childcare organisation
};

struct Occupancy {
    core::Date from;
    core::Date to;
    std::vector<core::CareBlock> blocks;
};

/// A wish as it is sent, with the rule text that stood beside the button.
struct NewExtraCare {
    core::ExtraCareWish wish;
    std::string rule_text;
};

/// RFC 9457. `code` is stable and what clients act on; title and detail are for people and logs.
struct Problem {
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    std::string field;       ///< JSON name of the field at fault, empty for none
    std::string request_id;  ///< names the request in the backend's log, empty for none
};

}  // namespace portal::api
