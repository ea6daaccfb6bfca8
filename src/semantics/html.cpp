#include "semantics/html.hpp"

#include <algorithm>
#include <string_view>

namespace portal::semantics {
namespace {

bool is_field(const Node& node) {
    return node.role == Role::kTextField || node.role == Role::kSelect || node.role == Role::kRadio ||
           is_tick(node.role);
}

bool is_multiline(const Node& node) {
    return node.role == Role::kTextField && node.input == InputKind::kMultiline;
}

bool is_native_control(const Node& node) {
    return is_field(node) || node.role == Role::kButton || (node.role == Role::kLink && !node.disabled);
}

/// Whether the role takes its name from its own text, so that the text is what a screen reader says.
bool is_named_by_text(Role role) {
    switch (role) {
        case Role::kHeading:
        case Role::kParagraph:
        case Role::kText:
        case Role::kLink:
        case Role::kButton:
        case Role::kOption:
        case Role::kListItem:
        case Role::kColumnHeader:
        case Role::kRowHeader:
        case Role::kCell:
        case Role::kGridCell:
        case Role::kStatus:
        case Role::kAlert:
            return true;
        default:
            return false;
    }
}

/// Whether an aria-label may replace the text of its children.
bool may_be_labelled(Role role) {
    return role == Role::kLink || role == Role::kButton || role == Role::kColumnHeader || role == Role::kRowHeader ||
           role == Role::kCell || role == Role::kGridCell;
}

const char* heading_tag(std::uint8_t level) {
    constexpr const char* kTags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
    return kTags[std::clamp<int>(level, 1, 6) - 1];
}

/// The role attribute, where the tag alone does not say it.
const char* role_attribute(const Node& node) {
    switch (node.role) {
        case Role::kGroup:
            return node.name.empty() ? nullptr : "group";
        case Role::kRadioGroup:
            return "radiogroup";
        case Role::kList:
            return "list";  // Safari drops the role of a list without bullets
        case Role::kSwitch:
            return "switch";
        case Role::kTable:
            return "table";
        case Role::kGrid:
            return "grid";
        case Role::kRow:
            return "row";
        case Role::kColumnHeader:
            return "columnheader";
        case Role::kRowHeader:
            return "rowheader";
        case Role::kCell:
            return "cell";
        case Role::kGridCell:
            return "gridcell";
        case Role::kDialog:
            return "dialog";
        case Role::kAlertDialog:
            return "alertdialog";
        case Role::kStatus:
            return "status";
        case Role::kAlert:
            return "alert";
        case Role::kImage:
            return "img";
        case Role::kProgress:
            return "progressbar";
        case Role::kLink:
            return node.disabled ? "link" : nullptr;
        default:
            return nullptr;
    }
}

const char* input_type(InputKind kind) {
    switch (kind) {
        case InputKind::kEmail:
            return "email";
        case InputKind::kPassword:
            return "password";
        case InputKind::kTime:
            return "time";
        case InputKind::kDate:
            return "date";
        case InputKind::kTelephone:
            return "tel";
        default:
            return "text";
    }
}

const char* current_attribute(Role role) {
    switch (role) {
        case Role::kGridCell:
        case Role::kColumnHeader:
        case Role::kRowHeader:
            return "date";
        case Role::kLink:
        case Role::kButton:
            return "page";
        default:
            return "true";
    }
}

class Attributes {
  public:
    explicit Attributes(Element& element) : list_(element.attributes) {}

    void set(const char* name, std::string value) { list_.emplace_back(name, std::move(value)); }
    void set_if(bool condition, const char* name, const char* value) {
        if (condition) {
            set(name, value);
        }
    }
    void set_text(const char* name, const std::string& value) {
        if (!value.empty()) {
            set(name, value);
        }
    }
    void set_toggle(const char* name, Toggle toggle) {
        if (toggle != Toggle::kNone) {
            set(name, toggle == Toggle::kOn ? "true" : "false");
        }
    }

