#include "platform/browser/canvas.hpp"

#include "platform/browser/bridge.hpp"

#include <GLES2/gl2.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <algorithm>
#include <utility>

namespace portal::platform::browser {
namespace {

constexpr const char* kSelector = "#canvas";
constexpr double kPatience = 2000;  // milliseconds in which a lost context has to come back

EMSCRIPTEN_WEBGL_CONTEXT_HANDLE make_context(int version) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    // ImGui smooths its own edges and draws back to front; every buffer left out is memory and time saved.
    attributes.alpha = EM_FALSE;
    attributes.depth = EM_FALSE;
    attributes.stencil = EM_FALSE;
    attributes.antialias = EM_FALSE;
    attributes.premultipliedAlpha = EM_FALSE;
    attributes.preserveDrawingBuffer = EM_FALSE;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    attributes.enableExtensionsByDefault = EM_FALSE;
    attributes.majorVersion = version;
    attributes.minorVersion = 0;
    return emscripten_webgl_create_context(kSelector, &attributes);
}

float channel(unsigned color, unsigned shift) {
    return static_cast<float>((color >> shift) & 0xffU) / 255.0F;
}

}  // namespace

Canvas::Canvas(std::function<void()> changed) : changed_(std::move(changed)) {
    create_context();
    if (context_ <= 0) {
        ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        plain_ = true;
        bridge::call("showMirror");
        return;
    }
    bridge::call("rememberDrawingState");
    ImGui_ImplOpenGL3_Init("#version 100");
    emscripten_set_webglcontextlost_callback(kSelector, this, EM_FALSE, [](int, const void*, void* self) -> EM_BOOL {
        static_cast<Canvas*>(self)->on_lost();
        return EM_TRUE;  // prevents the default, which is never to restore it
    });
    emscripten_set_webglcontextrestored_callback(kSelector, this, EM_FALSE,
                                                 [](int, const void*, void* self) -> EM_BOOL {
                                                     static_cast<Canvas*>(self)->on_restored();
                                                     return EM_TRUE;
                                                 });
}

Canvas::~Canvas() {
    if (context_ > 0) {
        emscripten_set_webglcontextlost_callback(kSelector, nullptr, EM_FALSE, nullptr);
        emscripten_set_webglcontextrestored_callback(kSelector, nullptr, EM_FALSE, nullptr);
        emscripten_clear_timeout(lost_timer_);
        ImGui_ImplOpenGL3_Shutdown();
        emscripten_webgl_destroy_context(context_);
    }
}

void Canvas::create_context() {
    for (const int version : {2, 1}) {
        context_ = make_context(version);
        if (context_ > 0) {
            version_ = version;
            make_current();
            return;
        }
    }
}

void Canvas::make_current() {
    emscripten_webgl_make_context_current(context_);
    if (version_ == 1) {
        // WebGL 2 has these built in; every browser has them in WebGL 1, and a restored context has to be asked again.
        emscripten_webgl_enable_OES_vertex_array_object(context_);
    }
}

void Canvas::on_lost() {
    lost_ = true;
    emscripten_clear_timeout(lost_timer_);
    lost_timer_ = emscripten_set_timeout(
        [](void* self) {
            Canvas& canvas = *static_cast<Canvas*>(self);
            if (canvas.lost_) {
                canvas.plain_ = true;
                bridge::call("showMirror");
            }
        },
        kPatience, this);
}

void Canvas::on_restored() {
    lost_ = false;
    if (plain_) {
        plain_ = false;
        bridge::call("showCanvas");
    }
    make_current();
    ImGui_ImplOpenGL3_DestroyDeviceObjects();  // made anew by the next frame, the font's texture as well
    changed_();
}

void Canvas::resize(const app::Viewport& viewport) {
    const int width = std::max(1, static_cast<int>(viewport.width * viewport.pixel_ratio));
    const int height = std::max(1, static_cast<int>(viewport.height * viewport.pixel_ratio));
    if (width == width_ && height == height_ && viewport.pixel_ratio == ratio_) {
        return;
    }
    width_ = width;
    height_ = height;
    ratio_ = viewport.pixel_ratio;
    emscripten_set_canvas_element_size(kSelector, width, height);
    // From the whole number of device pixels, so that each of them is shown by exactly one.
    emscripten_set_element_css_size(kSelector, width / static_cast<double>(ratio_),
                                    height / static_cast<double>(ratio_));
}

void Canvas::pretend_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

void Canvas::create_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status != ImTextureStatus_WantCreate) {
            continue;
        }
        ImGui_ImplOpenGL3_UpdateTexture(texture);
        // ImGui leaves space to the right of a letter and below it. What lies at the left or the upper edge of the
        // texture has that on its other side only at the opposite edge; clamped, its own edge would be drawn twice.
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture->TexID));
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_REPEAT);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_REPEAT);
    }
}

void Canvas::draw(const app::Viewport& viewport, unsigned background) {
    if (context_ <= 0) {
        pretend_textures();
        return;
    }
    if (lost_) {
        return;
    }
    resize(viewport);
    ImGui_ImplOpenGL3_NewFrame();
    glViewport(0, 0, width_, height_);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(background, 16), channel(background, 8), channel(background, 0), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    create_textures();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace portal::platform::browser
