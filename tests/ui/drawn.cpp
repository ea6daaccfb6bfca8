#include "ui/drawn.hpp"

#include "imgui.h"

#include <algorithm>

namespace portal::ui::test {

std::vector<DrawnPoint> drawn_in(const semantics::Rect& rect) {
    std::vector<DrawnPoint> points;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) {
            const Color color{static_cast<std::uint8_t>(vertex.col >> IM_COL32_R_SHIFT),
                              static_cast<std::uint8_t>(vertex.col >> IM_COL32_G_SHIFT),
                              static_cast<std::uint8_t>(vertex.col >> IM_COL32_B_SHIFT),
                              static_cast<std::uint8_t>(vertex.col >> IM_COL32_A_SHIFT)};
            const bool inside = vertex.pos.x >= rect.x && vertex.pos.x <= rect.x + rect.width &&
                                vertex.pos.y >= rect.y && vertex.pos.y <= rect.y + rect.height;
            if (inside && color.alpha > 0) {
                points.push_back({vertex.pos.x, vertex.pos.y, color});
            }
        }
    }
    return points;
}

bool is_drawn(const semantics::Rect& rect, Color color) {
    const std::vector<DrawnPoint> points = drawn_in(rect);
    return std::any_of(points.begin(), points.end(), [&](const DrawnPoint& point) { return point.color == color; });
}

}  // namespace portal::ui::test
