#include "ui/screens/record_field.hpp"

#include "app/record_texts.hpp"
#include "app/selectors.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/caption.hpp"
#include "ui/widgets/checkbox.hpp"
#include "ui/widgets/date_field.hpp"
#include "ui/widgets/radio_group.hpp"
#include "ui/widgets/select.hpp"
#include "ui/widgets/text.hpp"
#include "ui/widgets/text_area.hpp"
#include "ui/widgets/text_field.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace portal::ui {
namespace {

using core::FieldRight;
using core::FieldSpec;
using core::FieldType;

/// The HTML autofill tokens of a parent's own data.
/// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTokens{{{"firstName", "given-name"},
                                                                                {"lastName", "family-name"},
                                                                                {"street", "address-line1"},
                                                                                {"postcode", "postal-code"},
                                                                                {"city", "address-level2"},
                                                                                {"mobile", "tel"},
                                                                                {"email", "email"},
                                                                                {"birthDate", "bday"}}};

/// A field as it stands: its words, its text and what is wrong with it.
struct Shown {
    std::string_view label;
    std::string hint;
    std::string error;
    std::string text;
    std::string_view token;
    bool disabled = false;
};

FieldRight right_of(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    const auto& records = ui.state().records.value;
    return core::right_of(records ? records->rights : core::FieldRights{}, form.base.kind, spec);
}

std::string_view token_of(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    const auto& account = ui.state().account;
    const bool is_own =
        form.base.kind == core::RecordKind::kGuardian && account && account->guardian.value == form.base.id;
    const auto* const found =
        std::find_if(kTokens.begin(), kTokens.end(), [&](const auto& token) { return token.first == spec.name; });
    return is_own && found != kTokens.end() ? found->second : std::string_view();
}

std::string hint_of(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    const auto text = app::field_hint(form.base.kind, spec.name);
    std::string hint(text ? ui.text(*text) : std::string_view());
    if (right_of(ui, form, spec) == FieldRight::kApproval && !form.is_new()) {
        hint += (hint.empty() ? "" : " ") + std::string(ui.text(Text::record_approval));
    }
    return hint;
}

Shown shown(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    Shown field;
    field.label = ui.text(app::field_label(form.base.kind, spec.name));
    field.hint = hint_of(ui, form, spec);
    for (const core::FieldFault& fault : form.faults) {
        if (fault.field == spec.name) {
            field.error = app::fault_text(ui.state().language, form.base.kind, fault);
        }
    }
    field.text = app::shown_text(form, spec);
    field.token = token_of(ui, form, spec);
    field.disabled = form.busy();
    return field;
}

void typed(Ui& ui, const FieldSpec& spec, std::string text) {
    ui.emit(app::RecordTyped{std::string(spec.name), std::move(text)});
}

semantics::InputKind input_of(FieldType type) {
    switch (type) {
        case FieldType::kEmail:
            return semantics::InputKind::kEmail;
        case FieldType::kPhone:
            return semantics::InputKind::kTelephone;
        default:
            return semantics::InputKind::kText;
    }
}

void line_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    TextField field;
    field.key = spec.name;
    field.label = shown.label;
    field.value = shown.text;
    field.hint = shown.hint;
    field.error = shown.error;
    field.autocomplete = shown.token;
    field.kind = input_of(spec.type);
    field.required = spec.required;
    field.disabled = shown.disabled;
    if (const std::string* text = text_field(ui, column, field)) {
        typed(ui, spec, *text);
    }
}

void notes_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    TextArea area;
    area.key = spec.name;
    area.caption = {shown.label, shown.hint, shown.error};
    area.value = shown.text;
    area.lines = 3;
    area.max_length = static_cast<std::uint16_t>(core::kNotesLength);
    area.disabled = shown.disabled;
    if (const std::string* text = text_area(ui, column, area)) {
        typed(ui, spec, *text);
    }
}

