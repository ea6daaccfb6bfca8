#include "ui/core/fonts.hpp"

#include "imgui.h"
#include "imgui_internal.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

namespace portal::ui {
namespace {

constexpr std::array<std::string_view, kWeightCount> kNames{"nunito-sans-400", "nunito-sans-600", "nunito-sans-700",
                                                            "nunito-sans-800"};
constexpr std::string_view kIcons = "lucide";

/// Negative: sizes are those of the em square, as in CSS, and not those from ascender to descender.
constexpr float kEmSize = -1.0F;

ImFont* add_to_atlas(std::span<const unsigned char> truetype, ImFont* extended) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.FontData = ImGui::MemAlloc(truetype.size());
    std::copy(truetype.begin(), truetype.end(), static_cast<unsigned char*>(config.FontData));
    config.FontDataSize = static_cast<int>(truetype.size());
    config.SizePixels = kEmSize;
    config.GlyphMaxAdvanceX = -FLT_MAX;  // ImGui multiplies it by a size that is negative here
    if (extended == nullptr) {
        return atlas.AddFont(&config);
    }
    // ImGui 1.92.2 extends the font that was added last, so the one that is meant takes that place meanwhile.
    config.MergeMode = true;
    ImFont** const place = atlas.Fonts.find(extended);
    std::swap(*place, atlas.Fonts.back());
    ImFont* const font = atlas.AddFont(&config);
    std::swap(*place, atlas.Fonts.back());
    ImFontAtlasFontDiscardBakes(&atlas, extended, 0);  // they remember the characters that were missing
    return font;
}

/// Length in bytes of the UTF-8 character that `text` begins with.
std::size_t character_length(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    return length;
}

/// A line may end after this character.
bool breaks_after(char c) {
    return c == ' ' || c == '-' || c == '/';
}

}  // namespace

void Fonts::add(std::string_view name, std::span<const unsigned char> truetype) {
    if (name == kIcons) {
        icons_ = add_to_atlas(truetype, nullptr);
        return;
    }
    for (std::size_t i = 0; i < kWeightCount; ++i) {
        if (name.substr(0, kNames[i].size()) == kNames[i]) {
            ImFont* const font = add_to_atlas(truetype, weights_[i]);
            if (weights_[i] == nullptr) {
                weights_[i] = font;
            }
        }
    }
}

ImFont* Fonts::weight(Weight weight) const {
    ImFont* const font = weights_[static_cast<std::size_t>(weight)];
    return font != nullptr ? font : ImGui::GetIO().Fonts->Fonts.front();
}

float Fonts::device_size(float size) const {
    return std::max(1.0F, std::round(size * density_));
}

float Fonts::width(const TextStyle& style, std::string_view text) const {
    if (text.empty()) {
        return 0;
    }
    const ImVec2 size =
        weight(style.weight)
            ->CalcTextSizeA(device_size(style.size), FLT_MAX, 0, text.data(), text.data() + text.size());
    return size.x / density_;
}

float Fonts::baseline(const TextStyle& style) const {
    const ImFontBaked& baked = *weight(style.weight)->GetFontBaked(device_size(style.size));
    const float line = style.line * density_;
    return (line - (baked.Ascent - baked.Descent)) / 2 + baked.Ascent;
}

std::size_t Fonts::fitting(const TextStyle& style, std::string_view text, float width) const {
    const char* rest = nullptr;
    // A thousandth is for rounding: a text is let into a box that was made by its own width.
    weight(style.weight)
        ->CalcTextSizeA(device_size(style.size), (width + 0.01F) * density_, 0, text.data(), text.data() + text.size(),
                        &rest);
    return std::max(static_cast<std::size_t>(rest - text.data()), character_length(text));
}

std::string Fonts::ellipsized(const TextStyle& style, std::string_view text, float width) const {
    if (this->width(style, text) <= width + 0.01F) {
        return std::string(text);
    }
    constexpr std::string_view kEllipsis = "…";
    const float room = width - this->width(style, kEllipsis);
    std::string_view kept = text.substr(0, room > 0 ? fitting(style, text, room) : character_length(text));
    while (!kept.empty() && kept.back() == ' ') {
        kept.remove_suffix(1);
    }
    return std::string(kept) + std::string(kEllipsis);
}

std::vector<std::string_view> Fonts::wrapped(const TextStyle& style, std::string_view text, float width) const {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        std::size_t end = fitting(style, text, width);
        if (end < text.size()) {
            std::size_t nice = end;
            // A space right after the last fitting character is a fine place as well.
            if (text[end] != ' ') {
                while (nice > 0 && !breaks_after(text[nice - 1])) {
                    --nice;
                }
            }
            end = nice > 0 ? nice : end;
        }
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end);
        while (!text.empty() && text.front() == ' ') {
            text.remove_prefix(1);
        }
        while (!line.empty() && line.back() == ' ') {
            line.remove_suffix(1);
        }
        lines.push_back(line);
    }
    return lines;
}

}  // namespace portal::ui
