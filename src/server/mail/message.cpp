#include "server/mail/message.hpp"

#include "core/email_address.hpp"
#include "server/http/http_date.hpp"

#include <sodium.h>

#include <algorithm>
#include <vector>

namespace portal::server::mail {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string hexadecimal(unsigned char byte) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return {'=', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
}

std::string without_controls(std::string_view text) {
    std::string clean(text);
    std::replace_if(clean.begin(), clean.end(), is_control, ' ');
    return clean;
}

/// Letters, digits and a few signs, which mean nothing in any header.
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || c == '-' ||
               c == '\'' || c == '!';
    });
}

std::string base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    const std::string copy(bytes);
    // Any bytes may be read as unsigned char.
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(copy.data()), copy.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // the zero at its end
    return text;
}

/// The first bytes, at most `most` of them, that end where a character of UTF-8 ends.
std::string_view first_characters(std::string_view text, std::size_t most) {
    std::size_t end = std::min(most, text.size());
    while (end > 1 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

void add_part(std::string& mime, const std::string& boundary, std::string_view type, const std::string& content) {
    mime += "--" + boundary + "\r\nContent-Type: " + std::string(type) +
            "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted_printable(content) +
            "\r\n";
}

}  // namespace

std::string header_text(std::string_view text) {
    std::string clean = without_controls(text);
    constexpr std::size_t kLongestPlain = 60;
    if (is_plain(clean) && clean.size() <= kLongestPlain) {
        return clean;
    }
    // An encoded word has at most 75 characters (RFC 2047, 2): 12 around it, 4 for every 3 bytes.
    constexpr std::size_t kBytes = 42;
    std::string words;
    std::string_view rest = clean;
    while (!rest.empty()) {
        const std::string_view part = first_characters(rest, kBytes);
        rest.remove_prefix(part.size());
        words += (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(part) + "?=";
    }
    return words;
}

std::string quoted_printable(std::string_view text) {
    constexpr std::size_t kLongestLine = 75;  // and a '=' that says that the line goes on
    std::string encoded;
    std::size_t column = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n') {
            encoded += kLineEnd;
            column = 0;
            continue;
        }
        const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
        const bool plain = (c > ' ' && c <= '~' && c != '=') || (c == ' ' && !ends_line);
        const std::string piece = plain ? std::string(1, c) : hexadecimal(static_cast<unsigned char>(c));
        if (column + piece.size() > kLongestLine) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += piece;
        column += piece.size();
    }
    return encoded;
}

std::string to_mime(const MailMessage& message, const MailSender& sender, core::Instant date, const std::string& id) {
    if (!core::is_email_address(message.to) || !core::is_email_address(sender.address)) {
        throw BadMail("an address that mail cannot be sent to");
    }
    const std::string host = sender.address.substr(sender.address.find('@') + 1);
    const std::string boundary = "ouderlogin-" + id;
    std::string stamp = http::http_date(date);
    stamp.replace(stamp.size() - 3, 3, "+0000");  // RFC 5322 has numbers for zones
    const std::string name = header_text(sender.name);
    // A plain name may have several words; encoded words must not stand in quotes.
    std::string mime = "From: " + (name.empty() ? "" : name + ' ') + '<' + sender.address + ">\r\n";
    mime += "To: <" + message.to + ">\r\nSubject: " + header_text(message.subject) + "\r\nDate: " + stamp +
            "\r\nMessage-ID: <" + id + '@' + host + ">\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n" +
            "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    add_part(mime, boundary, "text/plain", message.text);
    add_part(mime, boundary, "text/html", message.html);
    return mime + "--" + boundary + "--\r\n";
}

}  // namespace portal::server::mail
