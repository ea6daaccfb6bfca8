#include "ui/core/drawing.hpp"

#include "imgui.h"
#include "imgui_internal.h"

namespace portal::ui {
namespace {

constexpr int kTextureSide = 512;

void reset(ImDrawList& list, ImVec2 size) {
    list._ResetForNewFrame();
    list.PushTexture(ImGui::GetIO().Fonts->TexRef);
    list.PushClipRect({0, 0}, size, false);
}

void set_up_shared_data(ImDrawListSharedData& data, ImVec2 size) {
    const ImGuiStyle& style = ImGui::GetStyle();
    data.FontAtlas = ImGui::GetIO().Fonts;
    ImFontAtlasUpdateDrawListsSharedData(data.FontAtlas);  // where the texture is white, for shapes without one
    data.ClipRectFullscreen = {0, 0, size.x, size.y};
    data.CurveTessellationTol = style.CurveTessellationTol;
    data.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
    data.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex | ImDrawListFlags_AntiAliasedFill;
    if ((ImGui::GetIO().BackendFlags & ImGuiBackendFlags_RendererHasVtxOffset) != 0) {
        data.InitialFlags |= ImDrawListFlags_AllowVtxOffset;
    }
}

}  // namespace

Drawing::Drawing() : context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Both renderers, the browser's and the tests' none, take textures as they grow.
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
    // Large enough for most screens at once, so that glyphs rarely have to move to a larger texture.
    io.Fonts->TexMinWidth = kTextureSide;
    io.Fonts->TexMinHeight = kTextureSide;
    page_ = IM_NEW(ImDrawList)(&context_->DrawListSharedData);
    front_ = IM_NEW(ImDrawList)(&context_->DrawListSharedData);
}

Drawing::~Drawing() {
    ImGui::SetCurrentContext(context_);
    IM_DELETE(page_);
    IM_DELETE(front_);
    ImGui::DestroyContext(context_);
}

void Drawing::begin(float width, float height) {
    ImGui::SetCurrentContext(context_);
    const ImVec2 size{width, height};
    ImGui::GetIO().DisplaySize = size;
    ++context_->FrameCount;
    ImFontAtlasUpdateNewFrame(ImGui::GetIO().Fonts, context_->FrameCount, true);
    set_up_shared_data(context_->DrawListSharedData, size);
    reset(*page_, size);
    reset(*front_, size);
}

void Drawing::finish() {
    ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;
    textures.resize(0);
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    for (ImTextureData* texture : atlas.TexList) {
        texture->RefCount = static_cast<unsigned short>(atlas.RefCount);
        textures.push_back(texture);
    }
    ImGuiViewportP& viewport = *context_->Viewports[0];
    viewport.Size = ImGui::GetIO().DisplaySize;
    ImDrawData& data = viewport.DrawDataP;
    data.Clear();
    data.Valid = true;
    data.DisplaySize = viewport.Size;
    data.FramebufferScale = {1, 1};
    data.OwnerViewport = &viewport;
    data.Textures = &textures;
    data.AddDrawList(page_);
    data.AddDrawList(front_);
}

}  // namespace portal::ui