  private:
    std::vector<std::pair<std::string, std::string>>& list_;
};

void add_text_field(const Node& node, Attributes& attributes) {
    if (node.input != InputKind::kMultiline) {
        attributes.set("type", input_type(node.input));
        attributes.set("enterkeyhint", node.input == InputKind::kPassword ? "go" : "next");
    }
    attributes.set_text("min", node.minimum);
    attributes.set_text("max", node.maximum);
    attributes.set_if(node.input == InputKind::kEmail, "inputmode", "email");
    attributes.set_if(node.input == InputKind::kDigits, "inputmode", "numeric");
    const bool literal = node.input == InputKind::kEmail || node.input == InputKind::kPassword;
    attributes.set_if(literal, "autocapitalize", "none");
    attributes.set_if(literal, "spellcheck", "false");
    if (node.max_length > 0) {
        attributes.set("maxlength", std::to_string(node.max_length));
    }
    // Read-only rather than disabled: a field keeps its focus and its text while a form is being sent.
    attributes.set_if(node.disabled, "readonly", "");
    attributes.set_if(node.disabled, "aria-disabled", "true");
}

void add_field(const Node& node, Attributes& attributes) {
    if (node.role == Role::kTextField) {
        add_text_field(node, attributes);
    } else {
        attributes.set_if(is_tick(node.role), "type", "checkbox");
        attributes.set_if(node.role == Role::kRadio, "type", "radio");
        attributes.set_if(node.disabled, "disabled", "");
    }
    attributes.set_text("autocomplete", node.autocomplete);
    if (node.role == Role::kRadio) {
        attributes.set("name", element_id(node.parent));  // the browser's arrow keys move within one name
        attributes.set_text("value", node.key);
    } else {
        attributes.set_text("name", node.key);
    }
    attributes.set_if(node.required, "aria-required", "true");
    attributes.set_if(node.invalid, "aria-invalid", "true");
}

void add_control(const Node& node, Attributes& attributes) {
    if (node.role == Role::kLink) {
        if (node.disabled) {
            attributes.set("aria-disabled", "true");
        } else {
            attributes.set("href", node.href.empty() ? "/" : node.href);
            attributes.set_if(node.downloads, "download", "");
            const bool elsewhere = node.href.rfind("https://", 0) == 0;
            attributes.set_if(elsewhere, "target", "_blank");
            attributes.set_if(elsewhere, "rel", "noreferrer");
        }
    }
    if (node.role == Role::kButton) {
        attributes.set("type", node.submits ? "submit" : "button");
        attributes.set_toggle("aria-pressed", node.checked);
        // aria-disabled rather than disabled, so that it can still be found and read.
        attributes.set_if(node.disabled, "aria-disabled", "true");
    }
    if (is_field(node)) {
        add_field(node, attributes);
    }
    if (node.role == Role::kOption) {
        attributes.set("value", node.key);
        attributes.set_if(node.disabled, "disabled", "");
    }
}

void add_structure(const Node& node, Attributes& attributes) {
    if (node.role == Role::kForm) {
        attributes.set("method", "post");  // without script nothing typed may end in an address
        attributes.set("novalidate", "");
    }
    if (node.role == Role::kRadioGroup) {
        attributes.set_if(node.required, "aria-required", "true");
        attributes.set_if(node.invalid, "aria-invalid", "true");
    }
    if (node.role == Role::kProgress) {
        attributes.set("aria-valuemin", "0");
        attributes.set("aria-valuemax", "100");
        attributes.set_text("aria-valuenow", node.value);
    }
    if (node.role == Role::kGridCell) {
        attributes.set_toggle("aria-selected", node.selected);
        attributes.set_if(node.disabled, "aria-disabled", "true");
    }
    if (node.role == Role::kRow && node.row > 0) {
        attributes.set("aria-rowindex", std::to_string(node.row));
    }
    if (node.column > 0) {
        attributes.set("aria-colindex", std::to_string(node.column));
    }
    attributes.set_if(is_dialog(node.role) && node.modal, "aria-modal", "true");
    attributes.set_if(node.live == Live::kPolite, "aria-live", "polite");
    attributes.set_if(node.live == Live::kAssertive, "aria-live", "assertive");
}

void add_states(const Node& node, Attributes& attributes) {
    attributes.set_toggle("aria-expanded", node.expanded);
    attributes.set_if(node.busy, "aria-busy", "true");
    attributes.set_if(node.current, "aria-current", current_attribute(node.role));
}

void add_focus(const Node& node, Attributes& attributes) {
    if (is_native_control(node)) {
        attributes.set_if(!node.tab_stop, "tabindex", "-1");
    } else if (node.role == Role::kGridCell && node.focusable) {
        attributes.set("tabindex", node.tab_stop ? "0" : "-1");
    } else if (node.role == Role::kLink) {
        attributes.set("tabindex", "0");
    } else if (node.focusable || is_dialog(node.role)) {
        // Headings, dialogs and landmarks are focused by the application alone; a scrolling region by Tab as well,
        // because only then do the arrow keys scroll it.
        attributes.set("tabindex", node.scrolls && !is_dialog(node.role) ? "0" : "-1");
    }
    attributes.set_if(node.takes_keys, "data-keys", "");
    attributes.set_if(node.swipes, "data-swipe", "");
    attributes.set_if(node.scrolls, "data-scroll", "");
}

void add_name(const Node& node, const Surroundings& surroundings, Element& element, Attributes& attributes) {
    const bool speaks_by_text =
        is_named_by_text(node.role) && !(surroundings.has_children && may_be_labelled(node.role));
    if (is_field(node)) {
        element.label = node.name;
    } else if (speaks_by_text) {
        element.text = node.name;
    } else {
        attributes.set_text("aria-label", node.name);
    }
    if (!node.description.empty()) {
        element.description = node.description;
        attributes.set("aria-describedby", element_id(node.id) + "-d");
    }
}

void add_value(const Node& node, Element& element) {
    if (node.role == Role::kTextField || node.role == Role::kSelect) {
        element.has_value = true;
        element.value = node.value;
    } else if (is_tick(node.role) || node.role == Role::kRadio) {
        element.has_value = true;
        element.value = node.checked == Toggle::kOn ? "true" : "false";
    }
}

}  // namespace

std::string element_id(NodeId id) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "n";
    for (int shift = 60; shift >= 0; shift -= 4) {
        text += kDigits[(id >> shift) & 0xfU];
    }
    return text;
}