/// The three boxes of "1988-2-9", as they were typed.
DateParts parts_of(const std::string& text) {
    const std::size_t first = text.find('-');
    const std::size_t second = first == std::string::npos ? first : text.find('-', first + 1);
    if (second == std::string::npos) {
        return {};
    }
    DateParts parts{text.substr(second + 1), text.substr(first + 1, second - first - 1), text.substr(0, first)};
    for (std::string* part : {&parts.day, &parts.month}) {
        // As one writes it: a stored day has leading zeros.
        if (part->size() == 2 && part->front() == '0' && core::Date::parse(text)) {
            part->erase(0, 1);
        }
    }
    return parts;
}

void birth_date_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    MemorableDate date;
    date.key = spec.name;
    date.caption = {shown.label, shown.hint, shown.error};
    date.parts = parts_of(shown.text);
    date.autocomplete = shown.token;
    date.required = spec.required;
    date.disabled = shown.disabled;
    if (const auto parts = memorable_date(ui, column, date)) {
        typed(ui, spec, parts->year + '-' + parts->month + '-' + parts->day);
    }
}

void day_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    DateField date;
    date.key = spec.name;
    date.caption = {shown.label, shown.hint, shown.error};
    date.value = shown.text;
    date.disabled = shown.disabled;
    if (const std::string* text = date_field(ui, column, date)) {
        typed(ui, spec, *text);
    }
}

void choice_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    std::vector<SelectOption> options{{"", ui.text(Text::record_choice_not_chosen)}};
    for (const std::string_view choice : spec.choices) {
        options.push_back({choice, ui.text(app::choice_label(choice))});
    }
    SelectField select;
    select.key = spec.name;
    select.caption = {shown.label, shown.hint, shown.error};
    select.chosen = shown.text;
    select.options = options;
    select.required = spec.required;
    select.disabled = shown.disabled;
    if (const std::string* chosen = select_field(ui, column, select)) {
        typed(ui, spec, *chosen);
    }
}

void tick_field(Ui& ui, Column& column, const FieldSpec& spec, const Shown& shown) {
    Checkbox tick;
    tick.key = spec.name;
    tick.label = shown.label;
    tick.detail = shown.hint;
    tick.error = shown.error;
    tick.checked = shown.text == core::kYes;
    tick.disabled = shown.disabled;
    if (checkbox(ui, column, tick)) {
        typed(ui, spec, std::string(tick.checked ? core::kNo : core::kYes));
    }
}

/// Since when the answer holds.
std::string consent_hint(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    const core::RecordField* field = core::field_of(form.base, spec.name);
    if (field == nullptr || field->value.empty() || !field->since) {
        return std::string(ui.text(Text::record_consent_unasked));
    }
    const bool is_given = field->value == core::kConsentGiven;
    return ui.text(is_given ? Text::record_consent_granted_on : Text::record_consent_refused_on,
                   {{"day", app::plain_date(ui.state().language, *field->since)}});
}

std::string consent_words(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec, const Shown& shown) {
    const std::string since = consent_hint(ui, form, spec);
    return shown.hint.empty() ? since : since + ' ' + shown.hint;
}

void consent_field(Ui& ui, Column& column, const app::RecordForm& form, const FieldSpec& spec, const Shown& shown) {
    const std::array<RadioOption, 2> options{
        {{core::kConsentGiven, ui.text(app::choice_label(core::kConsentGiven)), {}, false},
         {core::kConsentRefused, ui.text(app::choice_label(core::kConsentRefused)), {}, false}}};
    const std::string hint = consent_words(ui, form, spec, shown);
    RadioGroup group;
    group.key = spec.name;
    group.caption = {shown.label, hint, shown.error};
    group.chosen = shown.text;
    group.options = options;
    group.disabled = shown.disabled;
    if (const auto chosen = radio_group(ui, column, group)) {
        typed(ui, spec, std::string(options[*chosen].key));
    }
}

