#include "core/log.hpp"

#include "server/care_record.hpp"
#include "server/documents/documents.hpp"
#include "server/documents/wording.hpp"
#include "server/handlers/access.hpp"
#include "server/handlers/answers.hpp"
#include "server/handlers/downloads.hpp"
#include "server/handlers/handlers.hpp"
#include "server/storage/record_changes.hpp"
#include "server/storage/revisions.hpp"

namespace portal::server {
namespace {

/// A parameter of the query, read by `parse`; nothing where it is absent, throws 400 where it cannot be read.
template <class Parse>
auto parameter(const http::Request& request, const char* name, Parse parse) -> decltype(parse(std::string_view{})) {
    const auto given = request.query.find(name);
    if (given == request.query.end()) {
        return std::nullopt;
    }
    auto value = parse(given->second);
    if (!value) {
        throw http::Failure(400, "invalid-parameter", std::string("The parameter '") + name + "' cannot be read.",
                            name);
    }
    return value;
}

core::LogFilter filter_of(const http::Request& request) {
    core::LogFilter filter;
    filter.kind = parameter(request, "kind", core::log_kind_from);
    filter.from = parameter(request, "from", core::Date::parse);
    filter.until = parameter(request, "until", core::Date::parse);
    const auto child = request.query.find("child");
    filter.child = core::ChildId{child == request.query.end() ? std::string() : child->second};
    return filter;
}

}  // namespace

http::Response download_log(const Services& services, const Call& call) {
    const documents::Language language = document_language(call.request);
    const core::LogFilter filter = filter_of(call.request);
    {
        storage::Transaction transaction = services.database.read();
        const CareRecord record{transaction, call.who.family, services.clock.now()};
        if (filter.child.empty() || core::find_child(record.family(), filter.child) != nullptr) {
            const auto changes = storage::list_record_changes(transaction, call.who.family);
            const auto entries = core::log_entries(record.requests(), changes, filter);
            return download(std::string(documents::text(language, documents::Text::log_file)), ".csv",
                            "text/csv; charset=utf-8", documents::log_csv(language, record.family(), entries));
        }
    }
    throw refused_access(services, call, "child", is_identifier(filter.child.value) ? filter.child.value : "", "child");
}

http::Response show_revisions(const Services& services, const Call& call) {
    api::Revisions revisions;
    {
        storage::Transaction transaction = services.database.read();
        const core::Date today = core::amsterdam::local_time(services.clock.now()).date;
        revisions = storage::revisions_of(transaction, call.who.family, today);
    }
    const std::string tag = '"' + revisions.requests + '.' + revisions.changes + '"';
    const bool known = call.request.header("If-None-Match").find(tag) != std::string::npos;
    http::Response response = known ? http::Response{304, {}, {}} : json(200, api::encode(revisions));
    response.headers.emplace_back("ETag", tag);
    return response;
}

}  // namespace portal::server
