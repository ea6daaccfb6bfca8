#include "server/documents/letter.hpp"

#include "core/payment_code.hpp"
#include "server/documents/canvas.hpp"
#include "server/documents/wording.hpp"

#include <algorithm>
#include <numeric>

namespace portal::server::documents {
namespace {

constexpr double kMargin = 50;
constexpr double kInside = Canvas::kWidth - 2 * kMargin;
constexpr double kBottom = Canvas::kHeight - 70;  // what is below is the footer's
constexpr double kGap = 10;                       // between columns
constexpr double kLeading = 1.35;                 // line height ÷ size

constexpr TextStyle kBody{10, Weight::kRegular, 0.13};
constexpr TextStyle kBodyBold{10, Weight::kBold, 0.13};
constexpr TextStyle kSmall{8.5, Weight::kRegular, 0.35};
constexpr TextStyle kTitle{20, Weight::kBold, 0.1};
constexpr TextStyle kHeading{12.5, Weight::kBold, 0.1};
constexpr TextStyle kName{13, Weight::kBold, 0.1};

double height_of(const TextStyle& style) {
    return style.size * kLeading;
}

std::string joined(std::initializer_list<std::string> parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) {
        if (!part.empty()) {
            text += text.empty() ? part : between + part;
        }
    }
    return text;
}

const TextStyle& style_of(RowStyle style) {
    switch (style) {
        case RowStyle::kSubtle:
            return kSmall;
        case RowStyle::kStrong:
            return kBodyBold;
        default:
            return kBody;
    }
}

}  // namespace

struct Letter::Impl {
    const Letterhead& head;
    Language language;
    Canvas canvas;
    double y = kMargin;
    int page = 1;

    Impl(const Letterhead& letterhead, Language in, const std::string& title, core::Instant made_at)
        : head(letterhead), language(in), canvas(title, letterhead.organisation.name, made_at.to_string()) {
        draw_head();
        y += 26;
        draw_lines(title, kTitle, kMargin, kInside);
        y += 8;
    }

    void draw_head() {
        const double logo = head.logo.empty() ? 0 : canvas.picture(head.logo, kMargin, y, 150, 52);
        const core::OrganisationDetails& details = head.organisation;
        double left = y + logo + (logo > 0 ? 16 : kName.size);
        canvas.text(kMargin, left, details.name, kName);
        double right = y + kSmall.size;
        for (const std::string& line : {details.street, joined({details.postal_code, details.city}, " "), details.phone,
                                        details.email, details.website}) {
            if (!line.empty()) {
                canvas.text(Canvas::kWidth - kMargin - canvas.width_of(line, kSmall), right, line, kSmall);
                right += height_of(kSmall);
            }
        }
        y = std::max(left, right);
    }

    void draw_foot() {
        const core::OrganisationDetails& details = head.organisation;
        const auto labelled = [&](Text label, const std::string& value) {
            return value.empty() ? std::string{} : std::string(text(language, label)) + ' ' + value;
        };
        const std::string line = joined({details.name, labelled(Text::organisation_kvk, details.kvk),
                                         labelled(Text::organisation_iban, core::spaced_iban(details.iban)),
                                         labelled(Text::organisation_bic, details.bic)},
                                        " · ");
        const std::string number = with(language, Text::letter_page, {{"page", std::to_string(page)}});
        const double baseline = Canvas::kHeight - 36;
        canvas.line(kMargin, baseline - 16, kInside, 0.5, 0.8);
        canvas.text(kMargin, baseline, line, kSmall);
        canvas.text(Canvas::kWidth - kMargin - canvas.width_of(number, kSmall), baseline, number, kSmall);
    }

    /// Begins a page unless `height` fits on this one.
    bool need(double height) {
        if (y + height <= kBottom) {
            return false;
        }
        draw_foot();
        canvas.next_page();
        ++page;
        y = kMargin;
        return true;
    }

    void draw_lines(const std::string& text, const TextStyle& style, double x, double width) {
        for (const std::string& line : canvas.lines_of(text, style, width)) {
            need(height_of(style));
            canvas.text(x, y + style.size, line, style);
            y += height_of(style);
        }
    }

    [[nodiscard]] std::vector<double> widths_of(const Table& table) const {
        const double shares = std::accumulate(table.columns.begin(), table.columns.end(), 0.0,
                                              [](double sum, const Column& column) { return sum + column.share; });
        const double free = kInside - kGap * static_cast<double>(table.columns.size() - 1);
        std::vector<double> widths;
        for (const Column& column : table.columns) {
            widths.push_back(free * column.share / shares);
        }
        return widths;
    }

