/// The gallery in a browser: the same page and mirror as the portal's, without a server behind them.

#include "gallery/gallery.hpp"
#include "platform/browser/fonts.hpp"
#include "platform/browser/page.hpp"
#include "platform/browser/ports.hpp"
#include "platform/browser/settings.hpp"
#include "ui/view.hpp"

#include <memory>
#include <string>
#include <variant>

namespace portal {
namespace {

namespace browser = platform::browser;

class GalleryPage {
  public:
    GalleryPage() : page_(browser::make_page()) {
        view_.set_accent(browser::setting("accent"));
        for (const browser::FontFile& font : browser::take_fonts()) {
            view_.add_font(font.name, font.bytes);
        }
        browser::on_font([this](const browser::FontFile& font) {
            view_.add_font(font.name, font.bytes);
            page_->wake();
        });
    }

    void run() {
        state_.language = gallery_.go(navigation_->current());
        navigation_->on_change([this](const std::string& path) {
            state_.language = gallery_.go(path);
            page_->wake();
        });
        page_->on_frame([this](const browser::Page::Frame& frame) { draw(frame); });
    }

  private:
    void draw(const browser::Page::Frame& frame) {
        ui::FrameOutput output = view_.frame(state_, {frame.viewport, frame.seconds, frame.events});
        for (const app::Action& action : output.actions) {
            if (const auto* chosen = std::get_if<app::LanguageChosen>(&action)) {
                state_.language = chosen->language;
                output = view_.frame(state_, {frame.viewport, frame.seconds, {}});
                break;
            }
        }
        const std::string path = gallery_.path(state_.language);
        if (path != navigation_->current() && navigation_->current() != "/") {
            navigation_->push(path);
        } else if (path != navigation_->current()) {
            navigation_->replace(path);
        }
        show(frame.viewport, output);
    }

    void show(const app::Viewport& viewport, const ui::FrameOutput& output) {
        page_->render(viewport, output.background);
        page_->show(output.tree);
        if (output.focus != semantics::kNoNode) {
            page_->focus(output.focus);
        }
        if (output.next_frame) {
            page_->wake_after(*output.next_frame);
        }
        if (!ready_) {
            ready_ = true;
            page_->ready();
        }
    }

    gallery::Gallery gallery_;
    ui::View view_{[this](ui::Ui& ui) { return gallery_.draw(ui); }};
    std::unique_ptr<browser::Page> page_;
    std::unique_ptr<app::Navigation> navigation_ = browser::make_navigation();
    app::State state_;
    bool ready_ = false;
};

}  // namespace
}  // namespace portal

int main() {
    static portal::GalleryPage page;
    page.run();
    return 0;
}
