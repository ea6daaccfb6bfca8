#pragma once

#include "api/codec.hpp"
#include "api/json_reader.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

/// What the decoders share. Internal to api.
namespace portal::api {

inline constexpr std::size_t kNameLength = 200;

template <class T>
Decoded<T> finish(const JsonDocument& document, T&& value) {
    if (document.failed()) {
        return {std::nullopt, {document.error_path(), document.error_detail()}};
    }
    return {std::forward<T>(value), {}};
}

/// Decodes a whole text with a function that reads one value.
template <class T>
Decoded<T> decode(std::string_view json, T (*read)(const JsonNode&)) {
    const JsonDocument document{json};
    return finish(document, read(document.root()));
}

template <class T>
void read_list(const JsonNode& list, std::vector<T>& values, T (*read)(const JsonNode&)) {
    list.each([&](const JsonNode& item) { values.push_back(read(item)); });
}

template <class Id>
Id read_id(const JsonNode& node) {
    return Id{node.id()};
}

}  // namespace portal::api
