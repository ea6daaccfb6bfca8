#pragma once

#include "api/account_dto.hpp"
#include "server/storage/database.hpp"

#include <string>

namespace portal::server::storage {

[[nodiscard]] api::AccountSettings load_account_settings(Transaction& transaction, const std::string& account);
void save_account_settings(Transaction& transaction, const std::string& account, const api::AccountSettings& settings);

}  // namespace portal::server::storage
