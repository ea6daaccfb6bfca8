#include "server/mail/letter.hpp"

#include <algorithm>

namespace portal::server::mail {
namespace {

Language language_of(core::Language language) {
    return language == core::Language::kEnglish ? Language::en : Language::nl;
}

std::string escaped(std::string_view text) {
    std::string html;
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

std::string paragraph(std::string_view text) {
    return "<p style=\"margin:0 0 16px\">" + escaped(text) + "</p>\n";
}

std::string plain_text(const Letter& letter) {
    std::string text = translate(letter.language, Text::letter_greeting, {{"name", letter.name}}) + "\n\n";
    for (const std::string& each : letter.paragraphs) {
        text += each + "\n\n";
    }
    if (letter.link) {
        text += letter.link->label + ":\n" + letter.link->address + "\n\n";
    }
    for (const std::string& each : letter.closing) {
        text += each + "\n\n";
    }
    return text + translate(letter.language, Text::letter_regards) + '\n' + letter.organisation + '\n';
}

/// The button, and the address itself for who cannot press it.
std::string link_html(const Letter& letter) {
    const std::string address = escaped(letter.link->address);
    return "<p style=\"margin:24px 0\"><a href=\"" + address +
           "\" style=\"display:inline-block;padding:12px 24px;border-radius:14px;background:#0B6E69;color:#FFFFFF;"
           "font-weight:bold;text-decoration:none\">" +
           escaped(letter.link->label) + "</a></p>\n<p style=\"margin:0 0 16px;font-size:14px;color:#55636D\">" +
           escaped(translate(letter.language, Text::letter_link)) + "<br><a href=\"" + address +
           "\" style=\"color:#0B6E69;word-break:break-all\">" + address + "</a></p>\n";
}

std::string html_text(const Letter& letter) {
    std::string html = "<!doctype html>\n<html lang=\"" + std::string(core::to_string(letter.language)) +
                       "\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                       escaped(letter.subject) +
                       "</title>\n</head>\n<body style=\"margin:0;padding:24px 16px;background:#FAF7F2\">\n"
                       "<div style=\"max-width:560px;margin:0 auto;padding:24px;border-radius:16px;background:#FFFFFF;"
                       "color:#1E2A32;font:16px/24px sans-serif\">\n";
    html += paragraph(translate(letter.language, Text::letter_greeting, {{"name", letter.name}}));
    for (const std::string& each : letter.paragraphs) {
        html += paragraph(each);
    }
    if (letter.link) {
        html += link_html(letter);
    }
    for (const std::string& each : letter.closing) {
        html += paragraph(each);
    }
    return html + "<p style=\"margin:0\">" + escaped(translate(letter.language, Text::letter_regards)) + "<br>" +
           escaped(letter.organisation) + "</p>\n</div>\n</body>\n</html>\n";
}

}  // namespace

std::string translate(core::Language language, Text key,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string_view rest = text(language_of(language), key);
    std::string filled;
    while (!rest.empty()) {
        const std::size_t open = std::min(rest.find('{'), rest.size());
        filled += rest.substr(0, open);
        rest.remove_prefix(open);
        const std::size_t close = rest.find('}');
        if (rest.empty() || close == std::string_view::npos) {
            break;
        }
        const std::string_view name = rest.substr(1, close - 1);
        const auto* const found =
            std::find_if(values.begin(), values.end(), [&](const auto& value) { return value.first == name; });
        filled += found == values.end() ? rest.substr(0, close + 1) : found->second;
        rest.remove_prefix(close + 1);
    }
    return filled;
}

MailMessage compose(const Letter& letter) {
    return {letter.to, letter.subject, plain_text(letter), html_text(letter)};
}

std::string day_text(core::Language language, core::Instant moment) {
    const core::Date date = core::amsterdam::local_time(moment).date;
    const auto month = static_cast<std::size_t>(date.month());
    const auto name = static_cast<Text>(static_cast<std::size_t>(Text::month_01) + month - 1);
    return std::to_string(date.day()) + ' ' + translate(language, name) + ' ' + std::to_string(date.year());
}

std::string moment_text(core::Language language, core::Instant moment) {
    return day_text(language, moment) + ", " + core::amsterdam::local_time(moment).time.to_string();
}

}  // namespace portal::server::mail
