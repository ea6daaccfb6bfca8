#pragma once

#include "core/date.hpp"
#include "core/instant.hpp"
#include "core/money.hpp"
#include "core/time_of_day.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Reads JSON that nobody vouches for. The first thing that is wrong is kept with its path; from then on every getter
/// gives a default, so that a decoder reads straight on and asks for the error once, at its end.
namespace portal::api {

class JsonNode;

/// For texts that people write: members that are unknown or stand twice are slips of the pen.
struct Strictly {};

/// A parsed text. Nodes point into it and must not outlive it.
class JsonDocument {
  public:
    explicit JsonDocument(std::string_view text);
    JsonDocument(std::string_view text, Strictly);
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    [[nodiscard]] JsonNode root() const;
    [[nodiscard]] bool failed() const;
    [[nodiscard]] const std::string& error_path() const;    ///< e.g. "blocks[3].start"
    [[nodiscard]] const std::string& error_detail() const;  ///< an English sentence

  private:
    friend class JsonNode;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// One value of a document, or nothing where the document has failed. A node knows its parent for the error's path,
/// so a parent must live as long as its children.
class JsonNode {
  public:
    static constexpr std::size_t kIdLength = 64;
    static constexpr std::size_t kTextLength = 4000;

    JsonNode(const JsonNode&) = delete;
    JsonNode& operator=(const JsonNode&) = delete;
    ~JsonNode() = default;

    /// A member that has to be there.
    [[nodiscard]] JsonNode at(std::string_view name) const;

    /// A member that may be absent or null: the node is false then.
    [[nodiscard]] JsonNode find(std::string_view name) const;

    /// Whether a member is there and null.
    [[nodiscard]] bool is_null(std::string_view name) const;

    /// The names of an object's members, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

    /// Fails for a member that is none of `names`, where the document is read strictly.
    void expect_only(const std::vector<std::string_view>& names) const;

    [[nodiscard]] explicit operator bool() const { return value_ != nullptr; }

    /// Text of at most `longest` bytes, without control characters other than line ends and tabs.
    [[nodiscard]] std::string text(std::size_t longest = kTextLength) const;

    /// As `text`, and not empty.
    [[nodiscard]] std::string filled_text(std::size_t longest = kTextLength) const;

    /// 1 to 64 visible ASCII characters.
    [[nodiscard]] std::string id() const;

    [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] core::Date date() const;
    [[nodiscard]] core::TimeOfDay time() const;
    [[nodiscard]] core::Instant instant() const;

    /// {"cents": 1095, "currency": "EUR"}
    [[nodiscard]] core::Money money() const;

    /// The members "start" and "end" of this object, in whatever order of time.
    [[nodiscard]] core::TimeRange start_and_end() const;

    /// As `start_and_end`, and the end is later.
    [[nodiscard]] core::TimeRange time_range() const;

    /// One of an enumeration's names.
    template <class Enum>
    [[nodiscard]] Enum one_of(std::optional<Enum> (*parse)(std::string_view)) const {
        const std::optional<Enum> value = parse(text());
        if (!value) {
            fail("is not one of the known values");
        }
        return value.value_or(Enum{});
    }

    /// Calls `read` with each element of an array.
    template <class Read>
    void each(Read read) const {
        const std::size_t count = size();
        for (std::size_t index = 0; index < count; ++index) {
            read(element(index));
        }
    }

    /// Says what is wrong here, "is no date", unless something was wrong before.
    void fail(std::string_view what) const;

  private:
    friend class JsonDocument;
    static constexpr std::size_t kNoIndex = static_cast<std::size_t>(-1);

    JsonNode(JsonDocument::Impl& document, const void* value, const JsonNode* parent, std::string_view name,
             std::size_t index)
        : document_(document), value_(value), parent_(parent), name_(name), index_(index) {}

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] JsonNode element(std::size_t index) const;
    [[nodiscard]] std::string path() const;

    JsonDocument::Impl& document_;
    const void* value_;
    const JsonNode* parent_;
    std::string_view name_;
    std::size_t index_;
};

}  // namespace portal::api
