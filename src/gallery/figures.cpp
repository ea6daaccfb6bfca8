#include "app/format.hpp"
#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/amount_row.hpp"
#include "ui/widgets/bar_chart.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/table.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace portal::gallery {
namespace {

constexpr int kMonths = 12;

/// Hours in a month of the sample year: contract, extra and sick.
std::vector<float> hours_in(int month) {
    constexpr std::array<float, kMonths> kContract{142, 132, 142, 138, 121, 142, 96, 64, 142, 142, 138, 110};
    constexpr std::array<float, kMonths> kExtra{0, 5.5F, 0, 11, 0, 0, 5.5F, 0, 0, 5.5F, 11, 0};
    constexpr std::array<float, kMonths> kSick{11, 0, 5.5F, 0, 0, 0, 0, 0, 0, 11, 0, 5.5F};
    const auto i = static_cast<std::size_t>(month);
    return {kContract[i], kExtra[i], kSick[i]};
}

core::Month month_of(int index) {
    return core::Month{2026, index + 1};
}

void chart(ui::Ui& ui, ui::Column& column, Text title, std::string_view key, int months) {
    const ui::Palette& colors = ui.colors();
    const std::array<ui::ChartSeries, 3> series{
        {{"contract", words(ui, Text::amount_contract), {colors.accent, colors.accent_tint}, ui::BarFill::kSolid},
         {"extra", words(ui, Text::amount_extra), colors.asked, ui::BarFill::kHatched},
         {"sick", words(ui, Text::amount_sick), colors.sick, ui::BarFill::kOutlined}}};
    std::vector<std::string> names;
    std::vector<std::string> labels;
    names.reserve(kMonths);
    labels.reserve(kMonths);
    std::vector<ui::ChartBar> bars;
    for (int i = 0; i < months; ++i) {
        const std::string& name = names.emplace_back(app::month_name(ui.state().language, month_of(i)));
        const std::string& label = labels.emplace_back(app::month_short(ui.state().language, month_of(i)));
        bars.push_back({name, label, name, hours_in(i)});
    }
    ui::BarChart made;
    made.key = key;
    made.name = words(ui, title);
    made.series = series;
    made.bars = bars;
    made.say = [&ui](float value) { return hours_in_words(ui, value); };
    ui::bar_chart(ui, column, made);
}

void costs(ui::Ui& ui, ui::Column& column) {
    constexpr int kShown = 3;
    constexpr float kCentsPerHour = 1095;
    const app::Language language = ui.state().language;
    const std::array<ui::TableColumn, 4> columns{{{"month", words(ui, Text::amount_month)},
                                                  {"contract", words(ui, Text::amount_contract), ui::Align::kRight},
                                                  {"extra", words(ui, Text::amount_extra), ui::Align::kRight},
                                                  {"sum", words(ui, Text::amount_sum), ui::Align::kRight}}};
    std::vector<ui::TableRow> rows;
    float contract = 0;
    float extra = 0;
    const auto add = [&](std::string_view key, std::string name, float hours, float more, bool total) {
        const core::Money sum{static_cast<std::int64_t>(std::lround((hours + more) * kCentsPerHour))};
        rows.push_back(
            {key,
             {std::move(name), hours_in_words(ui, hours), hours_in_words(ui, more), app::money(language, sum)},
             total});
    };
    constexpr std::array<std::string_view, kShown> kKeys{"january", "february", "march"};
    for (int i = 0; i < kShown; ++i) {
        const std::vector<float> hours = hours_in(i);
        contract += hours[0];
        extra += hours[1];
        add(kKeys[static_cast<std::size_t>(i)], app::month_name(language, month_of(i)), hours[0], hours[1], false);
    }
    add("total", std::string(words(ui, Text::amount_total)), contract, extra, true);
    ui::Table table;
    table.key = "costs";
    table.name = words(ui, Text::amount_cost);
    table.columns = columns;
    table.rows = rows;
    ui::table(ui, column, table);
}

void amounts(ui::Ui& ui, ui::Column& column) {
    const app::Language language = ui.state().language;
    Part part(ui, column, "amounts", Text::part_amounts);
    const ui::Group list(ui, ui::Role::kList, "list", words(ui, Text::part_amounts));
    const std::string sum = app::money(language, core::Money{214676});
    const std::vector<std::string> due{std::string(words(ui, Text::amount_number)),
                                       std::string(words(ui, Text::amount_due))};
    ui::AmountRow row;
    row.key = "open";
    row.title = words(ui, Text::amount_invoice);
    row.lines = due;
    row.amount = sum;
    row.icon = ui::icon::kReceiptEuro;
    row.badge = ui::RowBadge{ui.colors().asked, ui::icon::kClock, words(ui, Text::badge_asked)};
    row.href = "/figures";
    ui::amount_row(ui, part.content(), row);
    part.divider();
    const std::string back = app::money(language, core::Money{-12045});
    const std::vector<std::string> number{std::string(words(ui, Text::amount_number_credit))};
    ui::AmountRow child;
    child.key = "child";
    child.title = words(ui, Text::amount_credit_note);
    child.lines = number;
    child.amount = back;
    child.child = 1;
    child.child_name = words(ui, Text::name_other_child);
    ui::amount_row(ui, part.content(), child);
}

void facts(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "facts", Text::part_facts);
    const app::Language language = ui.state().language;
    ui::fact_list(
        ui, part.content(), "list", words(ui, Text::part_facts),
        {{"born", std::string(words(ui, Text::fact_born)),
          app::plain_date(language, core::Date::from_ymd(2024, 3, 23).value_or(core::Date()))},
         {"group", std::string(words(ui, Text::fact_group)), std::string(words(ui, Text::fact_group_value))},
         {"period", std::string(words(ui, Text::fact_period)), std::string(words(ui, Text::fact_period_value))}});
}

}  // namespace

void figures_section(ui::Ui& ui, ui::Column& column) {
    amounts(ui, column);
    facts(ui, column);
    {
        Part part(ui, column, "table", Text::part_table);
        costs(ui, part.content());
    }
    Part part(ui, column, "chart", Text::part_chart);
    chart(ui, part.content(), Text::amount_hours, "year", kMonths);
}

}  // namespace portal::gallery