/// What only the organisation can change.
void fixed_field(Ui& ui, Column& column, const app::RecordForm& form, const FieldSpec& spec) {
    constexpr float kIcon = 16;
    const std::string label(ui.text(app::field_label(form.base.kind, spec.name)));
    const std::string value = app::value_text(ui.state().language, spec, core::value_of(form.base, spec.name));
    const std::string_view why = ui.text(Text::record_fixed);
    const Rect begin = column.take(0);
    const TextStyle strong = ui.theme().type(Type::kSecondaryStrong);
    const TextStyle small = ui.theme().type(Type::kSecondary);
    column.space(draw_text(ui, {column.x, column.y}, column.width, strong, label, ui.colors().text));
    column.space(
        draw_text(ui, {column.x, column.y}, column.width, ui.theme().type(Type::kBody), value, ui.colors().text));
    ui.paint().icon({column.x, column.y + (small.line - kIcon) / 2}, kIcon, icon::kLock, ui.colors().secondary);
    column.space(
        draw_text(ui, {column.x + kIcon + 6, column.y}, column.width - kIcon - 6, small, why, ui.colors().secondary));
    ui.record(Role::kParagraph, spec.name, {begin.x, begin.y, begin.width, column.y - begin.y}).name =
        label + ": " + value + ". " + std::string(why);
}

/// 'In behandeling', who asked for what, and the value that counts until then.
void waiting_note(Ui& ui, Column& column, const app::RecordForm& form, const FieldSpec& spec) {
    const core::RecordField* field = core::field_of(form.base, spec.name);
    if (field == nullptr || !field->waiting) {
        return;
    }
    const app::Language language = ui.state().language;
    const std::string now = app::value_text(language, spec, field->value);
    const std::string wanted = app::value_text(language, spec, field->waiting->value);
    const std::string old = now.empty() ? std::string(ui.text(Text::record_nothing)) : now;
    const std::string words = ui.text(wanted.empty() ? Text::record_in_review_empty : Text::record_in_review_from,
                                      {{"who", field->waiting->asked_by}, {"new", wanted}, {"old", old}});
    const std::string key(spec.name);
    const std::string_view state = ui.text(Text::record_in_review);
    column.space(8);
    const Rect place{column.x, column.y, badge_width(ui, icon::kHourglass, state), badge_height(ui)};
    badge(ui, {place.x, place.y}, ui.colors().asked, icon::kHourglass, state);
    ui.record(Role::kText, key + "-state", place).name = state;
    column.space(place.height + 4);
    quiet_line(ui, column, key + "-waiting", words);
}

}  // namespace

bool is_fixed(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    return right_of(ui, form, spec) == FieldRight::kFixed;
}

float field_head(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec, float width) {
    if (is_fixed(ui, form, spec)) {
        return ui.theme().type(Type::kSecondaryStrong).line;
    }
    const Shown field = shown(ui, form, spec);
    const std::string hint = spec.type == FieldType::kConsent ? consent_words(ui, form, spec, field) : field.hint;
    const float parts = spec.type == FieldType::kBirthDate ? ui.theme().type(Type::kSecondary).line + 2 : 0;
    return caption_height(ui, width, {field.label, hint, field.error}) + parts;
}

bool is_shown(const Ui& ui, const app::RecordForm& form, const FieldSpec& spec) {
    return !is_fixed(ui, form, spec) || !core::value_of(form.base, spec.name).empty();
}

NodeId focus_target(const Ui& ui, const FieldSpec& spec) {
    const NodeId id = ui.id(spec.name);
    switch (spec.type) {
        case FieldType::kBirthDate:
            return semantics::make_id(id, "day");
        case FieldType::kConsent:
            return semantics::make_id(id, core::kConsentGiven);
        default:
            return id;
    }
}

void record_field(Ui& ui, Column& column, const app::RecordForm& form, const FieldSpec& spec) {
    if (!is_shown(ui, form, spec)) {
        return;
    }
    if (is_fixed(ui, form, spec)) {
        fixed_field(ui, column, form, spec);
        return;
    }
    const Shown field = shown(ui, form, spec);
    switch (spec.type) {
        case FieldType::kNotes:
            notes_field(ui, column, spec, field);
            break;
        case FieldType::kBirthDate:
            birth_date_field(ui, column, spec, field);
            break;
        case FieldType::kDate:
            day_field(ui, column, spec, field);
            break;
        case FieldType::kChoice:
            choice_field(ui, column, spec, field);
            break;
        case FieldType::kYesNo:
            tick_field(ui, column, spec, field);
            break;
        case FieldType::kConsent:
            consent_field(ui, column, form, spec, field);
            break;
        default:
            line_field(ui, column, spec, field);
            break;
    }
    waiting_note(ui, column, form, spec);
}

}  // namespace portal::ui
