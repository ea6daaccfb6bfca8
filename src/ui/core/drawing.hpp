#pragma once

#include <cstdint>

struct ImDrawList;
struct ImGuiContext;

namespace portal::ui {

/// The half of Dear ImGui that the portal lives on: fonts, draw lists, textures and the data for its renderers.
///
/// Frames are not opened with ImGui::NewFrame(), because all input comes from the mirror of real elements: windows,
/// navigation, tables, popups and their settings would be a third of the download and nothing would ever call them.
/// What NewFrame() and Render() do for the drawing half is done here, by the same functions and in the same order.
class Drawing {
  public:
    Drawing();
    ~Drawing();
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    /// Empties the draw lists; lengths in device pixels. May be called again before `finish` to start over.
    void begin(float width, float height);

    [[nodiscard]] ImDrawList& page() { return *page_; }
    [[nodiscard]] ImDrawList& front() { return *front_; }  ///< over the page

    /// Hands what was drawn to the renderer, as ImGui::GetDrawData().
    void finish();

  private:
    ImGuiContext* context_;
    ImDrawList* page_;
    ImDrawList* front_;
};

}  // namespace portal::ui
