#include "server/mail/decision_mails.hpp"

#include "core/email_address.hpp"
#include "server/mail/account_mails.hpp"
#include "server/mail/letter.hpp"
#include "server/mail/outbox.hpp"
#include "server/storage/account_settings.hpp"
#include "server/storage/askers.hpp"
#include "server/storage/guardian_logins.hpp"
#include "server/storage/organisation.hpp"

namespace portal::server::mail {
namespace {

Text text_of(const Decision& decision) {
    if (decision.about == Decision::About::kRequest) {
        return decision.approved ? Text::decision_request_approved : Text::decision_request_rejected;
    }
    return decision.approved ? Text::decision_change_approved : Text::decision_change_rejected;
}

}  // namespace

void tell_decision(storage::Transaction& transaction, const Decision& decision, core::Instant now) {
    const auto asker = storage::find_asker(transaction, decision.id);
    const auto account = asker ? storage::find_account(transaction, *asker) : std::nullopt;
    const bool wanted = account && core::is_email_address(account->email) &&
                        storage::load_account_settings(transaction, account->id).mail_decisions;
    if (!wanted) {
        return;
    }
    Letter letter;
    letter.language = storage::language_of(transaction, account->id);
    letter.to = account->email;
    letter.name = account->name;
    const auto organisation = storage::find_organisation(transaction);
    letter.organisation = organisation ? organisation->name : std::string{};
    letter.subject = translate(letter.language, Text::decision_subject);
    const std::string moment = moment_text(letter.language, decision.asked_at);
    letter.paragraphs = {translate(letter.language, text_of(decision), {{"when", moment}}),
                         translate(letter.language, Text::decision_read)};
    letter.link = Letter::Link{translate(letter.language, Text::decision_button),
                               kPortalAddress + "/logboek/aanvraag/" + decision.id};
    letter.closing = {translate(letter.language, Text::decision_no_more)};
    enqueue(transaction, compose(letter), now);
}

}  // namespace portal::server::mail
