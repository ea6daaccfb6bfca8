#include "api/decoding.hpp"
#include "api/rules_codec.hpp"
#include "api/rules_members.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace portal::api {
namespace {

template <class T>
void read_object(const JsonNode& node, T& value);

/// Reads what it visits: what is left out stays as it is, null takes it away where there may be none of it.
class Reader {
  public:
    explicit Reader(const JsonNode& node) : node_(node) {}

    /// To be called at the end: whatever was not visited is unknown.
    void finish() const { node_.expect_only(names_); }

    void operator()(std::string_view name, bool& value) {
        read(name, [&](const JsonNode& node) { value = node.boolean(); });
    }
    void operator()(std::string_view name, std::string& value) {
        read(name, [&](const JsonNode& node) { value = node.text(); });
    }
    void operator()(std::string_view name, core::TimeOfDay& value) {
        read(name, [&](const JsonNode& node) { value = node.time(); });
    }
    void operator()(std::string_view name, core::Date& value) {
        read(name, [&](const JsonNode& node) { value = node.date(); });
    }
    void operator()(std::string_view name, core::Money& value) {
        read(name, [&](const JsonNode& node) { value = node.money(); });
    }
    template <class Tag>
    void operator()(std::string_view name, core::Id<Tag>& value) {
        read(name, [&](const JsonNode& node) { value = core::Id<Tag>{node.id()}; });
    }
    template <class T>
    void operator()(std::string_view name, std::optional<T>& value) {
        if (node_.is_null(name)) {
            names_.push_back(name);
            value.reset();
        } else if (node_.find(name)) {
            (*this)(name, value ? *value : value.emplace());
        } else {
            names_.push_back(name);
        }
    }
    template <class T>
    void operator()(std::string_view name, std::vector<T>& values) {
        read(name, [&](const JsonNode& list) {
            values.clear();
            list.each([&](const JsonNode& item) { read_object(item, values.emplace_back()); });
        });
    }
    template <class T>
    void operator()(std::string_view name, T& value) {
        read(name, [&](const JsonNode& node) { read_object(node, value); });
    }

    template <class T>
    void required(std::string_view name, T& value) {
        static_cast<void>(node_.at(name));
        (*this)(name, value);
    }
    void number(std::string_view name, int& value, int least, int most, bool required = false) {
        if (required) {
            static_cast<void>(node_.at(name));
        }
        read(name, [&](const JsonNode& node) { value = static_cast<int>(node.integer(least, most)); });
    }
    void number(std::string_view name, std::optional<int>& value, int least, int most) {
        if (node_.is_null(name)) {
            value.reset();
        }
        read(name, [&](const JsonNode& node) { value = static_cast<int>(node.integer(least, most)); });
    }
    void numbers(std::string_view name, std::vector<int>& values, int least, int most) {
        read(name, [&](const JsonNode& list) {
            values.clear();
            list.each([&](const JsonNode& item) { values.push_back(static_cast<int>(item.integer(least, most))); });
        });
    }
    void weekday(std::string_view name, core::Weekday& value) {
        read(name, [&](const JsonNode& node) { value = static_cast<core::Weekday>(node.integer(1, 7) - 1); });
    }
    template <class Enum, class Parse>
    void named(std::string_view name, Enum& value, Parse parse, bool required = false) {
        if (required) {
            static_cast<void>(node_.at(name));
        }
        read(name, [&](const JsonNode& node) { value = node.one_of(parse); });
    }
    template <class Enum, class Parse>
    void names(std::string_view name, std::vector<Enum>& values, Parse parse) {
        read(name, [&](const JsonNode& list) {
            values.clear();
            list.each([&](const JsonNode& item) { values.push_back(item.one_of(parse)); });
        });
    }

  private:
    template <class Use>
    void read(std::string_view name, Use use) {
        names_.push_back(name);
        if (const JsonNode member = node_.find(name)) {
            use(member);
        }
    }

