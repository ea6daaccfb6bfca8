#include "core/stable_sort.hpp"

#include <numeric>

namespace portal::core::detail {

std::vector<std::uint32_t> stable_order(std::size_t count, IsBefore is_before, const void* context) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return is_before(context, a, b); });
    return order;
}

}  // namespace portal::core::detail
