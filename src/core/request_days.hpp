#pragma once

#include "core/request.hpp"

#include <vector>

namespace portal::core {

/// The standing requests of one child by day. Points to the requests, which must outlive it.
class RequestDays {
  public:
    /// A swap stands on both its days.
    struct Entry {
        CareSpan care;
        const ChangeRequest* request = nullptr;
        bool given = false;  ///< the care is what is given up
    };

    struct Day {
        const Entry* first = nullptr;
        const Entry* last = nullptr;

        [[nodiscard]] const Entry* begin() const { return first; }
        [[nodiscard]] const Entry* end() const { return last; }
    };

    /// Leaves out what does not stand. In any order, and `sort` before questions are asked.
    void add(const ChangeRequest& request);
    void sort();

    /// By start.
    [[nodiscard]] Day on(Date date) const;
    [[nodiscard]] const ChangeRequest* illness_on(Date date) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
    [[nodiscard]] const std::vector<const ChangeRequest*>& illnesses() const { return illnesses_; }

  private:
    std::vector<Entry> entries_;
    std::vector<const ChangeRequest*> illnesses_;
};

/// Whether the request reports illness on that day.
[[nodiscard]] bool is_ill_on(const ChangeRequest& request, Date date);

}  // namespace portal::core
