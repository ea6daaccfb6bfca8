/// The composition root of the browser's side: makes the parts, hands each what it needs, and gives control to the
/// page.

#include "app/store.hpp"
#include "platform/browser/fonts.hpp"
#include "platform/browser/page.hpp"
#include "platform/browser/ports.hpp"
#include "platform/browser/settings.hpp"
#include "ui/run_frame.hpp"
#include "ui/view.hpp"

#include <memory>
#include <string>
#include <utility>

namespace portal {
namespace {

namespace browser = platform::browser;

class Client {
  public:
    Client()
        : page_(browser::make_page()),
          http_(browser::make_http(browser::setting("apiBase"))),
          store_({*http_, *clock_, *timer_, *navigation_, *preferences_, *announcer_, *random_, *storage_, *presence_,
                  *installer_, *outbox_, *tabs_},
                 [this] { page_->wake(); }) {
        for (const browser::FontFile& font : browser::take_fonts()) {
            view_.add_font(font.name, font.bytes);
        }
        browser::on_font([this](const browser::FontFile& font) {
            view_.add_font(font.name, font.bytes);
            page_->wake();
        });
    }

    void run() {
        view_.set_accent(browser::setting("accent"));
        store_.start(browser::site());
        page_->on_frame([this](const browser::Page::Frame& frame) { draw(frame); });
    }

  private:
    void draw(const browser::Page::Frame& frame) {
        const ui::FrameOutput output = ui::run_frame(view_, store_, {frame.viewport, frame.seconds, frame.events});
        page_->render(frame.viewport, output.background);
        page_->show(output.tree);
        if (output.scroll_to) {
            page_->scroll_to(*output.scroll_to);
        }
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

    ui::View view_;  // first: it makes the ImGui context that the page's renderer belongs to
    std::unique_ptr<browser::Page> page_;
    std::unique_ptr<app::Http> http_;
    std::unique_ptr<app::Clock> clock_ = browser::make_clock();
    std::unique_ptr<app::Timer> timer_ = browser::make_timer();
    std::unique_ptr<app::Navigation> navigation_ = browser::make_navigation();
    std::unique_ptr<app::Preferences> preferences_ = browser::make_preferences();
    std::unique_ptr<app::Announcer> announcer_ = browser::make_announcer();
    std::unique_ptr<app::Random> random_ = browser::make_random();
    std::unique_ptr<app::Storage> storage_ = browser::make_storage();
    std::unique_ptr<app::Presence> presence_ = browser::make_presence();
    std::unique_ptr<app::Installer> installer_ = browser::make_installer();
    std::unique_ptr<app::OutboxPort> outbox_ = browser::make_outbox();
    std::unique_ptr<app::Tabs> tabs_ = browser::make_tabs();
    app::Store store_;
    bool ready_ = false;
};

}  // namespace
}  // namespace portal

int main() {
    // Lives as long as the page: the browser ends it, and callbacks arrive until then.
    static portal::Client client;
    client.run();
    return 0;
}
