#include "ui/widgets/layers.hpp"

#include <algorithm>

namespace portal::ui {

FixedLayer::FixedLayer(Ui& ui) : ui_(ui), offset_(ui.paint().offset()), layer_(ui.layer()), list_(&ui.paint().list()) {
    ui.set_layer(Layer::kFixed);
    ui.paint().use(ui.paint().front());
    ui.paint().set_offset({});
    ui.paint().push_screen_clip();
}

FixedLayer::~FixedLayer() {
    ui_.paint().pop_clip();
    ui_.paint().set_offset(offset_);
    ui_.paint().use(*list_);
    ui_.set_layer(layer_);
}

Scroller::Scroller(Ui& ui, std::string_view key, const Rect& rect, float content_height)
    : ui_(ui),
      group_(ui, Role::kGroup, key),
      rect_(rect),
      scrolls_(content_height > rect.height + 0.5F),
      offset_(ui.paint().offset()) {
    group_.set_rect(rect);
    if (!scrolls_) {
        return;
    }
    Node& node = group_.node();
    node.scrolls = true;
    node.focusable = true;
    node.content_height = content_height;
    float& scroll = ui.memory().scrolls[node.id];
    if (const semantics::Event* event = ui.event(node.id, semantics::EventKind::kScroll)) {
        scroll = event->amount;
    }
    scroll = std::clamp(scroll, 0.0F, content_height - rect.height);
    ui.paint().push_clip(rect);
    ui.paint().set_offset({offset_.x + rect.x, offset_.y + rect.y - scroll});
}

Scroller::~Scroller() {
    if (!scrolls_) {
        return;
    }
    ui_.paint().set_offset(offset_);
    ui_.paint().pop_clip();
    ui_.focus_ring(group_.id(), inset(rect_, 6), 4);
}

Column Scroller::content() const {
    return scrolls_ ? Column{0, 0, rect_.width} : Column{rect_.x, rect_.y, rect_.width};
}

}  // namespace portal::ui