    void draw_row(const Table& table, const TableRow& row, const TextStyle& style) {
        const std::vector<double> widths = widths_of(table);
        std::vector<std::vector<std::string>> cells;
        std::size_t most = 1;
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            cells.push_back(canvas.lines_of(row.cells[index], style, widths[index]));
            most = std::max(most, cells.back().size());
        }
        double x = kMargin;
        for (std::size_t index = 0; index < cells.size(); ++index) {
            double baseline = y + style.size;
            const bool right = table.columns[index].align == Align::kRight;
            for (const std::string& line : cells[index]) {
                const double indent = right ? widths[index] - canvas.width_of(line, style) : 0;
                canvas.text(x + indent, baseline, line, style);
                baseline += height_of(style);
            }
            x += widths[index] + kGap;
        }
        y += static_cast<double>(most) * height_of(style);
    }

    /// The height of the row when it is drawn.
    [[nodiscard]] double height_of_row(const Table& table, const TableRow& row, const TextStyle& style) {
        const std::vector<double> widths = widths_of(table);
        std::size_t most = 1;
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            most = std::max(most, canvas.lines_of(row.cells[index], style, widths[index]).size());
        }
        return static_cast<double>(most) * height_of(style);
    }

    void draw_table_head(const Table& table) {
        TableRow titles;
        for (const Column& column : table.columns) {
            titles.cells.push_back(column.title);
        }
        draw_row(table, titles, kSmall);
        y += 2;
        canvas.line(kMargin, y, kInside, 0.8, 0.3);
        y += 4;
    }
};

Letter::Letter(const Letterhead& head, Language language, const std::string& title, core::Instant made_at)
    : impl_(std::make_unique<Impl>(head, language, title, made_at)) {}

Letter::~Letter() = default;

void Letter::heading(const std::string& text) {
    impl_->need(60);  // not at the foot of a page, away from what it is about
    impl_->y += 14;
    impl_->draw_lines(text, kHeading, kMargin, kInside);
    impl_->y += 4;
}

void Letter::paragraph(const std::string& text) {
    impl_->y += 3;
    impl_->draw_lines(text, kBody, kMargin, kInside);
    impl_->y += 3;
}

void Letter::facts(const std::vector<std::pair<std::string, std::string>>& facts) {
    constexpr double kNameWidth = 150;
    for (const auto& [name, value] : facts) {
        if (value.empty()) {
            continue;
        }
        impl_->need(height_of(kBody));
        impl_->canvas.text(kMargin, impl_->y + kBody.size, name, kSmall);
        impl_->draw_lines(value, kBody, kMargin + kNameWidth, kInside - kNameWidth);
    }
}

void Letter::table(const Table& table) {
    impl_->y += 6;
    impl_->need(60);
    impl_->draw_table_head(table);
    for (const TableRow& row : table.rows) {
        const TextStyle& style = style_of(row.style);
        if (row.cells.size() == 1) {
            // The whole width is its own, and however long it is, no page cuts it off.
            if (impl_->need(height_of(style))) {
                impl_->draw_table_head(table);
            }
            impl_->draw_lines(row.cells.front(), style, kMargin, kInside);
            impl_->y += 2;
            continue;
        }
        if (impl_->need(impl_->height_of_row(table, row, style))) {
            impl_->draw_table_head(table);
        }
        if (row.style == RowStyle::kStrong) {
            impl_->canvas.line(kMargin, impl_->y + 1, kInside, 0.5, 0.6);
            impl_->y += 3;
        }
        impl_->draw_row(table, row, style);
        impl_->y += row.style == RowStyle::kPlain ? 1 : 2;
    }
    impl_->y += 4;
}

void Letter::code(const std::vector<std::string>& rows, const std::string& text) {
    constexpr double kSide = 110;
    constexpr double kQuietModules = 4;  // ISO/IEC 18004
    const double module = kSide / (static_cast<double>(rows.size()) + 2 * kQuietModules);
    impl_->y += 6;
    impl_->need(kSide);
    const double top = impl_->y;
    impl_->canvas.squares(rows, kMargin + kQuietModules * module, top + kQuietModules * module, module);
    impl_->y = top + kQuietModules * module;
    impl_->draw_lines(text, kBody, kMargin + kSide + kGap, kInside - kSide - kGap);
    impl_->y = std::max(impl_->y, top + kSide);
}

std::string Letter::finish() {
    impl_->draw_foot();
    return impl_->canvas.finish();
}

}  // namespace portal::server::documents
