#include "app/money.hpp"
#include "core/payment_code.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/banner.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/fact_list.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace portal::ui {
namespace {

/// Banking apps read dark on light only, by night as well.
constexpr Color kDark{0, 0, 0, 255};
constexpr Color kLight{255, 255, 255, 255};

/// The modules with the quiet zone of four around them that readers need (ISO/IEC 18004).
void qr_code(Ui& ui, Column& column, const std::vector<std::string>& rows) {
    constexpr float kQuiet = 4;
    const float modules = static_cast<float>(rows.size()) + 2 * kQuiet;
    // Whole device pixels for each module, or the edges blur.
    const float ratio = ui.viewport().pixel_ratio;
    const float size = std::max(1.0F, std::floor(std::min(column.width, 264.0F) / modules * ratio)) / ratio;
    const Rect rect{column.x, std::round(column.y * ratio) / ratio, size * modules, size * modules};
    ui.paint().fill(rect, kLight, radius::kControl / 2);
    for (std::size_t y = 0; y < rows.size(); ++y) {
        for (std::size_t x = 0; x < rows[y].size();) {
            std::size_t end = x;
            while (end < rows[y].size() && rows[y][end] == '1') {
                ++end;
            }
            if (end > x) {
                ui.paint().fill(
                    {rect.x + (kQuiet + static_cast<float>(x)) * size, rect.y + (kQuiet + static_cast<float>(y)) * size,
                     static_cast<float>(end - x) * size, size},
                    kDark);
            }
            x = std::max(end, x + 1);
        }
    }
    ui.record(Role::kImage, "qr", rect).name = ui.text(Text::invoice_qr);
    column.y = bottom(rect);
}

void transfer(Ui& ui, Column& column, const core::Transfer& transfer, const std::vector<std::string>& qr) {
    const app::Language language = ui.state().language;
    fact_list(ui, column, "transfer", ui.text(Text::invoice_pay),
              {{"amount", std::string(ui.text(Text::invoice_pay_amount)), app::money(language, transfer.amount)},
               {"payee", std::string(ui.text(Text::invoice_pay_payee)), transfer.payee},
               {"iban", std::string(ui.text(Text::invoice_pay_iban)), core::spaced_iban(transfer.iban)},
               {"reference", std::string(ui.text(Text::invoice_pay_reference)), transfer.reference}});
    if (!qr.empty()) {
        column.space(12);
        quiet_line(ui, column, "qr-hint", ui.text(Text::invoice_qr_hint));
        column.space(8);
        qr_code(ui, column, qr);
    }
}

}  // namespace

void payment_part(Ui& ui, Column& column, const api::InvoiceDocument& document) {
    const app::Language language = ui.state().language;
    const core::InvoiceHead& head = document.invoice.head;
    const core::InvoiceState state = app::invoice_state(ui.state(), head);
    const bool open = app::passes(state, app::InvoiceFilter::kOpen) && head.kind == core::InvoiceKind::kInvoice;
    if (!open) {
        return;
    }
    const bool collected = head.direct_debit && !document.transfer;
    if (!collected && !document.transfer) {
        return;
    }
    const Group region(ui, Role::kRegion, "pay", ui.text(Text::invoice_pay));
    Card card(ui, column);
    Column& content = card.content();
    Heading title;
    title.key = "title";
    title.text = ui.text(Text::invoice_pay);
    heading(ui, content, title);
    content.space(4);
    if (collected) {
        Paragraph text;
        text.key = "collected";
        const std::string words =
            ui.text(Text::invoice_collected, {{"amount", app::money(language, core::open_amount(head))},
                                              {"day", app::plain_date(language, head.direct_debit->collected_on)},
                                              {"iban", head.direct_debit->iban},
                                              {"mandate", head.direct_debit->mandate}});
        text.text = words;
        paragraph(ui, content, text);
        return;
    }
    Paragraph due;
    due.key = "due";
    const bool late = state == core::InvoiceState::kOverdue;
    const std::string words = ui.text(late ? Text::invoice_pay_late : Text::invoice_pay_before,
                                      {{"day", app::plain_date(language, head.due_on)}});
    if (late) {
        Banner warning;
        warning.key = "late";
        warning.text = words;
        warning.kind = BannerKind::kWarning;
        banner(ui, content, warning);
    } else {
        due.text = words;
        paragraph(ui, content, due);
    }
    content.space(4);
    transfer(ui, content, *document.transfer, document.qr);
}

}  // namespace portal::ui
