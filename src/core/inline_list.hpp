#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

namespace portal::core {

/// A short list without an allocation. What does not fit any more is left out, so put the most important first.
template <class T, std::size_t Capacity>
class InlineList {
  public:
    InlineList() = default;
    InlineList(std::initializer_list<T> values) {
        for (const T& value : values) {
            push_back(value);
        }
    }

    void push_back(const T& value) {
        if (size_ < Capacity) {
            values_[size_++] = value;
        }
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] const T& front() const { return values_[0]; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return values_[index]; }
    [[nodiscard]] const T* begin() const { return values_.data(); }
    [[nodiscard]] const T* end() const { return values_.data() + size_; }

  private:
    std::array<T, Capacity> values_{};
    std::size_t size_ = 0;
};

}  // namespace portal::core
