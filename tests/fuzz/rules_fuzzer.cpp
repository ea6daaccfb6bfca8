#include "api/rules_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any bytes as a rules file: refused with a reason, or read as something that is written and read again alike.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace portal;
    const auto book = api::decode_rules_file({reinterpret_cast<const char*>(data), size});
    if (!book) {
        if (book.error.detail.empty()) {
            std::abort();
        }
        return 0;
    }
    const auto again = api::decode_rules_file(api::encode(*book.value));
    if (!again || again.value->versions != book.value->versions) {
        std::abort();
    }
    return 0;
}
