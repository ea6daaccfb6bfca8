#include "server/open_database.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace portal::server {
namespace {

namespace fs = std::filesystem;

std::string database_url(const Options& options) {
    return options.database.empty() ? "sqlite://" + (options.data / "portal.sqlite3").string() : options.database;
}

void prepare_folder(const fs::path& file) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path{"."};
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || ::access(folder.c_str(), W_OK | X_OK) != 0) {
        throw std::runtime_error("The folder " + folder.string() +
                                 " cannot be written: " + (error ? error.message() : std::strerror(errno)) + ".");
    }
}

void delete_database(const fs::path& file) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::error_code error;
        fs::remove(file.string() + suffix, error);
        if (error) {
            throw std::runtime_error("The database " + file.string() + " cannot be deleted: " + error.message() + ".");
        }
    }
}

}  // namespace

std::unique_ptr<storage::Database> open_database(const Options& options, std::size_t connections) {
    const std::string url = database_url(options);
    const auto file = storage::Database::sqlite_file(url);
    if (file) {
        prepare_folder(*file);
    }
    if (options.fresh) {
        if (!file) {
            throw std::runtime_error("--fresh deletes SQLite databases only; empty the PostgreSQL database yourself.");
        }
        delete_database(*file);
    }
    return std::make_unique<storage::Database>(url, connections);
}

std::unique_ptr<storage::Database> open_existing_database(const Options& options) {
    const std::string url = database_url(options);
    const auto file = storage::Database::sqlite_file(url);
    if (file && !fs::exists(*file)) {
        throw std::runtime_error("There is no database " + file->string() + "; --data or --database says where it is.");
    }
    return std::make_unique<storage::Database>(url, 1);
}

std::unique_ptr<Clock> clock_of(const Options& options) {
    if (options.clock) {
        return std::make_unique<StandingClock>(*options.clock);
    }
    return std::make_unique<SystemClock>();
}

}  // namespace portal::server
