#pragma once

#include "app/log.hpp"
#include "core/care_context.hpp"
#include "ui/core/ui.hpp"
#include "ui/widgets/list_row.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The parts of Logboek and of its list of requests.
namespace portal::ui {

/// How much of a wide page the entries take; what chooses among them stands beside them.
inline constexpr float kLogShare = 0.66F;

/// The choice between everything and the requests alone.
void log_choice(Ui& ui, Column& column);

/// What an entry is about: its subject at the left, a title with lines below it, its state at the right or below them.
struct EntryHead {
    std::string_view what;
    std::vector<std::pair<std::string_view, std::string>> lines;  ///< by their keys; empty ones are left out
    RowBadge state;
    std::function<void(const Rect&)> lead;  ///< paints the subject into a square
};
void entry_head(Ui& ui, Column& column, const EntryHead& head);

/// What was asked and what became of it. With a context also what can be done about it now.
void request_card(Ui& ui, Column& column, const core::ChangeRequest& request, const core::CareContext* context);

/// What was changed in a record: by whom, from what to what, and the organisation's answer.
void change_card(Ui& ui, Column& column, const core::RecordChange& change);

/// The entries of a page below headings of their months; `at` is their moment, `show` draws one.
void by_month(Ui& ui, Column& column, const app::PageRange& range, const std::function<core::Instant(std::size_t)>& at,
              const std::function<void(std::size_t)>& show);

/// The way to the pages before and after this one; nothing where there is but one.
void pager(Ui& ui, Column& column, const app::PageRange& range);

/// Nothing was asked yet, and how one asks.
void empty_log(Ui& ui, Column& column);

/// Nothing passes the filter. True when it is to show all.
bool nothing_found(Ui& ui, Column& column);

}  // namespace portal::ui
