#include "platform/browser/mirror.hpp"

#include "platform/browser/bridge.hpp"
#include "semantics/diff.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace portal::platform::browser {
namespace {

using semantics::NodeId;
using semantics::Patch;

/// JSON as mirror.js reads it. Lengths are whole eighths of a pixel, as the patches have them.
class Json {
  public:
    Json& raw(std::string_view text) {
        out_ += text;
        return *this;
    }

    Json& text(std::string_view value) {
        constexpr char kDigits[] = "0123456789abcdef";
        out_ += '"';
        for (const char c : value) {
            const auto code = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\') {
                out_ += '\\';
                out_ += c;
            } else if (code < 0x20) {
                out_ += "\\u00";
                out_ += kDigits[code >> 4U];
                out_ += kDigits[code & 0xfU];
            } else {
                out_ += c;
            }
        }
        out_ += '"';
        return *this;
    }

    Json& length(float value) { return raw(std::to_string(std::lround(value * 8.0F))); }

    Json& id(NodeId id) { return id == semantics::kNoNode ? raw("\"\"") : text(semantics::element_id(id)); }

    [[nodiscard]] const std::string& str() const { return out_; }

  private:
    std::string out_;
};

void write_element(Json& json, const semantics::Element& element) {
    json.raw("{\"tag\":").text(element.tag).raw(",\"attributes\":{");
    for (std::size_t i = 0; i < element.attributes.size(); ++i) {
        json.raw(i == 0 ? "" : ",").text(element.attributes[i].first).raw(":").text(element.attributes[i].second);
    }
    json.raw("},\"text\":").text(element.text);
    json.raw(",\"label\":").text(element.label);
    json.raw(",\"description\":").text(element.description);
    if (element.has_value) {
        json.raw(",\"value\":").text(element.value);
    }
    json.raw("}");
}

void write_placement(Json& json, const Patch& patch) {
    json.raw(",\"place\":[").length(patch.rect.x).raw(",").length(patch.rect.y);
    json.raw(",").length(patch.rect.width).raw(",").length(patch.rect.height);
    json.raw(",").length(patch.content_height).raw(",").length(patch.text_size).raw("]");
}

void write_position(Json& json, const Patch& patch) {
    json.raw(",\"parent\":");
    if (patch.parent != semantics::kNoNode) {
        json.id(patch.parent);
    } else {
        json.text(patch.layer == semantics::Layer::kFixed ? "fixed" : "page");
    }
    json.raw(",\"after\":").id(patch.after);
}

void write_patch(Json& json, const Patch& patch) {
    constexpr const char* kKinds[] = {"remove", "insert", "move", "update", "place"};
    json.raw("{\"kind\":\"").raw(kKinds[static_cast<int>(patch.kind)]).raw("\",\"id\":").id(patch.id);
    if (patch.kind == Patch::Kind::kInsert || patch.kind == Patch::Kind::kMove) {
        write_position(json, patch);
    }
    if (patch.kind == Patch::Kind::kInsert || patch.kind == Patch::Kind::kPlace) {
        write_placement(json, patch);
    }
    if (patch.kind == Patch::Kind::kInsert || patch.kind == Patch::Kind::kUpdate) {
        json.raw(",\"element\":");
        write_element(json, patch.element);
    }
    json.raw("}");
}

bool has_modal(const semantics::Tree& tree) {
    for (const semantics::Node& node : tree.nodes) {
        if (node.modal) {
            return true;
        }
    }
    return false;
}

bool is_same_document(const semantics::Tree& a, const semantics::Tree& b) {
    return a.title == b.title && a.language == b.language && a.page_height == b.page_height &&
           has_modal(a) == has_modal(b);
}

}  // namespace

void Mirror::show(const semantics::Tree& tree) {
    const std::vector<Patch> patches = semantics::diff(shown_, tree);
    if (!empty_ && patches.empty() && is_same_document(shown_, tree)) {
        return;
    }
    Json json;
    json.raw("{\"title\":").text(tree.title).raw(",\"language\":").text(tree.language);
    json.raw(",\"height\":").length(tree.page_height).raw(",\"modal\":").raw(has_modal(tree) ? "true" : "false");
    json.raw(",\"patches\":[");
    for (std::size_t i = 0; i < patches.size(); ++i) {
        json.raw(i == 0 ? "" : ",");
        write_patch(json, patches[i]);
    }
    json.raw("]}");
    shown_ = tree;
    empty_ = false;
    bridge::call("apply", json.str());
}

void Mirror::remember(const semantics::Event& event) {
    if (event.kind != semantics::EventKind::kInput && event.kind != semantics::EventKind::kClick) {
        return;
    }
    for (semantics::Node& node : shown_.nodes) {
        if (node.id != event.target) {
            continue;
        }
        if (event.kind == semantics::EventKind::kInput) {
            node.value = event.value;
        } else if (semantics::is_tick(node.role)) {
            node.checked = node.checked == semantics::Toggle::kOn ? semantics::Toggle::kOff : semantics::Toggle::kOn;
        } else if (node.role == semantics::Role::kRadio) {
            for (semantics::Node& other : shown_.nodes) {
                if (other.role == semantics::Role::kRadio && other.parent == node.parent) {
                    other.checked = semantics::Toggle::kOff;
                }
            }
            node.checked = semantics::Toggle::kOn;
        }
        return;
    }
}

}  // namespace portal::platform::browser
