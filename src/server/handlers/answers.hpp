#pragma once

#include "api/codec.hpp"
#include "server/http/failure.hpp"
#include "server/http/message.hpp"

#include <string>
#include <utility>

namespace portal::server {

[[nodiscard]] inline http::Response json(int status, std::string body) {
    return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

/// The value of a body; throws Failure with the place that is wrong.
template <class T>
[[nodiscard]] T decoded(api::Decoded<T> result) {
    if (!result) {
        throw http::Failure(400, "invalid-body", std::move(result.error.detail), std::move(result.error.field));
    }
    return std::move(*result.value);
}

}  // namespace portal::server
