#include "server/serve.hpp"

#include "server/auth/common_passwords.hpp"
#include "server/auth/random.hpp"
#include "server/demo/demo.hpp"
#include "server/http/listener.hpp"
#include "server/http/socket.hpp"
#include "server/mail_service.hpp"
#include "server/open_database.hpp"
#include "server/portal.hpp"
#include "server/storage/organisation.hpp"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <iostream>
#include <memory>

namespace portal::server {
namespace {

namespace fs = std::filesystem;

/// Signals of the whole process are taken by `wait_for_stop` alone. To be called before any thread begins.
sigset_t block_stop_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void wait_for_stop(const sigset_t& signals) {
    int signal = 0;
    sigwait(&signals, &signal);
}

/// Every connection is an open file; the usual limit of 1024 is a soft one.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65536);
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

std::optional<storage::Organisation> prepare_organisation(storage::Database& database, const Options& options,
                                                          const Passwords& passwords, const Clock& clock) {
    storage::Transaction transaction = database.write();
    auto organisation = storage::find_organisation(transaction);
    if (!organisation && options.demo) {
        create_demo(transaction, passwords, clock.now());
        organisation = storage::find_organisation(transaction);
    }
    transaction.commit();
    return organisation;
}

void check_client(const Options& options) {
    if (options.client && !fs::is_regular_file(*options.client / "index.html")) {
        throw std::runtime_error("The folder " + options.client->string() + " has no index.html: it is no client.");
    }
}

std::string address_of(const Options& options, std::uint16_t port) {
    if (!options.public_origin.empty()) {
        return options.public_origin;
    }
    const bool is_ipv6 = options.listen.find(':') != std::string::npos;
    return "http://" + (is_ipv6 ? '[' + options.listen + ']' : options.listen) + ':' + std::to_string(port);
}

void greet(Log& log, const std::string& address, const std::optional<storage::Organisation>& organisation) {
    if (!organisation) {
        log.note(
            "The database is empty: nobody can sign in yet. With --demo it is filled with an invented organisation.");
    } else if (organisation->demo) {
        const DemoSignIn demo = demo_sign_in();
        log.note("Demo sign-in: " + demo.email + "  password: " + demo.password);
    }
    log.note("Ouderlogin is ready at " + address);
}

}  // namespace

void serve(const Options& options) {
    const sigset_t signals = block_stop_signals();
    // What the server writes holds personal data: for its own user only.
    ::umask(S_IRWXG | S_IRWXO);
    raise_file_limit();
    start_cryptography();
    check_client(options);

    http::ListenerSettings settings;
    settings.address = options.listen;
    settings.port = options.port;

    Log log{std::cout, std::cerr};
    const std::unique_ptr<Clock> clock = clock_of(options);
    const Passwords passwords{PasswordCost::usual()};
    Throttle throttle;
    Throttle mail_throttle{Throttle::of_mails()};
    const core::PasswordRules password_rules = core::password_rules_of(kCommonPasswordsFile);
    // One connection more, for the postman.
    const auto database = open_database(options, settings.workers + settings.expensive_workers + 1);
    const auto organisation = prepare_organisation(*database, options, passwords, *clock);

    const bool secure = options.public_origin.substr(0, 6) == "https:";
    Portal portal{{*database, *clock, passwords, throttle, mail_throttle, password_rules, secure, options.behind_proxy},
                  http::OriginPolicy{options.public_origin, options.allowed_origins},
                  options.client,
                  log};
    const http::Listener listener{settings, portal};
    const std::string address = address_of(options, listener.port());
    const bool is_demo = organisation && organisation->demo;
    const MailService mails{options, is_demo, address, *database, *clock, log};
    greet(log, address, organisation);
    wait_for_stop(signals);
    log.note("Stopping.");
}

}  // namespace portal::server
