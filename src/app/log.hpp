#pragma once

#include "app/state.hpp"
#include "core/log.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What Logboek and its list of requests derive from the state.
namespace portal::app {

/// What Logboek's filter lets pass of what is known, the newest first.
[[nodiscard]] std::vector<core::LogEntry> shown_entries(const State& state);

/// The requests in that state, or all of them, the newest first.
[[nodiscard]] std::vector<const core::ChangeRequest*> requests_in(const State& state,
                                                                  std::optional<core::RequestState> wanted);

/// The part of a long list that is shown.
struct PageRange {
    std::size_t first = 0;
    std::size_t end = 0;  ///< behind the last
    int page = 1;
    int pages = 1;
};

/// The wanted page of so many entries, or the last one where there are fewer.
[[nodiscard]] PageRange page_range(std::size_t count, int wanted);

/// Where the table of what the filter lets pass can be had, below the address of the API.
[[nodiscard]] std::string log_file(const State& state);

}  // namespace portal::app
