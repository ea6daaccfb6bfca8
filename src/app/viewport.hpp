#pragma once

namespace portal::app {

/// What the screen and its owner's settings are like. Lengths in CSS pixels.
struct Viewport {
    float width = 390;
    float height = 844;     ///< of the visible part, without a phone's soft keyboard
    float pixel_ratio = 1;  ///< device pixels per CSS pixel
    float text_scale = 1;   ///< the root font size divided by 16 px
    float scroll_y = 0;     ///< how far the page is scrolled
    float safe_top = 0;     ///< notch and home indicator: env(safe-area-inset-*)
    float safe_bottom = 0;
    bool dark = false;
    bool high_contrast = false;
    bool reduced_motion = false;
    bool touch = false;  ///< the main pointer is coarse
};

}  // namespace portal::app
