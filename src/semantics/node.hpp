#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal::semantics {

/// What a widget is to a person who cannot see it: the ARIA role that its element carries.
/// https://www.w3.org/TR/wai-aria-1.2/#role_definitions
enum class Role : std::uint8_t {
    kGroup,
    kBanner,
    kNavigation,
    kMain,
    kComplementary,
    kRegion,
    kForm,
    kHeading,
    kParagraph,
    kText,
    kLink,
    kButton,
    kTextField,
    kSelect,
    kOption,
    kCheckbox,
    kSwitch,  ///< a checkbox that takes effect at once
    kRadio,
    kRadioGroup,
    kList,
    kListItem,
    kTable,
    kGrid,
    kRow,
    kColumnHeader,
    kRowHeader,
    kCell,  ///< of a table
    kGridCell,
    kDialog,
    kAlertDialog,  ///< a dialog that asks whether to go on
    kStatus,
    kAlert,
    kImage,
    kProgress,
};

/// Ticked or not, by one press on itself.
[[nodiscard]] constexpr bool is_tick(Role role) {
    return role == Role::kCheckbox || role == Role::kSwitch;
}

[[nodiscard]] constexpr bool is_dialog(Role role) {
    return role == Role::kDialog || role == Role::kAlertDialog;
}

/// Stable from frame to frame for the same widget: a hash of the path of keys that leads to it. 0 is no node.
using NodeId = std::uint64_t;

inline constexpr NodeId kNoNode = 0;

/// FNV-1a of `key`, continued from `parent`, so that equal keys under different parents differ.
[[nodiscard]] constexpr NodeId make_id(NodeId parent, std::string_view key) {
    constexpr NodeId kOffset = 14695981039346656037U;
    constexpr NodeId kPrime = 1099511628211U;
    NodeId hash = parent == kNoNode ? kOffset : (parent * kPrime) ^ 0xffU;
    for (const char c : key) {
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    }
    return hash == kNoNode ? 1 : hash;
}

/// CSS pixels. In the page layer relative to the document's top left corner, in the fixed layer to the viewport's,
/// and inside a node that scrolls to the top left corner of its content.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    friend bool operator==(const Rect& a, const Rect& b) {
        return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
    }
};

/// Whether a top-level node moves with the page or stays on the screen. Meaningful for nodes without a parent.
enum class Layer : std::uint8_t { kPage, kFixed };

/// How a text field is edited: the input's type and the soft keyboard that a phone offers for it.
enum class InputKind : std::uint8_t { kText, kEmail, kPassword, kTime, kDate, kTelephone, kDigits, kMultiline };

enum class Toggle : std::uint8_t { kNone, kOff, kOn };

enum class Live : std::uint8_t { kNone, kPolite, kAssertive };

/// One widget, one element. Texts are UTF-8 in the page's language.
struct Node {
    NodeId id = kNoNode;
    NodeId parent = kNoNode;
    Role role = Role::kGroup;
    Layer layer = Layer::kPage;
    Rect rect;

    std::string name;         ///< accessible name; for kText, kParagraph and kHeading the text itself
    std::string value;        ///< text of a field, chosen option's key of a select, value of a progress bar (0..100)
    std::string description;  ///< hint or error that belongs to it, read after the name
    std::string
        href;  ///< links only: an address inside the application or the API ("/…"), or of another site ("https://…")
    std::string autocomplete;  ///< fields only: the HTML autofill token, e.g. "current-password"
    std::string key;           ///< options: what `value` of the select is compared with; fields: the HTML name
    std::string language;      ///< when it differs from the page's
    std::string minimum;       ///< fields for a date or a time: the earliest, "2026-11-23" or "07:30"
    std::string maximum;       ///< the latest

    InputKind input = InputKind::kText;
    Toggle checked = Toggle::kNone;  ///< checkbox, switch, radio; for a button: aria-pressed
    Toggle expanded = Toggle::kNone;
    Toggle selected = Toggle::kNone;  ///< grid cells and options
    Live live = Live::kNone;
    std::uint8_t level = 0;        ///< headings: 1 to 6
    std::uint16_t row = 0;         ///< 1-based, grid rows
    std::uint16_t column = 0;      ///< 1-based, grid cells
    std::uint16_t max_length = 0;  ///< of a text field in characters; 0 is unlimited

    bool disabled = false;
    bool invalid = false;
    bool required = false;
    bool busy = false;
    bool current = false;      ///< the page of a navigation that is shown; today in a calendar
    bool modal = false;        ///< a dialog that makes the rest of the page inert
    bool downloads = false;    ///< a link to a file of the API, which the browser keeps
    bool submits = false;      ///< a button that Enter in its form's fields activates
    bool focusable = false;    ///< takes focus although its role does not: a grid cell, a heading after a page change
    bool tab_stop = true;      ///< false: focusable by arrow keys or script, but not by Tab (roving tabindex)
    bool takes_keys = false;   ///< arrow keys, Home, End, Page Up and Page Down arrive as events instead of scrolling
    bool scrolls = false;      ///< scrolls its own content; `content_height` says how tall that is
    bool swipes = false;       ///< a horizontal drag by touch on it arrives as events
    float content_height = 0;  ///< CSS pixels
    float text_size = 0;       ///< CSS pixels, of the text that the browser itself draws in a field

    friend bool operator==(const Node&, const Node&) = default;
};

/// All nodes of one frame, parents before children, in reading order.
struct Tree {
    std::vector<Node> nodes;
    std::string title;      ///< of the document
    std::string language;   ///< BCP 47, of the document
    float page_height = 0;  ///< CSS pixels: how far the page scrolls
};

/// Keys that widgets handle themselves. Everything else stays with the browser.
enum class Key : std::uint8_t { kNone, kLeft, kRight, kUp, kDown, kHome, kEnd, kPageUp, kPageDown, kEscape };

enum class EventKind : std::uint8_t {
    kClick,  ///< activation by whatever means: mouse, touch, Enter, a screen reader
    kInput,  ///< a field's text, a select's option: `value` is the whole new value
    kFocus,  ///< `visible` says whether a focus ring belongs (the browser's :focus-visible)
    kBlur,
    kHover,  ///< the pointer is on it now
    kUnhover,
    kPress,  ///< held down
    kRelease,
    kKey,       ///< `key`
    kScroll,    ///< `amount`: the new scroll offset in CSS pixels
    kSwipe,     ///< `amount`: CSS pixels to the right since the finger went down
    kSwipeEnd,  ///< the finger left; `amount` as above, `speed` in CSS pixels per second
};

/// What happened to a node, from the mirror or from a test.
struct Event {
    NodeId target = kNoNode;
    EventKind kind = EventKind::kClick;
    std::string value;
    Key key = Key::kNone;
    float amount = 0;
    float speed = 0;
    bool visible = false;
};

}  // namespace portal::semantics
