#pragma once

#include "core/verdict.hpp"

#include <vector>

namespace portal::server {

/// Throws http::Failure (422) with the reason that weighs most.
void refuse_unless_allowed(const core::Verdict& verdict);

/// All or nothing: throws when one of them is refused, with an error for each that is.
void refuse_unless_allowed(const std::vector<core::Verdict>& verdicts);

}  // namespace portal::server
