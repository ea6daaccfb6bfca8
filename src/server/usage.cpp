#include "server/options.hpp"

namespace portal::server {

namespace {

constexpr const char* kUsage = R"(ouderlogin-server: the backend of a parent portal for childcare

  ouderlogin-server serve [options]       serve the portal
  ouderlogin-server rules FILE [options]  add the versions of the rules in FILE (src/api/rules.schema.json)
  ouderlogin-server credit [options]      book credit for a child by hand: a correction
  ouderlogin-server notice [options]      tell all parents something on their first screen
  ouderlogin-server bill [options]        make and send the invoices of a month
  ouderlogin-server import WHAT FILE [options]   add or change what the office keeps: locations, families, contracts,
                                          occupancy, closing-days (src/api/office.schema.json, or a .csv)
  ouderlogin-server invoices FILE [options]      import invoices (src/api/invoices.schema.json, or a .csv)
  ouderlogin-server payment [options]     book what was received for an invoice
  ouderlogin-server statements [options]  publish the annual statements of a year
  ouderlogin-server organisation FILE [options]  what stands on letters: address, account, logo
  ouderlogin-server invite [options]      mail a guardian a link to choose a password by
  ouderlogin-server edits [...] [options] what parents changed in their data and wait for
  ouderlogin-server requests [options]    what parents asked for and wait for
  ouderlogin-server decide ... [options]  answer one of that

  All but serve may have 'admin' before them: ouderlogin-server admin import families FILE.

  --port PORT           port to listen on (8080); 0 takes a free one
  --listen ADDRESS      address to listen on (127.0.0.1)
  --data DIR            folder for the database (ouderlogin-data)
  --database URL        sqlite://FILE or postgresql://... instead of a file in --data
  --client DIR          serve the client's files from this folder
  --public-url URL      the address that parents use; needed behind a proxy, and https:// secures the cookie
  --allow-origin URL    another origin whose pages may use the API; may be given several times
  --behind-proxy        trust the last address of X-Forwarded-For
  --demo                fill an empty database with an invented organisation
  --fresh               delete the SQLite database first
  --clock INSTANT       for tests and screenshots: the server's clock stands still, 2026-11-23T09:00:00Z

  mails (links to choose a password by, and what else there is to tell; they wait in the database until one is set):
  --smtp-url URL        the mail server: smtp://HOST:587 (STARTTLS) or smtps://HOST:465 (TLS)
  --mail-from ADDRESS   from whom mails are
  --smtp-user NAME      with which the server signs in there
  --smtp-password-file FILE
  --smtp-ca FILE        certificates (PEM) to trust in place of the system's
  --smtp-plain          without TLS: a mail server on this machine
  --mail-folder DIR     write mails there as .eml files in place of sending them; --demo does, in --data

  rules, import, invoices, organisation:
  --check               read the file and say what is wrong, change nothing

  credit:
  --child ID            whose it is
  --minutes N           how much; below zero takes it away, as far as there is any
  --note TEXT           why; parents see it
  --use-before DAY      the last day on which it can be used

  notice:
  --title TEXT, --text TEXT
  --until DAY           the last day on which it is shown

  bill:
  --month MONTH         of the contracts, 2026-12; extra care until today comes along

  payment:
  --invoice NUMBER, --on DAY
  --cents N             received; below zero it was paid back

  statements:
  --year YEAR           one that is over

  organisation:
  --logo FILE           a PNG

  invite:
  --guardian ID, or --email ADDRESS
  --language nl|en      of the mail (nl)

  edits:                lists what waits for an answer
  edits approve ID      the new value counts from now on
  edits reject ID --reason TEXT
                        the old value stays; parents see why
  edits rights          lists which fields parents may change at once, ask to change, or only see
  edits rights guardian.iban direct|approval|fixed

  requests:             lists what waits for an answer
  --all                 also what was answered, withdrawn or never answered

  decide review ID      parents see that it is being looked at
  decide approve ID [--reason TEXT]
  decide reject ID --reason TEXT
                        parents see the reason

  --help, --version
)";

}  // namespace

const char* usage() {
    return kUsage;
}

}  // namespace portal::server
