#include "ui/screens/record_sections.hpp"

#include "core/records.hpp"
#include "ui/screens/record_field.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace portal::ui {
namespace {

using app::RecordForm;
using core::FieldSpec;
using core::FieldType;
using core::RecordKind;

/// Of titles beside their cards.
constexpr float kTitles = 220;
/// Between fields of a row.
constexpr float kGap = 20;
/// More than a line of a hint, less than two.
constexpr float kOneHint = 30;

/// Where the parts of forms begin.
struct Section {
    RecordKind kind;
    std::string_view first;
    Text title;
};

constexpr std::array<Section, 13> kSections{{{RecordKind::kGuardian, "firstName", Text::record_section_person},
                                             {RecordKind::kGuardian, "street", Text::record_section_address},
                                             {RecordKind::kGuardian, "mobile", Text::record_section_contact},
                                             {RecordKind::kGuardian, "iban", Text::record_section_payment},
                                             {RecordKind::kChild, "firstName", Text::record_section_person},
                                             {RecordKind::kChild, "street", Text::record_section_address},
                                             {RecordKind::kChild, "allergies", Text::record_section_care},
                                             {RecordKind::kChild, "doctor", Text::record_section_doctors},
                                             {RecordKind::kChild, "school", Text::record_section_school},
                                             {RecordKind::kChild, "photoPublic", Text::record_section_consents},
                                             {RecordKind::kContact, "name", Text::record_section_person},
                                             {RecordKind::kContact, "emergency", Text::record_section_roles},
                                             {RecordKind::kContact, "validFrom", Text::record_section_period}}};

/// Fields that stand beside each other.
using Row = std::vector<const FieldSpec*>;

/// What is beside each other looks alike: boxes, ticks or choices.
enum class Shape { kBox, kTick, kConsent, kWide };

Shape shape_of(const Ui& ui, const RecordForm& form, const FieldSpec& spec) {
    if (is_fixed(ui, form, spec)) {
        return Shape::kBox;
    }
    switch (spec.type) {
        case FieldType::kNotes:
            return Shape::kWide;
        case FieldType::kYesNo:
            return Shape::kTick;
        case FieldType::kConsent:
            return Shape::kConsent;
        default:
            return Shape::kBox;
    }
}

std::vector<Row> rows_of(const Ui& ui, const RecordForm& form, std::span<const FieldSpec> part, bool two) {
    std::vector<Row> rows;
    for (const FieldSpec& spec : part) {
        if (!is_shown(ui, form, spec)) {
            continue;
        }
        const Shape shape = shape_of(ui, form, spec);
        const bool joins = two && !rows.empty() && rows.back().size() == 1 && shape != Shape::kWide &&
                           shape_of(ui, form, *rows.back().front()) == shape;
        if (joins) {
            rows.back().push_back(&spec);
        } else {
            rows.push_back({&spec});
        }
    }
    return rows;
}

/// The first field's part of a row: what is short is narrow.
float share_of(const Row& row) {
    if (row[1]->type == FieldType::kHouseNumber) {
        return 0.7F;
    }
    return row[0]->type == FieldType::kPostcode ? 0.3F : 0.5F;
}

void row(Ui& ui, Column& column, const RecordForm& form, const Row& fields, bool two) {
    const bool alone = fields.size() == 1;
    // A field that has nobody beside it stays as wide as the others, but for long texts.
    const bool narrow = two && alone && shape_of(ui, form, *fields[0]) == Shape::kBox;
    const float share = alone ? 0.5F : share_of(fields);
    const float width = alone && !narrow ? column.width : (column.width - kGap) * share;
    Column first{column.x, column.y, width};
    if (alone) {
        record_field(ui, first, form, *fields[0]);
        column.y = first.y;
        return;
    }
    Column second{column.x + width + kGap, column.y, column.width - width - kGap};
    if (shape_of(ui, form, *fields[0]) != Shape::kTick) {
        // Boxes stand on one line where a hint is the difference; for more, a label would hang in the air.
        const float lower =
            field_head(ui, form, *fields[1], second.width) - field_head(ui, form, *fields[0], first.width);
        if (std::abs(lower) < kOneHint * ui.theme().text_scale) {
            first.space(std::max(0.0F, lower));
            second.space(std::max(0.0F, -lower));
        }
    }
    record_field(ui, first, form, *fields[0]);
    record_field(ui, second, form, *fields[1]);
    column.y = std::max(first.y, second.y);
}

const Section* section_at(RecordKind kind, std::string_view field) {
    const auto* const found = std::find_if(kSections.begin(), kSections.end(), [&](const Section& section) {
        return section.kind == kind && section.first == field;
    });
    return found == kSections.end() ? nullptr : found;
}

void section(Ui& ui, Column& column, const RecordForm& form, std::span<const FieldSpec> part) {
    const Column place = record_column(ui, column);
    const bool two = (place.width - 32) / ui.theme().text_scale >= 560;
    const std::vector<Row> rows = rows_of(ui, form, part, two);
    if (rows.empty()) {
        return;
    }
    const std::string key = "section-" + std::string(part.front().name);
    Heading title;
    title.key = key;
    title.text = ui.text(section_at(form.base.kind, part.front().name)->title);
    const bool beside = place.x > column.x;
    Column head{column.x, column.y + (beside ? 16 : 0), beside ? kTitles - kGap : column.width};
    heading(ui, head, title);
    Column fields{place.x, beside ? column.y : head.y + 8, place.width};
    {
        Card card(ui, fields);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            card.content().space(i > 0 ? 20 : 0);
            row(ui, card.content(), form, rows[i], two);
        }
    }
    column.y = std::max(head.y, fields.y) + 20;
}

}  // namespace

Column record_column(const Ui& ui, const Column& column) {
    if (column.width / ui.theme().text_scale < 900) {
        return column;
    }
    return {column.x + kTitles, column.y, column.width - kTitles};
}

void record_sections(Ui& ui, Column& column, const RecordForm& form) {
    const std::span<const FieldSpec> fields = core::fields_of(form.base.kind);
    std::size_t first = 0;
    while (first < fields.size()) {
        std::size_t end = first + 1;
        while (end < fields.size() && section_at(form.base.kind, fields[end].name) == nullptr) {
            ++end;
        }
        section(ui, column, form, fields.subspan(first, end - first));
        first = end;
    }
}

}  // namespace portal::ui
