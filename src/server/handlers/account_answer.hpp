#pragma once

#include "server/http/message.hpp"
#include "server/storage/accounts.hpp"

namespace portal::server {

/// Who is signed in, as the contract has it.
[[nodiscard]] http::Response account_answer(storage::Transaction& transaction, const storage::Account& account);

}  // namespace portal::server
