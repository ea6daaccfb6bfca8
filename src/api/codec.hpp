#pragma once

#include "api/dto.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// JSON to values and back, for both sides of the REST contract. Decoders accept any bytes: what is missing, of the
/// wrong type or out of range gives a DecodeError that names the place, never half a value.
namespace portal::api {

struct DecodeError {
    std::string field;   ///< JSON path, e.g. "blocks[3].start"; empty when the text is no JSON at all
    std::string detail;  ///< an English sentence for logs and problem details
};

/// A value or why there is none.
template <class T>
struct Decoded {
    std::optional<T> value;
    DecodeError error;

    [[nodiscard]] explicit operator bool() const { return value.has_value(); }
};

[[nodiscard]] std::string encode(const Credentials& credentials);
[[nodiscard]] std::string encode(const Account& account);
[[nodiscard]] std::string encode(const core::Family& family);
[[nodiscard]] std::string encode(const core::Locations& locations);
[[nodiscard]] std::string encode(const Occupancy& occupancy);
[[nodiscard]] std::string encode(const Submission& submission);
[[nodiscard]] std::string encode(const core::ChangeRequest& request);
[[nodiscard]] std::string encode(const std::vector<core::ChangeRequest>& requests);
[[nodiscard]] std::string encode_recovery(core::Date last_day);
[[nodiscard]] std::string encode(const CreditOverview& credit);
[[nodiscard]] std::string encode(const std::vector<Notice>& notices);
[[nodiscard]] std::string encode_decisions_seen(core::Instant until);
[[nodiscard]] std::string encode(const Revisions& revisions);
[[nodiscard]] std::string encode(const Problem& problem);

[[nodiscard]] Decoded<Credentials> decode_credentials(std::string_view json);
[[nodiscard]] Decoded<Account> decode_account(std::string_view json);
[[nodiscard]] Decoded<core::Family> decode_family(std::string_view json);
[[nodiscard]] Decoded<core::Locations> decode_locations(std::string_view json);
[[nodiscard]] Decoded<Occupancy> decode_occupancy(std::string_view json);
[[nodiscard]] Decoded<Submission> decode_submission(std::string_view json);
[[nodiscard]] Decoded<core::ChangeRequest> decode_change_request(std::string_view json);
[[nodiscard]] Decoded<std::vector<core::ChangeRequest>> decode_change_requests(std::string_view json);
[[nodiscard]] Decoded<core::Date> decode_recovery(std::string_view json);  ///< the last day of illness
[[nodiscard]] Decoded<CreditOverview> decode_credit(std::string_view json);
[[nodiscard]] Decoded<std::vector<Notice>> decode_notices(std::string_view json);
[[nodiscard]] Decoded<core::Instant> decode_decisions_seen(std::string_view json);
[[nodiscard]] Decoded<Revisions> decode_revisions(std::string_view json);
[[nodiscard]] Decoded<Problem> decode_problem(std::string_view json);

}  // namespace portal::api
