#include "server/storage/failure.hpp"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sqlite3.h>

namespace portal::server::storage {
namespace {

bool is_temporary_sqlite(int result) {
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool is_temporary(const std::exception& error) {
    if (dynamic_cast<const Unreachable*>(&error) != nullptr) {
        return true;
    }
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
        return is_temporary_sqlite(sqlite->result());
    }
    if (const auto* other = dynamic_cast<const soci::soci_error*>(&error)) {
        const auto category = other->get_error_category();
        return category == soci::soci_error::connection_error || category == soci::soci_error::system_error;
    }
    return false;
}

std::string safe_message(const std::exception& error) {
    const auto* of_database = dynamic_cast<const soci::soci_error*>(&error);
    std::string message = of_database != nullptr ? of_database->get_error_message() : error.what();
    for (char& character : message) {
        if (character == '\n' || character == '\r' || character == '\t') {
            character = ' ';
        }
    }
    return message;
}

std::string explain(const std::exception& error) {
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
        switch (sqlite->result() & 0xFF) {
            case SQLITE_FULL:
                return "The disk is full, so the database cannot be written.";
            case SQLITE_READONLY:
            case SQLITE_CANTOPEN:
                return "The database cannot be opened for writing; check the rights on its file and folder.";
            case SQLITE_IOERR:
                return "The disk reports an error where the database is.";
            default:
                break;
        }
    }
    return safe_message(error);
}

}  // namespace portal::server::storage
