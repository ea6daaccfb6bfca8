#include "server/documents/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace portal::server::documents {

std::vector<std::string> qr_code(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                               &QRcode_free};
    if (!code) {
        throw std::runtime_error("a text has no QR code");
    }
    const auto side = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows(side, std::string(side, '0'));
    for (std::size_t index = 0; index < side * side; ++index) {
        // The lowest bit is the colour, the others tell what the module is for.
        if ((code->data[index] & 1U) != 0) {
            rows[index / side][index % side] = '1';
        }
    }
    return rows;
}

}  // namespace portal::server::documents
