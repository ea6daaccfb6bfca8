#pragma once

#include "app/viewport.hpp"

#include <emscripten/html5.h>
#include <functional>

namespace portal::platform::browser {

/// The `#canvas` element with its WebGL context, the newest version that the browser gives, and ImGui's renderer on it.
class Canvas {
  public:
    /// `changed` is called when the context comes back and everything has to be drawn anew.
    explicit Canvas(std::function<void()> changed);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    /// Draws ImGui's last frame; `background` as 0xRRGGBB. Without a context it only answers ImGui's wish for textures.
    void draw(const app::Viewport& viewport, unsigned background);

  private:
    void create_context();
    void make_current();
    void resize(const app::Viewport& viewport);
    void on_lost();
    void on_restored();
    static void pretend_textures();
    static void create_textures();

    std::function<void()> changed_;
    EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context_ = 0;
    int version_ = 0;  // of WebGL
    bool lost_ = false;
    bool plain_ = false;  // the mirror is shown in place of the canvas
    long lost_timer_ = 0;
    int width_ = 0;  // device pixels
    int height_ = 0;
    float ratio_ = 0;
};

}  // namespace portal::platform::browser
