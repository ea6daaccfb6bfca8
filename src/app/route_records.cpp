#include "app/route_records.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace portal::app {
namespace {

constexpr std::string_view kContacts = "noodpersonen";
constexpr std::string_view kNew = "nieuw";
constexpr std::size_t kLongestId = 64;

/// Pages of one record each.
constexpr std::array<std::pair<RecordPage, std::string_view>, 2> kPages{
    {{RecordPage::kGuardian, "ouder"}, {RecordPage::kChild, "kind"}}};

bool is_plain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.' || c == '~';
}

int hexadecimal(char digit) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const std::size_t value = kDigits.find(digit);
    return value == std::string_view::npos ? -1 : static_cast<int>(value);
}

std::optional<Route> parse_contacts(const std::vector<std::string_view>& parts, core::Month month) {
    const auto child = id_of_part(parts[1]);
    if (!child || parts.size() > 3) {
        return std::nullopt;
    }
    if (parts.size() == 2) {
        return record_route(RecordPage::kContacts, month, *child);
    }
    if (parts[2] == kNew) {
        return record_route(RecordPage::kNewContact, month, *child);
    }
    const auto contact = id_of_part(parts[2]);
    return contact ? std::optional{record_route(RecordPage::kContact, month, *child, *contact)} : std::nullopt;
}

}  // namespace

std::string path_part(std::string_view id) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        text += is_plain(c) ? std::string(1, c) : std::string{'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
    return text;
}

std::optional<std::string> id_of_part(std::string_view text) {
    std::string id;
    while (!text.empty()) {
        const bool is_code = text.front() == '%';
        const int high = is_code && text.size() > 2 ? hexadecimal(text[1]) : -1;
        const int low = is_code && text.size() > 2 ? hexadecimal(text[2]) : -1;
        if (is_code && (high < 0 || low < 0)) {
            return std::nullopt;
        }
        const char c = is_code ? static_cast<char>(high * 16 + low) : text.front();
        if (c <= ' ' || c > '~') {
            return std::nullopt;
        }
        id += c;
        text.remove_prefix(is_code ? 3 : 1);
    }
    return id.empty() || id.size() > kLongestId ? std::nullopt : std::optional{std::move(id)};
}

Route record_route(RecordPage page, core::Month month, std::string id, std::string contact) {
    Route route;
    route.screen = Screen::kFamily;
    route.month = month;
    route.record = page;
    route.record_id = std::move(id);
    route.contact_id = std::move(contact);
    return route;
}

Route parent_route(const Route& route) {
    const bool is_contact = route.record == RecordPage::kNewContact || route.record == RecordPage::kContact;
    return is_contact ? record_route(RecordPage::kContacts, route.month, route.record_id)
                      : record_route(RecordPage::kNone, route.month);
}

std::optional<Route> parse_record_route(const std::vector<std::string_view>& parts, core::Month month) {
    if (parts.empty()) {
        return record_route(RecordPage::kNone, month);
    }
    if (parts[0] == "ouders" && parts.size() == 1) {
        return record_route(RecordPage::kGuardians, month);
    }
    if (parts[0] == kContacts && parts.size() > 1) {
        return parse_contacts(parts, month);
    }
    const auto* const page =
        std::find_if(kPages.begin(), kPages.end(), [&](const auto& each) { return each.second == parts[0]; });
    const auto id = parts.size() == 2 ? id_of_part(parts[1]) : std::nullopt;
    return page != kPages.end() && id ? std::optional{record_route(page->first, month, *id)} : std::nullopt;
}

std::string record_path(const Route& route) {
    const std::string id = '/' + path_part(route.record_id);
    switch (route.record) {
        case RecordPage::kNone:
            return {};
        case RecordPage::kGuardians:
            return "/ouders";
        case RecordPage::kContacts:
            return '/' + std::string(kContacts) + id;
        case RecordPage::kNewContact:
            return '/' + std::string(kContacts) + id + '/' + std::string(kNew);
        case RecordPage::kContact:
            return '/' + std::string(kContacts) + id + '/' + path_part(route.contact_id);
        default:
            break;
    }
    const auto* const page =
        std::find_if(kPages.begin(), kPages.end(), [&](const auto& each) { return each.first == route.record; });
    return '/' + std::string(page->second) + id;
}

}  // namespace portal::app
