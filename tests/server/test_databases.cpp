#include "server/test_databases.hpp"

#include "server/auth/random.hpp"

#include <soci/soci.h>

#include <cstdlib>

namespace portal::server::test {
namespace {

std::string postgresql_url() {
    const char* url = std::getenv("OUDERLOGIN_TEST_POSTGRES");
    return url == nullptr ? std::string{} : std::string{url};
}

std::string with_parameter(const std::string& url, const std::string& parameter) {
    return url + (url.find('?') == std::string::npos ? '?' : '&') + parameter;
}

/// A connection for what a test does past the server. SOCI wants a '=' in the address.
std::string plain_connection(const std::string& url) {
    return with_parameter(url, "application_name=test");
}

}  // namespace

std::vector<Backend> available_backends() {
    std::vector<Backend> backends{Backend::kSqlite};
    if (!postgresql_url().empty()) {
        backends.push_back(Backend::kPostgresql);
    }
    return backends;
}

std::string name_of(Backend backend) {
    return backend == Backend::kSqlite ? "Sqlite" : "Postgresql";
}

EmptyDatabase::EmptyDatabase(Backend backend) : backend_(backend) {
    if (backend_ == Backend::kSqlite) {
        url_ = "sqlite://" + (folder_.path() / "test with spaces.sqlite3").string();
        return;
    }
    schema_ = "test_" + random_id();
    soci::session sql{"postgresql", plain_connection(postgresql_url())};
    sql << "CREATE SCHEMA " + schema_;
    url_ = with_parameter(postgresql_url(), "options=-csearch_path%3D" + schema_);
}

EmptyDatabase::~EmptyDatabase() {
    if (backend_ == Backend::kPostgresql) {
        try {
            soci::session sql{"postgresql", plain_connection(postgresql_url())};
            sql << "SET client_min_messages = warning";
            sql << "DROP SCHEMA " + schema_ + " CASCADE";
        } catch (const soci::soci_error&) {
            // Whoever looks at the test's database sees it; the test itself is over.
        }
    }
}

void EmptyDatabase::execute(const std::string& statement) const {
    if (backend_ == Backend::kSqlite) {
        soci::session sql{"sqlite3", url_.substr(std::string_view{"sqlite://"}.size())};
        sql << statement;
    } else {
        soci::session sql{"postgresql", plain_connection(url_)};
        sql << statement;
    }
}

}  // namespace portal::server::test
