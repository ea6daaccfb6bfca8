#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace portal::core {

namespace detail {

using IsBefore = bool (*)(const void* context, std::uint32_t a, std::uint32_t b);

/// The numbers from 0 to `count` in the order of `is_before`, which gets `context` with every question.
[[nodiscard]] std::vector<std::uint32_t> stable_order(std::size_t count, IsBefore is_before, const void* context);

}  // namespace detail

/// std::stable_sort, compiled once for all types: the standard's own, of which every list and every order would get
/// another copy, is 40 kB of the client.
template <class T, class Less>
void stable_sort(std::vector<T>& items, const Less& less) {
    if (std::is_sorted(items.begin(), items.end(), less)) {
        return;
    }
    struct Context {
        const std::vector<T>& items;
        const Less& less;
    };
    const Context context{items, less};
    const auto is_before = [](const void* of, std::uint32_t a, std::uint32_t b) {
        const auto& [all, is_less] = *static_cast<const Context*>(of);
        return static_cast<bool>(is_less(all[a], all[b]));
    };
    std::vector<T> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t i : detail::stable_order(items.size(), is_before, &context)) {
        sorted.push_back(std::move(items[i]));
    }
    items = std::move(sorted);
}

}  // namespace portal::core
