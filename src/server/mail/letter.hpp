#pragma once

#include "core/instant.hpp"
#include "core/language.hpp"
#include "server/mail/message.hpp"
#include "server/mail/text.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portal::server::mail {

/// A text of assets/mail with its parameters filled in.
[[nodiscard]] std::string translate(core::Language language, Text key,
                                    std::initializer_list<std::pair<std::string_view, std::string_view>> values = {});

/// What a mail says; `compose` gives it its looks.
struct Letter {
    struct Link {
        std::string label;
        std::string address;
    };

    core::Language language = core::Language::kDutch;
    std::string to;
    std::string name;  ///< of whom it greets
    std::string organisation;
    std::string subject;
    std::vector<std::string> paragraphs;
    std::optional<Link> link;
    std::vector<std::string> closing;  ///< paragraphs below the link
};

/// In plain text and in HTML, the values escaped.
[[nodiscard]] MailMessage compose(const Letter& letter);

/// "30 november 2026" in the Netherlands.
[[nodiscard]] std::string day_text(core::Language language, core::Instant moment);
/// "23 november 2026, 10:00" in the Netherlands.
[[nodiscard]] std::string moment_text(core::Language language, core::Instant moment);

}  // namespace portal::server::mail
