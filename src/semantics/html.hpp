#pragma once

#include "semantics/node.hpp"

#include <string>
#include <utility>
#include <vector>

namespace portal::semantics {

/// The HTML element that stands for a node: native where HTML has one, else a div or span with an ARIA role.
struct Element {
    std::string tag;
    std::vector<std::pair<std::string, std::string>> attributes;  ///< in a fixed order; without position and value
    std::string text;         ///< text content, before the children if there are any
    std::string label;        ///< of a field: the text of a `<label for>` beside it
    std::string description;  ///< text of an element beside it, `<id>-d`, that aria-describedby names
    std::string value;        ///< property `value` (fields, selects) or `checked` ("true"/"false"), not an attribute
    bool has_value = false;

    friend bool operator==(const Element&, const Element&) = default;
};

/// What the rest of the tree says about a node's element.
struct Surroundings {
    bool inert = false;  ///< a modal dialog is open and this top-level node is not it: nothing in it is reached
    bool has_children =
        false;  ///< then the name of a button, link or cell is an aria-label, so that texts don't double
};

[[nodiscard]] Element to_element(const Node& node, const Surroundings& surroundings);

/// The tag alone, which decides whether an element can be kept.
[[nodiscard]] const char* to_tag(const Node& node);

/// The id attribute of a node's element: "n" and the id in hexadecimal.
[[nodiscard]] std::string element_id(NodeId id);

}  // namespace portal::semantics
