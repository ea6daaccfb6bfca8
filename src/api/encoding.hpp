#pragma once

#include "core/money.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

/// What the encoders share. For .cpp files of api only.
namespace portal::api {

using Json = nlohmann::json;

/// Text that is not UTF-8 becomes replacement characters, never a failure.
[[nodiscard]] inline std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T, class ToJson>
[[nodiscard]] Json list_of(const std::vector<T>& values, ToJson to_json) {
    Json list = Json::array();
    for (const T& value : values) {
        list.push_back(to_json(value));
    }
    return list;
}

[[nodiscard]] inline Json money(core::Money value) {
    return {{"cents", value.cents}, {"currency", "EUR"}};
}

/// Leaves out what is empty.
inline void put_text(Json& json, const char* name, const std::string& value) {
    if (!value.empty()) {
        json[name] = value;
    }
}

}  // namespace portal::api
