#include "server/admin/import_report.hpp"

#include <ostream>
#include <stdexcept>

namespace portal::server {
namespace {

constexpr std::array<const char*, 3> kOutcomes{"added", "changed", "as it was"};

}  // namespace

void ImportReport::refused(const Refusal& refusal) {
    out_ << (refusal.place.empty() ? "the file" : refusal.place) << ": refused: " << refusal.detail << '\n';
    ++wrong_;
}

void ImportReport::done(const std::string& place, ImportOutcome outcome) {
    const auto index = static_cast<std::size_t>(outcome);
    ++counts_.at(index);
    out_ << place << ": " << kOutcomes.at(index) << '\n';
}

void ImportReport::finish(storage::Transaction& transaction, bool check) {
    if (wrong_ > 0) {
        throw std::runtime_error("Nothing was imported: " + std::to_string(wrong_) +
                                 (wrong_ == 1 ? " place is wrong." : " places are wrong."));
    }
    if (!check) {
        transaction.commit();
    }
    out_ << (check ? "The file is right, nothing was changed yet: " : "Done: ");
    for (std::size_t index = 0; index < counts_.size(); ++index) {
        out_ << (index == 0 ? "" : ", ") << counts_.at(index) << ' ' << kOutcomes.at(index);
    }
    out_ << ".\n";
}

}  // namespace portal::server
