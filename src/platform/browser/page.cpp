#include "platform/browser/page.hpp"

#include "platform/browser/bridge.hpp"
#include "platform/browser/canvas.hpp"
#include "platform/browser/mirror.hpp"
#include "semantics/html.hpp"

#include <emscripten.h>
#include <emscripten/html5.h>
#include <string>
#include <utility>

namespace portal::platform::browser {
namespace {

class BrowserPage final : public Page {
  public:
    BrowserPage() : canvas_([this] { wake(); }) {
        bridge::connect();
        bridge::handlers().event = [this](semantics::Event event) {
            mirror_.remember(event);
            events_.push_back(std::move(event));
            wake();
        };
        bridge::handlers().screen = [this](const app::Viewport& viewport) {
            viewport_ = viewport;
            wake();
        };
        bridge::call("observe");  // tells the first viewport before it returns
    }

    ~BrowserPage() override { bridge::handlers() = {}; }

    void on_frame(std::function<void(const Frame&)> draw) override {
        draw_ = std::move(draw);
        wake();
    }

    void wake() override {
        if (requested_ || !draw_) {
            return;
        }
        requested_ = true;
        emscripten_request_animation_frame(
            [](double, void* self) -> EM_BOOL {
                static_cast<BrowserPage*>(self)->frame();
                return EM_FALSE;
            },
            this);
    }

    void wake_after(double seconds) override {
        if (seconds <= 0) {
            wake();
            return;
        }
        const double due = emscripten_get_now() + seconds * 1000;
        if (timer_ != 0 && due_ <= due) {
            return;
        }
        emscripten_clear_timeout(timer_);
        due_ = due;
        timer_ = emscripten_set_timeout(
            [](void* data) {
                BrowserPage& self = *static_cast<BrowserPage*>(data);
                self.timer_ = 0;
                self.wake();
            },
            seconds * 1000, this);
    }

    void show(const semantics::Tree& tree) override { mirror_.show(tree); }

    void focus(semantics::NodeId node) override { bridge::call("focus", semantics::element_id(node)); }

    void scroll_to(float y) override { bridge::call("scrollTo", std::to_string(y)); }

    void render(const app::Viewport& viewport, unsigned background) override { canvas_.draw(viewport, background); }

    void ready() override { bridge::call("ready"); }

  private:
    void frame() {
        requested_ = false;
        Frame frame;
        frame.viewport = viewport_;
        frame.seconds = emscripten_get_now() / 1000;
        frame.events.swap(events_);
        draw_(frame);
    }

    Canvas canvas_;
    Mirror mirror_;
    app::Viewport viewport_;
    std::vector<semantics::Event> events_;
    std::function<void(const Frame&)> draw_;
    bool requested_ = false;
    long timer_ = 0;
    double due_ = 0;  // milliseconds by emscripten_get_now
};

}  // namespace

std::unique_ptr<Page> make_page() {
    return std::make_unique<BrowserPage>();
}

}  // namespace portal::platform::browser
