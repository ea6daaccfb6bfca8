#include "ui/core/painter.hpp"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace portal::ui {
namespace {

constexpr float kPi = 3.14159265F;

ImU32 packed(Color color) {
    return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

/// Strokes every other stretch of a closed path.
void stroke_dashes(ImDrawList& list, const std::vector<ImVec2>& path, ImU32 color, float dash, float thickness) {
    float along = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const ImVec2 from = path[i];
        const ImVec2 to = path[(i + 1) % path.size()];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        float done = 0;
        while (done < length) {
            const float phase = std::fmod(along, 2 * dash);
            const float step = std::min(length - done, (phase < dash ? dash : 2 * dash) - phase);
            if (phase < dash && step > 0.01F) {
                const float a = done / length;
                const float b = (done + step) / length;
                list.AddLine({from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a},
                             {from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b}, color, thickness);
            }
            done += std::max(step, 0.01F);
            along += std::max(step, 0.01F);
        }
    }
}

}  // namespace

struct Painter::Device {
    float left;
    float top;
    float right;
    float bottom;

    [[nodiscard]] ImVec2 min() const { return {left, top}; }
    [[nodiscard]] ImVec2 max() const { return {right, bottom}; }
    [[nodiscard]] Device shrunk(float by) const { return {left + by, top + by, right - by, bottom - by}; }
};

float Painter::snap(float length) const {
    return std::round(length * fonts_.density());
}

float Painter::stroke(float thickness) const {
    return std::max(1.0F, std::round(thickness * fonts_.density()));
}

Painter::Device Painter::to_device(const Rect& rect) const {
    return {snap(rect.x + offset_.x), snap(rect.y + offset_.y), snap(right(rect) + offset_.x),
            snap(bottom(rect) + offset_.y)};
}

void Painter::begin(ImDrawList& page, ImDrawList& front, const Rect& screen) {
    list_ = &page;
    front_ = &front;
    screen_ = screen;
    offset_ = {};
    clips_.assign(1, screen);
}

void Painter::push_clip(const Rect& rect) {
    const Rect asked = moved(rect, offset_.x, offset_.y);
    const Rect& now = clips_.back();
    const float left = std::max(asked.x, now.x);
    const float top = std::max(asked.y, now.y);
    clips_.push_back({left, top, std::max(0.0F, std::min(right(asked), right(now)) - left),
                      std::max(0.0F, std::min(bottom(asked), bottom(now)) - top)});
    const Device device = to_device(rect);
    list_->PushClipRect(device.min(), device.max(), true);
}

void Painter::pop_clip() {
    clips_.pop_back();
    list_->PopClipRect();
}

void Painter::push_screen_clip() {
    clips_.push_back(screen_);
    list_->PushClipRect({0, 0}, {snap(screen_.width), snap(screen_.height)}, false);
}

bool Painter::sees(const Rect& rect) const {
    return overlap(moved(rect, offset_.x, offset_.y), clips_.back());
}

void Painter::fill(const Rect& rect, Color color, float radius, Corners corners) {
    if (!sees(rect) || color.alpha == 0) {
        return;
    }
    const Device device = to_device(rect);
    list_->AddRectFilled(device.min(), device.max(), packed(color), radius * fonts_.density(),
                         corners == Corners::kTop ? ImDrawFlags_RoundCornersTop : ImDrawFlags_RoundCornersAll);
}

void Painter::outline(const Rect& rect, Color color, float radius, float thickness) {
    if (!sees(rect)) {
        return;
    }
    const float width = stroke(thickness);
    const Device device = to_device(rect).shrunk(width / 2);
    list_->PathRect(device.min(), device.max(), std::max(0.0F, radius * fonts_.density() - width / 2));
    list_->PathStroke(packed(color), ImDrawFlags_Closed, width);
}

void Painter::dashed_outline(const Rect& rect, Color color, float radius, float thickness) {
    if (!sees(rect)) {
        return;
    }
    const float width = stroke(thickness);
    const Device device = to_device(rect).shrunk(width / 2);
    list_->PathRect(device.min(), device.max(), std::max(0.0F, radius * fonts_.density() - width / 2));
    const std::vector<ImVec2> path(list_->_Path.begin(), list_->_Path.end());
    list_->PathClear();
    stroke_dashes(*list_, path, packed(color), 4 * fonts_.density(), width);
}

void Painter::hatch(const Rect& rect, Color color, float gap, float thickness) {
    if (!sees(rect)) {
        return;
    }
    const Device device = to_device(rect);
    const float width = device.right - device.left;
    const float height = device.bottom - device.top;
    const float step = gap * fonts_.density();
    for (float start = step / 2; start < width + height; start += step) {
        // The stripe x + y = start, from where it leaves the rectangle at the bottom or left to the top or right.
        const float low = std::max(0.0F, start - height);
        const float high = std::min(start, width);
        list_->AddLine({device.left + low, device.top + (start - low)},
                       {device.left + high, device.top + (start - high)}, packed(color), thickness * fonts_.density());
    }
}

