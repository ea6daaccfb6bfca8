#include "ui/widget_fixture.hpp"

#include "ui/widgets/bar_chart.hpp"
#include "ui/widgets/table.hpp"

#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace portal::ui::test {
namespace {

class TableTest : public Widgets {
  protected:
    void show_table(float width) {
        browser.viewport.width = width;
        show([this](Ui& ui, Column& column) {
            Table made;
            made.key = "costs";
            made.name = "Kosten per maand";
            made.columns = columns;
            made.rows = rows;
            table(ui, column, made);
        });
    }

    std::array<TableColumn, 4> columns{{{"month", "Maand"},
                                        {"contract", "Contracturen", Align::kRight},
                                        {"extra", "Extra uren", Align::kRight},
                                        {"amount", "Bedrag", Align::kRight}}};
    std::array<TableRow, 3> rows{{{"nov", {"november 2026", "142", "5,5", "€ 1.234,56"}},
                                  {"dec", {"december 2026", "128", "0", "€ 1.098,40"}},
                                  {"sum", {"Totaal", "270", "5,5", "€ 2.332,96"}, true}}};
};

TEST_F(TableTest, HasHeadsRowsAndCellsWhereThereIsRoom) {
    show_table(800);
    EXPECT_EQ(get(Role::kTable, "Kosten per maand").role, Role::kTable);
    EXPECT_EQ(browser.all(Role::kColumnHeader).size(), 4U);
    EXPECT_EQ(browser.all(Role::kRowHeader).size(), 3U);
    EXPECT_EQ(browser.all(Role::kCell).size(), 9U);
    const Node amount = get(Role::kCell, "€ 1.098,40");
    EXPECT_EQ(amount.column, 4);
    EXPECT_EQ(browser.find(amount.parent)->row, 3);
}

TEST_F(TableTest, BecomesCardsOnAPhone) {
    show_table(320);
    EXPECT_EQ(browser.find(Role::kTable, "Kosten per maand"), nullptr);
    const Node list = get(Role::kList, "Kosten per maand");
    const auto cards = browser.all(Role::kListItem);
    ASSERT_EQ(cards.size(), 3U);
    EXPECT_EQ(cards[0]->parent, list.id);
    EXPECT_EQ(get(Role::kParagraph, "Extra uren: 5,5").name, "Extra uren: 5,5");
    EXPECT_EQ(get(Role::kParagraph, "Bedrag: € 2.332,96").name, "Bedrag: € 2.332,96");
}

TEST_F(TableTest, CutsNothingAtAnyWidthAndTextSize) {
    for (const float width : {320.0F, 390.0F, 600.0F, 1280.0F}) {
        for (const float scale : {1.0F, 1.3F, 2.0F}) {
            browser.viewport.text_scale = scale;
            show_table(width);
            EXPECT_TRUE(browser.view().shortened_texts().empty()) << width << " at " << scale;
        }
    }
}

class BarChartTest : public Widgets {
  protected:
    void show_chart(float width) {
        browser.viewport.width = width;
        show([this](Ui& ui, Column& column) {
            const std::array<ChartSeries, 2> series{
                {{"contract", "Contract", {ui.colors().accent, ui.colors().accent_tint}, BarFill::kSolid},
                 {"extra", "Extra opvang", ui.colors().asked, BarFill::kHatched}}};
            BarChart chart;
            chart.key = "hours";
            chart.name = "Uren per maand";
            chart.series = series;
            chart.bars = bars;
            chart.say = [](float value) { return std::to_string(std::lround(value)) + " uur"; };
            bar_chart(ui, column, chart);
        });
    }

    std::array<ChartBar, 3> bars{{{"oct", "okt", "oktober 2026", {140, 0}},
                                  {"nov", "nov", "november 2026", {142, 11}},
                                  {"dec", "dec", "december 2026", {0, 0}}}};
};

TEST_F(BarChartTest, IsATableToWhoDoesNotSeeIt) {
    for (const float width : {320.0F, 1000.0F}) {
        show_chart(width);
        EXPECT_EQ(get(Role::kTable, "Uren per maand").role, Role::kTable);
        const Node head = get(Role::kRowHeader, "november 2026");
        std::vector<std::string> cells;
        for (const Node* cell : browser.all(Role::kCell)) {
            if (cell->parent == head.parent) {
                cells.push_back(cell->name);
            }
        }
        EXPECT_EQ(cells, (std::vector<std::string>{"142 uur", "11 uur"}));
        EXPECT_TRUE(browser.view().shortened_texts().empty());
    }
}

TEST_F(BarChartTest, ShowsAYearWithoutAnything) {
    for (ChartBar& bar : bars) {
        bar.values = {0, 0};
    }
    show_chart(320);
    show_chart(1000);
    EXPECT_EQ(browser.all(Role::kRowHeader).size(), 3U);
}

TEST(ChartSteps, AreFewRoundNumbersThatReachTheLargest) {
    EXPECT_EQ(chart_steps(0), (std::vector<float>{0, 1}));
    EXPECT_EQ(chart_steps(153), (std::vector<float>{0, 50, 100, 150, 200}));
    for (float most = 0.3F; most < 20000; most *= 1.37F) {
        const std::vector<float> steps = chart_steps(most);
        EXPECT_GE(steps.size(), 4U) << most;
        EXPECT_LE(steps.size(), 8U) << most;
        EXPECT_GE(steps.back(), most * 0.999F);
        EXPECT_LT(steps[steps.size() - 2], most);
    }
}

}  // namespace
}  // namespace portal::ui::test
