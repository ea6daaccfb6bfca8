#pragma once

#include "api/json_reader.hpp"
#include "server/demo/demo_data.hpp"
#include "server/storage/database.hpp"

namespace portal::server {

/// Reads "records", "contacts" and "recordChanges" of a family into `demo`.
void read_demo_records(const api::JsonNode& node, core::Date today, DemoFamily& demo);

/// Stores them as if parents had typed and the organisation had answered. Throws std::runtime_error where a value would
/// not be taken from a parent.
void insert_demo_records(storage::Transaction& transaction, const DemoFamily& demo, core::Date today);

}  // namespace portal::server
