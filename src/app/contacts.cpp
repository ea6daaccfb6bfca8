#include "app/contacts.hpp"

#include "api/records_codec.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace portal::app {
namespace {

using core::Record;

constexpr std::string_view kContacts = "/emergency-contacts/";
constexpr std::string_view kChildren = "/children/";
constexpr std::string_view kOrder = "/emergency-contact-order";

/// Each in the place of another one that `ids` names.
void put_in_order(std::vector<Record>& contacts, const std::vector<std::string>& ids) {
    const auto rank = [&](const Record& record) { return std::find(ids.begin(), ids.end(), record.id) - ids.begin(); };
    const auto is_meant = [&](const Record& record) {
        return std::find(ids.begin(), ids.end(), record.id) != ids.end();
    };
    std::vector<Record> sorted;
    std::copy_if(contacts.begin(), contacts.end(), std::back_inserter(sorted), is_meant);
    std::sort(sorted.begin(), sorted.end(), [&](const Record& a, const Record& b) { return rank(a) < rank(b); });
    auto next = sorted.begin();
    for (Record& contact : contacts) {
        if (is_meant(contact)) {
            contact = std::move(*next++);
        }
    }
}

}  // namespace

std::string contact_path(const std::string& contact) {
    return std::string(kContacts) + contact;
}

std::string contact_order_path(const std::string& child) {
    return std::string(kChildren).append(child).append(kOrder);
}

std::string removed_contact(const OutboxEntry& entry) {
    const bool removes = entry.method == Method::kDelete && entry.path.rfind(kContacts, 0) == 0;
    return removes ? entry.path.substr(kContacts.size()) : std::string();
}

std::string ordered_child(const OutboxEntry& entry) {
    const bool orders = entry.path.rfind(kChildren, 0) == 0 && std::string_view(entry.path).ends_with(kOrder);
    return orders ? entry.path.substr(kChildren.size(), entry.path.size() - kChildren.size() - kOrder.size())
                  : std::string();
}

void carry_out(const OutboxEntry& entry, std::vector<Record>& contacts) {
    const auto ids =
        ordered_child(entry).empty() ? api::Decoded<std::vector<std::string>>{} : api::decode_order(entry.body);
    if (ids) {
        put_in_order(contacts, *ids.value);
    }
    const std::string removed = removed_contact(entry);
    contacts.erase(
        std::remove_if(contacts.begin(), contacts.end(), [&](const Record& contact) { return contact.id == removed; }),
        contacts.end());
}

std::vector<Record> contacts_of(const State& state, const std::string& child) {
    std::vector<Record> contacts;
    for (const Record& contact : state.records.value->contacts) {
        if (contact.child == child) {
            contacts.push_back(contact);
        }
    }
    for (const OutboxEntry& entry : state.outbox.box.entries()) {
        if (!entry.refused()) {
            carry_out(entry, contacts);
        }
    }
    return contacts;
}

}  // namespace portal::app
