#pragma once

#include <string>
#include <utility>

namespace portal::core {

/// An opaque identifier given out by the organisation's backend; a child's cannot be passed where a contract's belongs.
template <class Tag>
struct Id {
    std::string value;

    Id() = default;
    explicit Id(std::string text) : value(std::move(text)) {}

    [[nodiscard]] bool empty() const { return value.empty(); }
    // Not <=>: libc++ 13, which Emscripten 3.1.6 has, gives strings no three-way comparison.
    friend bool operator==(const Id& a, const Id& b) { return a.value == b.value; }
    friend bool operator<(const Id& a, const Id& b) { return a.value < b.value; }
};

using ChildId = Id<struct ChildTag>;
using GuardianId = Id<struct GuardianTag>;
using ContractId = Id<struct ContractTag>;
using FamilyId = Id<struct FamilyTag>;
using LocationId = Id<struct LocationTag>;
using RequestId = Id<struct RequestTag>;
using ContractTypeId = Id<struct ContractTypeTag>;
using RuleVersionId = Id<struct RuleVersionTag>;

}  // namespace portal::core