void Painter::shadow(const Rect& rect, float radius, Color color, float height) {
    const float reach = 3 * height;
    if (!sees(inset(rect, -reach))) {
        return;
    }
    struct Ring {
        float spread;
        float strength;
    };
    const std::array<Ring, 4> rings{{{-0.25F, 0.07F}, {0.25F, 0.034F}, {0.6F, 0.010F}, {1, 0}}};
    constexpr int kSteps = 4;  // per corner
    constexpr int kPoints = 4 * (kSteps + 1);
    const Device device = to_device(rect);
    const float density = fonts_.density();
    const float round = std::max(radius * density, 1.0F);
    const float drop = height * 0.5F * density;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_->PrimReserve(kPoints * 6 * 3, kPoints * 4);
    const unsigned first = list_->_VtxCurrentIdx;
    for (int point = 0; point < kPoints; ++point) {
        const int corner = point / (kSteps + 1);
        const float angle = kPi + kPi / 2 *
                                      (static_cast<float>(corner) +
                                       static_cast<float>(point % (kSteps + 1)) / static_cast<float>(kSteps));
        const float x = corner == 0 || corner == 3 ? device.left + round : device.right - round;
        const float y = corner < 2 ? device.top + round : device.bottom - round;
        for (const Ring& ring : rings) {
            const float out = round + ring.spread * reach * density;
            Color tint = color;
            tint.alpha = static_cast<std::uint8_t>(static_cast<float>(color.alpha) * ring.strength);
            list_->PrimWriteVtx({x + std::cos(angle) * out, y + std::sin(angle) * out + drop}, white, packed(tint));
        }
    }
    for (unsigned point = 0; point < kPoints; ++point) {
        const unsigned a = first + point * 4;
        const unsigned b = first + (point + 1) % kPoints * 4;
        for (unsigned ring = 0; ring < 3; ++ring) {
            for (const unsigned index : {a + ring, b + ring, b + ring + 1, a + ring, b + ring + 1, a + ring + 1}) {
                list_->PrimWriteIdx(static_cast<ImDrawIdx>(index));
            }
        }
    }
}

void Painter::line(Point from, Point to, Color color, float thickness) {
    const float width = stroke(thickness);
    const bool straight = from.x == to.x || from.y == to.y;
    if (straight) {
        const bool upright = from.x == to.x;
        const float x = snap(from.x + offset_.x);
        const float y = snap(from.y + offset_.y);
        const ImVec2 end =
            upright ? ImVec2(x + width, snap(to.y + offset_.y)) : ImVec2(snap(to.x + offset_.x), y + width);
        list_->AddRectFilled({x, y}, end, packed(color));
        return;
    }
    const float density = fonts_.density();
    list_->AddLine({(from.x + offset_.x) * density, (from.y + offset_.y) * density},
                   {(to.x + offset_.x) * density, (to.y + offset_.y) * density}, packed(color), thickness * density);
}

void Painter::disc(Point centre, float radius, Color color) {
    const float density = fonts_.density();
    list_->AddCircleFilled({(centre.x + offset_.x) * density, (centre.y + offset_.y) * density}, radius * density,
                           packed(color));
}

void Painter::ring(Point centre, float radius, Color color, float thickness) {
    const float density = fonts_.density();
    list_->AddCircle({(centre.x + offset_.x) * density, (centre.y + offset_.y) * density},
                     (radius - thickness / 2) * density, packed(color), 0, thickness * density);
}

void Painter::arc(Point centre, float radius, Color color, float thickness, float turn) {
    const float density = fonts_.density();
    const float begin = 2 * kPi * turn;
    list_->PathArcTo({(centre.x + offset_.x) * density, (centre.y + offset_.y) * density}, radius * density, begin,
                     begin + 1.5F * kPi);
    list_->PathStroke(packed(color), 0, thickness * density);
}

void Painter::leaf(const Rect& rect, Color color) {
    const Device device = to_device(rect);
    const float round = (device.right - device.left) / 2;
    const float small = round / 4;
    list_->PathArcTo({device.left + round, device.top + round}, round, kPi, 1.5F * kPi);
    list_->PathArcTo({device.right - round, device.top + round}, round, 1.5F * kPi, 2 * kPi);
    list_->PathArcTo({device.right - round, device.bottom - round}, round, 0, 0.5F * kPi);
    list_->PathArcTo({device.left + small, device.bottom - small}, small, 0.5F * kPi, kPi);
    list_->PathFillConvex(packed(color));
}

float Painter::text(Point at, const TextStyle& style, std::string_view text, Color color) {
    const float width = fonts_.width(style, text);
    if (!text.empty() && sees({at.x, at.y, width, style.line})) {
        ImFont* const font = fonts_.weight(style.weight);
        const float size = fonts_.device_size(style.size);
        const float ascent = std::round(font->GetFontBaked(size)->Ascent);
        const float top = std::round((at.y + offset_.y) * fonts_.density() + fonts_.baseline(style)) - ascent;
        list_->AddText(font, size, {snap(at.x + offset_.x), top}, packed(color), text.data(),
                       text.data() + text.size());
    }
    return width;
}

void Painter::icon(Point at, float size, const char* glyph, Color color) {
    ImFont* const font = fonts_.icons();
    if (font == nullptr || !sees({at.x, at.y, size, size})) {
        return;
    }
    list_->AddText(font, fonts_.device_size(size), {snap(at.x + offset_.x), snap(at.y + offset_.y)}, packed(color),
                   glyph);
}

}  // namespace portal::ui
