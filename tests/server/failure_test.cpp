#include "server/storage/failure.hpp"

#include <gtest/gtest.h>

#include <soci/sqlite3/soci-sqlite3.h>
#include <sqlite3.h>

namespace portal::server::test {
namespace {

TEST(StorageFailure, TellsAFullDiskInASentence) {
    const soci::sqlite3_soci_error full("loadOne: database or disk is full", SQLITE_FULL);
    EXPECT_EQ(storage::explain(full), "The disk is full, so the database cannot be written.");
    EXPECT_TRUE(storage::is_temporary(full));
}

TEST(StorageFailure, KeepsTheMessageOfWhatItDoesNotKnow) {
    EXPECT_EQ(storage::explain(std::runtime_error("Another program\nuses the port.")),
              "Another program uses the port.");
}

}  // namespace
}  // namespace portal::server::test
