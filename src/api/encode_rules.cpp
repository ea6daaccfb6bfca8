#include "api/rules_codec.hpp"
#include "api/rules_members.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;

template <class T>
Json object_of(T value);

/// Writes what it visits; what there is none of is null.
class Writer {
  public:
    Json json = Json::object();

    void operator()(const char* name, bool value) { json[name] = value; }
    void operator()(const char* name, const std::string& value) { json[name] = value; }
    void operator()(const char* name, core::TimeOfDay value) { json[name] = value.to_string(); }
    void operator()(const char* name, core::Date value) { json[name] = value.to_string(); }
    void operator()(const char* name, core::Money value) { json[name] = {{"cents", value.cents}, {"currency", "EUR"}}; }
    template <class Tag>
    void operator()(const char* name, const core::Id<Tag>& value) {
        json[name] = value.value;
    }
    template <class T>
    void operator()(const char* name, const std::optional<T>& value) {
        if (value) {
            (*this)(name, *value);
        } else {
            json[name] = nullptr;
        }
    }
    template <class T>
    void operator()(const char* name, const std::vector<T>& values) {
        json[name] = Json::array();
        for (const T& value : values) {
            json[name].push_back(object_of(value));
        }
    }
    template <class T>
    void operator()(const char* name, const T& value) {
        json[name] = object_of(value);
    }

    template <class T>
    void required(const char* name, const T& value) {
        (*this)(name, value);
    }
    void number(const char* name, int value, int /*least*/, int /*most*/, bool /*required*/ = false) {
        json[name] = value;
    }
    void number(const char* name, const std::optional<int>& value, int /*least*/, int /*most*/) {
        json[name] = value ? Json(*value) : Json(nullptr);
    }
    void numbers(const char* name, const std::vector<int>& values, int /*least*/, int /*most*/) { json[name] = values; }
    void weekday(const char* name, core::Weekday value) { json[name] = static_cast<int>(value) + 1; }
    template <class Enum, class Parse>
    void named(const char* name, Enum value, Parse /*parse*/, bool /*required*/ = false) {
        json[name] = core::to_string(value);
    }
    template <class Enum, class Parse>
    void names(const char* name, const std::vector<Enum>& values, Parse /*parse*/) {
        json[name] = Json::array();
        for (const Enum value : values) {
            json[name].push_back(core::to_string(value));
        }
    }
};

/// By value: what is visited may be written to, and a version of the rules is small.
template <class T>
Json object_of(T value) {
    Writer writer;
    members(writer, value);
    return std::move(writer.json);
}

std::string text_of(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string encode(const core::CareRules& rules) {
    return text_of(object_of(rules));
}

std::string encode(const core::RuleBook& book) {
    Json versions = Json::array();
    for (const core::CareRules& rules : book.versions) {
        versions.push_back(object_of(rules));
    }
    return text_of({{"versions", std::move(versions)}});
}

}  // namespace portal::api
