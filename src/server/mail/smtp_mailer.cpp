#include "server/mail/smtp_mailer.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <utility>

namespace portal::server::mail {
namespace {

struct CurlCloser {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// curl's callback: gives it the next part of the mail.
std::size_t read_mail(char* to, std::size_t size, std::size_t count, void* data) {
    auto& rest = *static_cast<std::string_view*>(data);
    const std::size_t taken = std::min(size * count, rest.size());
    std::memcpy(to, rest.data(), taken);
    rest.remove_prefix(taken);
    return taken;
}

template <class Value>
void set(CURL* curl, CURLoption option, Value value) {
    if (curl_easy_setopt(curl, option, value) != CURLE_OK) {
        throw MailFailure("the mail library lacks what sending needs");
    }
}

void set_connection(CURL* curl, const SmtpSettings& settings) {
    set(curl, CURLOPT_URL, settings.url.c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(curl, CURLOPT_NOSIGNAL, 1L);  // signals belong to the whole server
    set(curl, CURLOPT_CONNECTTIMEOUT, std::min(settings.timeout, 20L));
    set(curl, CURLOPT_TIMEOUT, settings.timeout);
    set(curl, CURLOPT_USE_SSL, static_cast<long>(settings.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (settings.ca) {
        set(curl, CURLOPT_CAINFO, settings.ca->c_str());
    }
    if (!settings.user.empty()) {
        set(curl, CURLOPT_USERNAME, settings.user.c_str());
        set(curl, CURLOPT_PASSWORD, settings.password.c_str());
    }
}

/// What went wrong in words: curl's, and the mail server's number. Its own words may repeat an address.
std::string cause_of(CURL* curl, CURLcode result) {
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    std::string cause = curl_easy_strerror(result);
    if (answer > 0) {
        cause += " (the mail server answered " + std::to_string(answer) + ')';
    }
    return cause;
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpSettings settings) : settings_(std::move(settings)) {
    // Before other threads use the library, and once for the program's life.
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) {
        throw std::runtime_error("The library that sends mails cannot be started.");
    }
}

void SmtpMailer::send(const std::string& /*id*/, const std::string& from, const std::string& to,
                      std::string_view mime) {
    const std::unique_ptr<CURL, CurlCloser> curl{curl_easy_init()};
    const std::unique_ptr<curl_slist, CurlCloser> recipients{curl_slist_append(nullptr, ('<' + to + '>').c_str())};
    if (!curl || !recipients) {
        throw MailFailure("no memory");
    }
    set_connection(curl.get(), settings_);
    const std::string sender = '<' + from + '>';
    set(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    set(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    set(curl.get(), CURLOPT_UPLOAD, 1L);
    set(curl.get(), CURLOPT_READFUNCTION, read_mail);
    set(curl.get(), CURLOPT_READDATA, static_cast<void*>(&mime));
    const CURLcode result = curl_easy_perform(curl.get());
    if (result != CURLE_OK) {
        throw MailFailure(cause_of(curl.get(), result));
    }
}

}  // namespace portal::server::mail
