#pragma once

#include "app/action.hpp"
#include "app/effect.hpp"
#include "app/state.hpp"

#include <optional>
#include <string>
#include <vector>

/// The parts of `reduce`, a topic a file. Internal to app.
namespace portal::app::reducers {

[[nodiscard]] std::uint64_t next_id(State& state);

/// Sends a request to the server and returns its id.
std::uint64_t send(State& state, Effects& effects, Method method, std::string path, Purpose purpose,
                   std::string body = {}, std::string idempotency_key = {});

/// The same for a request with everything but its id.
std::uint64_t send_request(State& state, Effects& effects, HttpRequest request, Purpose purpose);

/// Why an answer cannot be used; kNone for anything that the server meant to say (2xx to 4xx).
[[nodiscard]] Failure failure_of(const HttpResponse& response);

void show_toast(State& state, Effects& effects, std::string text, std::vector<core::RequestId> sent = {},
                std::optional<Route> link = std::nullopt);

// Session
void ask_session(State& state, Effects& effects);
void press_sign_in(State& state, Effects& effects);
void press_sign_out(State& state, Effects& effects);
void session_answered(State& state, Effects& effects, const Answered& answer);
/// The device knows who was here last, or does not.
void account_recalled(State& state, Effects& effects, const Recalled& recalled);
/// The server has been silent for long: begins with what the device has kept.
void session_late(State& state, Effects& effects);
void sign_in_answered(State& state, Effects& effects, const Answered& answer);
void sign_out_answered(State& state, Effects& effects, const HttpResponse& response);

/// Somebody has just signed in: nothing of who was here before is left, and the first screen is shown.
void begin_session(State& state, Effects& effects, api::Account account);

/// The server no longer knows the session: personal data goes, what the parent was typing stays.
void expire_session(State& state, Effects& effects);

/// Another page of this browser has begun or ended a session, which is this page's as well.
void session_told(State& state, Effects& effects, TabNews news);

// Several pages
void tab_told(State& state, Effects& effects, TabNews news);
/// Whether the server says that another page has signed in as somebody else meanwhile.
[[nodiscard]] bool is_about_somebody_else(const HttpResponse& response);
/// Lets the other pages look again, after a change that the server has carried out.
void tell_of_change(Effects& effects, const Answered& answer);

// The portal as a program
void installation_told(State& state, Effects& effects, InstallationEvent event);
void press_install(State& state, Effects& effects);

// Remote data
void load_everything(State& state, Effects& effects);
void load_requests(State& state, Effects& effects);
void load_credit(State& state, Effects& effects);
void load_notices(State& state, Effects& effects);
void load_family(State& state, Effects& effects);
void load_records(State& state, Effects& effects);
void load_changes(State& state, Effects& effects);

void load_month(State& state, Effects& effects, core::Month month);
void load_year(State& state, Effects& effects, int year);

/// What the screen shows of invoices, statements and contracts.
void load_money(State& state, Effects& effects);
void reload_failed_money(State& state, Effects& effects);
void money_answered(State& state, Effects& effects, const Answered& answer);

/// Tells the server which answers the parent has seen, once Logboek shows some that are new.
void see_decisions(State& state, Effects& effects);
void decisions_seen(State& state, const Answered& answer);

// Logboek, and what becomes known while the page is open
void filter_log(State& state, Effects& effects, const LogFiltered& chosen);

/// Asks the server whether anything has happened.
void poll(State& state, Effects& effects);
/// Something has: the answer to an earlier question is not enough.
void poll_again(State& state, Effects& effects);
void revisions_answered(State& state, Effects& effects, const Answered& answer);

/// Takes the requests or the changes that were loaded, and tells what was answered since they were last known.
void requests_answered(State& state, Effects& effects, const Answered& answer);
void changes_answered(State& state, Effects& effects, const Answered& answer);

/// Loads the year or the month on the screen again; of a month also the neighbours where they are unknown.
void load_calendar(State& state, Effects& effects);
void reload_failed(State& state, Effects& effects);
void data_answered(State& state, Effects& effects, const Answered& answer);

/// What there is to do about data that no screen has asked for yet.
enum class Ahead : std::uint8_t { kKnown, kLoads, kFails };
[[nodiscard]] Ahead ahead_of(const RemoteStatus& remote);
[[nodiscard]] Ahead load_money_ahead(State& state, Effects& effects);
/// Goes on with loading what no screen has asked for yet, one after the other.
void prefetch_more(State& state, Effects& effects);
/// When the device has done so last.
void prefetch_recalled(State& state, Effects& effects, const Recalled& recalled);

// Routes
/// Goes to `route`: state, address and data.
void go(State& state, Effects& effects, const Route& route, bool replace = false);

/// After the route has changed by whatever means.
void enter_route(State& state, Effects& effects);

// The form of a change
void open_form(State& state, Effects& effects, core::RequestKind kind, core::Date day);
void close_form(State& state, Effects& effects);
void choose_form_day(State& state, Effects& effects, core::Date day);

/// Makes the choices that the form begins with, once the data is there to choose by.
void begin_form(State& state, Effects& effects);
void edit_form(State& state, Effects& effects, const FormEdited& edited);
void submit_form(State& state, Effects& effects);
void submission_answered(State& state, Effects& effects, const Answered& answer);

// Requests that were sent
/// Withdraws what the message tells of.
void press_undo(State& state, Effects& effects);

/// Withdraws at once, or asks first where money or a place is lost.
void press_withdraw(State& state, Effects& effects, const core::RequestId& id);
void press_recovery(State& state, const core::RequestId& id);
void choose_recovery_day(State& state, core::Date last_day);
void send_amendment(State& state, Effects& effects);
void close_amendment(State& state);
[[nodiscard]] bool awaits_key(const std::optional<Amendment>& amendment);
/// The key by which the amendment is carried out once.
void key_amendment(State& state, Effects& effects, const std::string& key);
void amendment_answered(State& state, Effects& effects, const Answered& answer);

/// Takes `changed` into the log and the calendar, and asks the server for what else has changed with it.
void requests_changed(State& state, Effects& effects, const std::vector<core::ChangeRequest>& changed);

// What has not been sent
/// Takes over what could not be sent; it ends with form_kept or form_not_kept, and likewise for amendments,
/// records and contacts.
void keep_change(State& state, Effects& effects, OutboxEntry entry);
/// Whether something waits that this has to come after: an edit of the same record, of the persons to call, or other
/// wishes, which may earn what these spend.
[[nodiscard]] bool has_to_wait(const State& state, const OutboxEntry& entry);
/// What was written anew is sent or kept: what it replaces is not wanted any more.
void replace_unsent(State& state, Effects& effects, const std::string& key);
void outbox_happened(State& state, Effects& effects, const OutboxAction& action);
void outbox_answered(State& state, Effects& effects, const Answered& answer);
/// After every action: opens the outbox of who has signed in, closes it after them, and warns while something waits.
void settle_outbox(State& state, Effects& effects);
[[nodiscard]] bool form_kept(State& state, Effects& effects, const std::string& key);
void form_not_kept(State& state, const std::string& key);
[[nodiscard]] bool amendment_kept(State& state, Effects& effects, const std::string& key);
void amendment_not_kept(State& state, const std::string& key);
[[nodiscard]] bool record_kept(State& state, Effects& effects, const std::string& key);
void record_not_kept(State& state, const std::string& key);
[[nodiscard]] bool contact_kept(State& state, const std::string& key);
void contact_not_kept(State& state, const std::string& key);
/// What waited has been carried out: the list shows it before it is loaded anew.
void contact_delivered(State& state, const OutboxEntry& entry);
/// What an entry of the outbox asks the server.
[[nodiscard]] HttpRequest request_of(const OutboxEntry& entry);
/// Opens the form in which it was written, as it was written.
void edit_unsent(State& state, Effects& effects, const OutboxEntry& entry);

// Stamgegevens
/// What the server answered of a record: the pages and what this device keeps have it at once.
void record_known(State& state, Effects& effects, const core::Record& current);
/// Begins the form of the page with what is known of its record, once that is there.
void begin_record_form(State& state, Effects& effects);
/// Says that what was typed earlier stands there again.
void return_to_record_form(State& state);
/// The form of the page; null where it has none.
[[nodiscard]] RecordForm* open_record_form(State& state);
void type_record(State& state, Effects& effects, const RecordTyped& typed);
void choose_conflict(State& state, const ConflictChosen& chosen);
void submit_record(State& state, Effects& effects);
void close_record_form(State& state, Effects& effects);
void record_answered(State& state, Effects& effects, const Answered& answer);
void move_contact(State& state, Effects& effects, const ContactMoved& moved);
void press_contact_removal(State& state, const std::string& id);
void close_contact_removal(State& state);
void remove_contact(State& state, Effects& effects);
[[nodiscard]] bool awaits_key(const ContactTask& task);
/// The key by which the contact is moved or removed once.
void key_contact(State& state, Effects& effects, const std::string& key);
void contact_answered(State& state, Effects& effects, const Answered& answer);

}  // namespace portal::app::reducers