    const JsonNode& node_;
    std::vector<std::string_view> names_;
};

template <class T>
void read_object(const JsonNode& node, T& value) {
    Reader reader{node};
    members(reader, value);
    reader.finish();
}

/// A time of day says nothing about hours before care.
template <>
void read_object(const JsonNode& node, core::Notice& value) {
    value = {};
    Reader reader{node};
    members(reader, value);
    reader.finish();
    if (value.unit == core::Notice::Unit::kHours && value.until) {
        node.at("until").fail("cannot be given with hours");
    }
}

/// Each member may be right and the whole still contradict itself.
void check_sense(const JsonNode& node, const core::CareRules& rules) {
    const core::ExtraRules& extra = rules.extra;
    const bool pays_with_credit = extra.by_credit || extra.by_credit_and_invoice;
    const bool has_credit = rules.credit.enabled || rules.strip_card.has_value();
    if (extra.offered && !extra.by_invoice && !pays_with_credit) {
        node.at("extra").fail("is offered, but cannot be paid in any way");
    } else if (pays_with_credit && !has_credit) {
        node.at("extra").fail("can be paid with credit, but 'credit' is not enabled");
    } else if (rules.holidays.treatment == core::HolidayTreatment::kCredited && !rules.credit.enabled) {
        node.at("holidays").fail("become credit, but 'credit' is not enabled");
    } else if (extra.cancellation.late == core::Cancellation::Late::kCredited && !rules.credit.enabled) {
        node.at("extra").fail("becomes credit when it is cancelled, but 'credit' is not enabled");
    } else if (rules.swap.cancellation.late == core::Cancellation::Late::kCredited && !rules.credit.enabled) {
        node.at("swap").fail("becomes credit when it is cancelled, but 'credit' is not enabled");
    } else if (rules.holidays.treatment == core::HolidayTreatment::kCredited && rules.holidays.credited_days == 0) {
        node.at("holidays").fail("become credit, but on no day");
    } else if (rules.swap.offered && rules.swap.window.kind == core::DateWindow::Kind::kAround &&
               rules.swap.window.before.amount == 0 && rules.swap.window.after.amount == 0) {
        node.at("swap").at("window").fail("has no other day");
    } else if (rules.flex && rules.strip_card) {
        node.at("stripCard").fail("and 'flex' are two different kinds of contract");
    }
    std::vector<core::GrantClass> order = rules.grant_order;
    std::sort(order.begin(), order.end());
    if (std::adjacent_find(order.begin(), order.end()) != order.end()) {
        node.at("grantOrder").fail("has a class twice");
    }
}

/// Values that say nothing, or twice the same.
void check_values(const JsonNode& node, const core::CareRules& rules) {
    if (rules.extra.hourly_rate && rules.extra.hourly_rate->cents < 0) {
        node.at("extra").at("hourlyRate").fail("is below zero");
    }
    if (rules.credit.unit == core::CreditUnit::kStrips) {
        node.at("credit").at("unit").fail("cannot be strips, which are bought");
    }
    if (rules.credit.expiry.kind == core::CreditExpiry::Kind::kAfter && rules.credit.expiry.after.amount == 0) {
        node.at("credit").at("expiry").fail("gives no time to use it");
    }
    if (rules.holidays.treatment != core::HolidayTreatment::kCredited && rules.holidays.credited_days > 0) {
        node.at("holidays").fail("credit days, but do not become credit");
    }
    if (rules.decision.kind == core::DecisionRule::Kind::kMonthBefore &&
        (rules.decision.amount < 1 || rules.decision.amount > 31)) {
        node.at("decision").at("amount").fail("is not a day of a month");
    }
    if (!rules.strip_card) {
        return;
    }
    std::vector<int> sizes = rules.strip_card->card_sizes;
    std::sort(sizes.begin(), sizes.end());
    if (sizes.empty() || std::adjacent_find(sizes.begin(), sizes.end()) != sizes.end()) {
        node.at("stripCard").at("cardSizes").fail("is empty, or has a size twice");
    }
}

void check_days(const JsonNode& node, const core::CareRules& rules) {
    constexpr int kLeapYear = 2028;
    for (const core::EarlyClosing& closing : rules.closures.early_closings) {
        if (!core::Date::from_ymd(kLeapYear, closing.month, closing.day)) {
            node.at("closures").at("earlyClosings").fail("has a day that does not exist");
        }
    }
    std::set<std::pair<int, int>> days;
    for (const core::EarlyClosing& closing : rules.closures.early_closings) {
        if (!days.insert({closing.month, closing.day}).second) {
            node.at("closures").at("earlyClosings").fail("has a day twice");
        }
    }
}

core::CareRules read_care_rules(const JsonNode& node) {
    core::CareRules rules;
    read_object(node, rules);
    check_sense(node, rules);
    check_values(node, rules);
    check_days(node, rules);
    return rules;
}

core::RuleBook read_rule_book(const JsonNode& node) {
    using Scope = std::tuple<core::LocationId, core::CareType, std::string, core::Date>;
    core::RuleBook book;
    std::set<core::RuleVersionId> ids;
    std::set<Scope> scopes;
    const JsonNode versions = node.at("versions");
    versions.each([&](const JsonNode& item) {
        book.versions.push_back(read_care_rules(item));
        const core::CareRules& rules = book.versions.back();
        if (!ids.insert(rules.id).second) {
            item.at("id").fail("is the id of another version, too");
        }
        const std::string type = rules.contract_type ? rules.contract_type->value : std::string{};
        if (!scopes.insert({rules.location, rules.care_type, type, rules.valid_from}).second) {
            item.at("validFrom").fail("is that of another version for the same care, too");
        }
    });
    return book;
}

}  // namespace

Decoded<core::CareRules> decode_care_rules(std::string_view json) {
    return decode(json, read_care_rules);
}

Decoded<core::RuleBook> decode_rule_book(std::string_view json) {
    return decode(json, read_rule_book);
}

Decoded<core::RuleBook> decode_rules_file(std::string_view json) {
    if (json.size() > kLongestRulesFile) {
        return {std::nullopt, {"", "The file is longer than " + std::to_string(kLongestRulesFile) + " bytes."}};
    }
    const JsonDocument document{json, Strictly{}};
    core::RuleBook book = read_rule_book(document.root());
    document.root().expect_only({"$schema", "versions"});
    return finish(document, std::move(book));
}

}  // namespace portal::api
