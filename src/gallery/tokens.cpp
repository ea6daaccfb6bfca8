#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/icons.hpp"
#include "ui/widgets/avatar.hpp"
#include "ui/widgets/badge.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace portal::gallery {
namespace {

struct NamedTone {
    Text name;
    ui::Tone tone;
};

void colours(ui::Ui& ui, ui::Column& column) {
    const ui::Palette& colors = ui.colors();
    const std::array<NamedTone, 9> tones{{{Text::tone_accent, {colors.accent, colors.accent_tint}},
                                          {Text::tone_approved, colors.approved},
                                          {Text::tone_asked, colors.asked},
                                          {Text::tone_absent, colors.absent},
                                          {Text::tone_closed, colors.closed},
                                          {Text::tone_sick, colors.sick},
                                          {Text::tone_swap, colors.swap},
                                          {Text::tone_warning, colors.warning},
                                          {Text::tone_error, colors.error}}};
    Part part(ui, column, "colours", Text::part_colours);
    constexpr float kGap = 8;
    constexpr float kLeast = 132;
    const float room = part.content().width;
    const std::size_t columns = std::max<std::size_t>(
        1, std::min<std::size_t>(3, static_cast<std::size_t>(room / (kLeast * ui.theme().text_scale))));
    const std::size_t lines = (tones.size() + columns - 1) / columns;
    const ui::TextStyle style = ui.theme().type(ui::Type::kSecondaryStrong);
    const auto count = static_cast<float>(columns);
    const float width = (room - (count - 1) * kGap) / count;
    const float height = style.line + 32;
    for (std::size_t i = 0; i < tones.size(); ++i) {
        const std::size_t across = i % columns;
        const std::size_t down = i / columns;
        const ui::Rect rect{part.content().x + static_cast<float>(across) * (width + kGap),
                            part.content().y + static_cast<float>(down) * (height + kGap), width, height};
        ui.paint().fill(rect, tones[i].tone.ground, ui::radius::kMark);
        ui.paint().fill({rect.x, rect.y, 6, rect.height}, tones[i].tone.text);
        const std::string_view name = words(ui, tones[i].name);
        const ui::Rect line = ui::inset(rect, 12, 0);
        ui::draw_line(ui, line, style, name, tones[i].tone.text);
    }
    part.content().space(static_cast<float>(lines) * (height + kGap) - kGap);
}

void type(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "type", Text::part_type);
    constexpr std::array<ui::Type, 9> kTypes{
        ui::Type::kDisplay,   ui::Type::kTitle,           ui::Type::kSection, ui::Type::kItem, ui::Type::kBody,
        ui::Type::kSecondary, ui::Type::kSecondaryStrong, ui::Type::kCaption, ui::Type::kTab};
    for (std::size_t i = 0; i < kTypes.size(); ++i) {
        const std::string key = "type-" + std::to_string(i);
        ui::Paragraph sample;
        sample.key = key;
        sample.text = words(ui, Text::type_sample);
        sample.type = kTypes[i];
        ui::paragraph(ui, part.content(), sample);
        part.content().space(i + 1 == kTypes.size() ? 0 : 8);
    }
}

void avatars(ui::Ui& ui, ui::Column& column) {
    Part part(ui, column, "avatars", Text::part_avatars);
    constexpr float kSize = 44;
    constexpr std::array<std::string_view, 3> kChildren{"N", "S", "M"};
    const ui::Rect row = part.content().take(kSize);
    float x = row.x;
    for (std::size_t i = 0; i < kChildren.size(); ++i) {
        ui::child_avatar(ui, {x, row.y, kSize, kSize}, i, kChildren[i]);
        x += kSize + 12;
    }
    ui::person_avatar(ui, {x, row.y, kSize, kSize}, "J V");
    ui::logo(ui, {x + kSize + 12, row.y, kSize, kSize});
}

void badges(ui::Ui& ui, ui::Column& column) {
    struct State {
        Text name;
        ui::Tone tone;
        const char* icon;
    };
    const ui::Palette& colors = ui.colors();
    const std::array<State, 5> states{{{Text::badge_asked, colors.asked, ui::icon::kClock},
                                       {Text::badge_approved, colors.approved, ui::icon::kCheck},
                                       {Text::badge_rejected, colors.closed, ui::icon::kX},
                                       {Text::badge_sick, colors.sick, ui::icon::kThermometer},
                                       {Text::badge_swap, colors.swap, ui::icon::kArrowLeftRight}}};
    Part part(ui, column, "badges", Text::part_badges);
    ui::Column& content = part.content();
    float x = content.x;
    for (const State& state : states) {
        const std::string_view name = words(ui, state.name);
        const float width = ui::badge_width(ui, state.icon, name);
        if (x > content.x && x + width > content.x + content.width) {
            x = content.x;
            content.space(ui::badge_height(ui) + 8);
        }
        ui::badge(ui, {x, content.y}, state.tone, state.icon, name);
        x += width + 8;
    }
    content.space(ui::badge_height(ui));
}

}  // namespace

void tokens_section(ui::Ui& ui, ui::Column& column) {
    colours(ui, column);
    type(ui, column);
    avatars(ui, column);
    badges(ui, column);
}

}  // namespace portal::gallery