const char* to_tag(const Node& node) {
    switch (node.role) {
        case Role::kBanner:
            return "header";
        case Role::kNavigation:
            return "nav";
        case Role::kMain:
            return "main";
        case Role::kComplementary:
            return "aside";
        case Role::kRegion:
            return "section";
        case Role::kForm:
            return "form";
        case Role::kHeading:
            return heading_tag(node.level);
        case Role::kParagraph:
            return "p";
        case Role::kText:
        case Role::kImage:
            return "span";
        case Role::kLink:
            return "a";
        case Role::kButton:
            return "button";
        case Role::kTextField:
            return is_multiline(node) ? "textarea" : "input";
        case Role::kCheckbox:
        case Role::kSwitch:
        case Role::kRadio:
            return "input";
        case Role::kSelect:
            return "select";
        case Role::kOption:
            return "option";
        case Role::kList:
            return "ul";
        case Role::kListItem:
            return "li";
        default:
            return "div";
    }
}

Element to_element(const Node& node, const Surroundings& surroundings) {
    Element element;
    element.tag = to_tag(node);
    Attributes attributes(element);
    if (const char* role = role_attribute(node); role != nullptr) {
        attributes.set("role", role);
    }
    add_name(node, surroundings, element, attributes);
    add_control(node, attributes);
    add_structure(node, attributes);
    add_states(node, attributes);
    add_focus(node, attributes);
    attributes.set_text("lang", node.language);
    attributes.set_if(surroundings.inert, "inert", "");
    add_value(node, element);
    return element;
}

}  // namespace portal::semantics
