#include "server/handlers/downloads.hpp"

#include "server/documents/wording.hpp"
#include "server/http/failure.hpp"
#include "server/storage/organisation_details.hpp"

#include <utility>

namespace portal::server {

documents::Language document_language(const http::Request& request) {
    const auto given = request.query.find("language");
    if (given == request.query.end() || given->second == "nl") {
        return documents::Language::nl;
    }
    if (given->second != "en") {
        throw http::Failure(400, "invalid-parameter", "The parameter 'language' is neither nl nor en.", "language");
    }
    return documents::Language::en;
}

documents::Letterhead letterhead(storage::Transaction& transaction) {
    return {storage::load_organisation_details(transaction), storage::load_logo(transaction)};
}

http::Response download(const std::string& name, const std::string& extension, std::string type, std::string bytes) {
    return {200,
            {{"Content-Type", std::move(type)},
             {"Content-Disposition", "attachment; filename=\"" + documents::file_name(name, extension) + '"'}},
            std::move(bytes)};
}

}  // namespace portal::server
