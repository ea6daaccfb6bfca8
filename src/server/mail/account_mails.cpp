#include "server/mail/account_mails.hpp"

#include "server/auth/random.hpp"
#include "server/mail/letter.hpp"
#include "server/storage/account_links.hpp"
#include "server/storage/guardian_logins.hpp"
#include "server/storage/organisation.hpp"

namespace portal::server::mail {
namespace {

using api::LinkPurpose;

std::string organisation_of(storage::Transaction& transaction) {
    const auto organisation = storage::find_organisation(transaction);
    return organisation ? organisation->name : std::string{};
}

/// For whom a link is, and what it is for.
struct Recipient {
    core::GuardianId guardian;
    std::string name;
    LinkPurpose purpose;
};

/// Of a reset: the account's guardian, or one who was invited and has not chosen a first password yet.
std::optional<Recipient> recipient_of_reset(storage::Transaction& transaction, const std::string& email) {
    if (const auto account = storage::find_account_by_email(transaction, email)) {
        return Recipient{account->guardian, account->name, LinkPurpose::kReset};
    }
    for (const storage::GuardianRecord& guardian : storage::find_guardians_by_email(transaction, email)) {
        if (!guardian.account && storage::is_invited(transaction, guardian.id)) {
            return Recipient{guardian.id, guardian.name, LinkPurpose::kInvitation};
        }
    }
    return std::nullopt;
}

std::optional<Recipient> recipient_of(storage::Transaction& transaction, const storage::WaitingMail& mail) {
    if (!mail.guardian) {
        return recipient_of_reset(transaction, mail.recipient);
    }
    const auto guardian = storage::find_guardian(transaction, *mail.guardian);
    if (!guardian) {
        return std::nullopt;
    }
    return Recipient{guardian->id, guardian->name, guardian->account ? LinkPurpose::kReset : LinkPurpose::kInvitation};
}

Letter invitation(const Letter& frame, core::Instant until) {
    Letter letter = frame;
    const core::Language language = frame.language;
    const std::string last_day = day_text(language, until);
    letter.subject = translate(language, Text::invitation_subject, {{"organisation", letter.organisation}});
    letter.paragraphs = {translate(language, Text::invitation_text),
                         translate(language, Text::invitation_what_to_do, {{"email", letter.to}})};
    letter.link->label = translate(language, Text::invitation_button);
    letter.closing = {translate(language, Text::invitation_expires, {{"until", last_day}}),
                      translate(language, Text::invitation_not_for_you, {{"organisation", letter.organisation}})};
    return letter;
}

Letter reset(const Letter& frame, core::Instant until) {
    Letter letter = frame;
    const core::Language language = frame.language;
    const std::string moment = moment_text(language, until);
    letter.subject = translate(language, Text::reset_subject);
    letter.paragraphs = {translate(language, Text::reset_text)};
    letter.link->label = translate(language, Text::reset_button);
    letter.closing = {translate(language, Text::reset_expires, {{"until", moment}}),
                      translate(language, Text::reset_not_you)};
    return letter;
}

/// An invitation is told to end with a day, so it lasts until the end of it.
core::Instant end_of(LinkPurpose purpose, core::Instant now) {
    if (purpose == LinkPurpose::kReset) {
        return {now.seconds + kResetLasts};
    }
    const core::Date last = core::amsterdam::local_time({now.seconds + kInvitationLasts}).date;
    return {core::amsterdam::instant(last + 1, core::TimeOfDay{0, 0}).seconds - 1};
}

std::string with_address(std::string text, const std::string& base) {
    for (std::size_t at = text.find(kPortalAddress); at != std::string::npos;
         at = text.find(kPortalAddress, at + base.size())) {
        text.replace(at, kPortalAddress.size(), base);
    }
    return text;
}

}  // namespace

std::optional<PreparedMail> prepare(storage::Transaction& transaction, const storage::WaitingMail& mail,
                                    const std::string& base, core::Instant now) {
    if (!api::link_purpose_from(mail.kind)) {
        return PreparedMail{
            {mail.recipient, mail.subject, with_address(mail.text, base), with_address(mail.html, base)}, {}};
    }
    const auto recipient = recipient_of(transaction, mail);
    if (!recipient) {
        return std::nullopt;
    }
    const std::string token = random_token();
    const core::Instant until = end_of(recipient->purpose, now);
    storage::insert_link(transaction, {fingerprint(token), recipient->purpose, recipient->guardian,
                                       storage::normalised_email(mail.recipient), now, until, std::nullopt});
    Letter frame;
    frame.language = mail.language;
    frame.to = mail.recipient;
    frame.name = recipient->name;
    frame.organisation = organisation_of(transaction);
    // Behind '#', which browsers send to nobody: not to the server, and not as the page that one came from.
    const std::string address = base + "/welkom#" + token;
    frame.link = Letter::Link{{}, address};
    const bool invites = recipient->purpose == LinkPurpose::kInvitation;
    return PreparedMail{compose(invites ? invitation(frame, until) : reset(frame, until)), address};
}

MailMessage password_changed_mail(storage::Transaction& transaction, const storage::Account& account,
                                  core::Instant now) {
    Letter letter;
    letter.language = storage::language_of(transaction, account.id);
    letter.to = account.email;
    letter.name = account.name;
    letter.organisation = organisation_of(transaction);
    letter.subject = translate(letter.language, Text::password_changed_subject);
    const std::string moment = moment_text(letter.language, now);
    letter.paragraphs = {translate(letter.language, Text::password_changed_text, {{"when", moment}}),
                         translate(letter.language, Text::password_changed_not_you)};
    return compose(letter);
}

}  // namespace portal::server::mail
