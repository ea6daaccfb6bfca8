#include "api/import_rows.hpp"
#include "api/json_reader.hpp"
#include "core/records.hpp"

#include <nlohmann/json.hpp>

namespace portal::api {
namespace {

using Json = nlohmann::json;
using Values = std::map<std::string, std::string>;

/// Nothing for what has no place in a field of a table.
std::optional<std::string> text_of(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return std::string(value.get<bool>() ? core::kYes : core::kNo);
    }
    return value.is_number() ? std::optional{value.dump()} : std::nullopt;
}

std::optional<std::string> text_of_list(const Json& list) {
    std::string all;
    for (const Json& item : list) {
        const auto text = text_of(item);
        if (!text) {
            return std::nullopt;
        }
        all += (all.empty() ? "" : " ") + *text;
    }
    return all;
}

class Reader {
  public:
    Reader(const RowFormat& format, ImportRows& read) : format_(format), read_(read) {}

    void add(const Json& item, const std::string& place) {
        Values outer;
        std::string fault;
        const Json* inner = take_members(item, false, outer, fault);
        if (inner == nullptr || inner->empty()) {
            push(place, std::move(outer), fault);
            return;
        }
        std::size_t index = 0;
        for (const Json& part : *inner) {
            Values values = outer;
            std::string inner_fault = fault;
            take_members(part, true, values, inner_fault);
            push(place + '.' + std::string(format_.inner) + '[' + std::to_string(index++) + ']', std::move(values),
                 inner_fault);
        }
    }

  private:
    /// Gives the inner list, where the object is an outer one that has one.
    const Json* take_members(const Json& object, bool is_inner, Values& values, std::string& fault) const {
        if (!object.is_object()) {
            fault = "is not an object";
            return nullptr;
        }
        const Json* list = nullptr;
        for (const auto& [name, value] : object.items()) {
            if (!is_inner && !format_.inner.empty() && name == format_.inner && value.is_array()) {
                list = &value;
                continue;
            }
            const bool known = format_.knows(name) && format_.is_inner(name) == is_inner;
            const auto text = value.is_array() ? text_of_list(value) : text_of(value);
            if (known && text) {
                values[name] = *text;
            } else if (!known || !value.is_null()) {
                fault = fault.empty()
                            ? name.substr(0, 40) + (known ? " is no text and no number" : " is not known here")
                            : fault;
            }
        }
        return list;
    }

    void push(const std::string& place, Values values, const std::string& fault) {
        read_.rows.emplace_back(place, std::move(values));
        if (!fault.empty()) {
            read_.rows.back().fail_whole(fault);
        }
    }

    const RowFormat& format_;
    ImportRows& read_;
};

}  // namespace

ImportRows read_rows_json(std::string_view text, const RowFormat& format) {
    ImportRows read;
    {
        const JsonDocument document{text, Strictly{}};
        document.root().expect_only({"$schema", format.list});
        document.root().at(format.list).each([](const JsonNode&) {});
        if (document.failed()) {
            read.faults.push_back({document.error_path(), document.error_detail()});
            return read;
        }
    }
    const Json whole = Json::parse(text, nullptr, false);
    const std::string list{format.list};
    Reader reader{format, read};
    std::size_t index = 0;
    for (const Json& item : whole[list]) {
        reader.add(item, list + '[' + std::to_string(index++) + ']');
    }
    return read;
}

}  // namespace portal::api
