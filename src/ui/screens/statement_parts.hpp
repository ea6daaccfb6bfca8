#pragma once

#include "core/annual_statement.hpp"
#include "ui/core/ui.hpp"

/// Parts of one year's statement.
namespace portal::ui {

/// What each month cost, agreed care and extra care on each other.
void cost_chart(Ui& ui, Column& column, const core::AnnualStatement& statement);

/// Which invoices the year is made of, and what of them was paid.
void payments_part(Ui& ui, Column& column, const core::AnnualStatement& statement);

/// How the care was used, in hours of each child: as agreed, extra, swapped, absent, ill.
void usage_part(Ui& ui, Column& column, const core::AnnualStatement& statement);

}  // namespace portal::ui
