#pragma once

#include "core/family.hpp"
#include "core/location.hpp"
#include "core/rule_book.hpp"

namespace portal::core {

/// What is agreed with a family and laid down by the organisation. References must outlive what is made of it.
struct CareFacts {
    const Family& family;
    const Locations& locations;
    const RuleBook& rules;
};

}  // namespace portal::core
