#pragma once

#include "api/office_import.hpp"
#include "server/storage/database.hpp"

#include <array>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace portal::server {

/// Something of a file is wrong at one of its places.
struct Refusal {
    std::string place;
    std::string detail;
};

/// The same of the thing that is being added, whose place is known.
struct NotPossible {
    std::string detail;
};

enum class ImportOutcome : std::uint8_t { kAdded, kChanged, kSame };

/// What became of a file: a line on each thing in it, and at the end how many there were.
class ImportReport {
  public:
    explicit ImportReport(std::ostream& out) : out_(out) {}

    /// Says what is wrong with the file, and of the rest what `add` makes of it. `add` throws NotPossible where it
    /// cannot.
    template <class T, class Add>
    void go_through(const api::Import<T>& import, Add add) {
        for (const api::ImportFault& fault : import.faults) {
            refused({fault.place, fault.detail});
        }
        for (const api::Imported<T>& item : import.items) {
            try {
                done(item.place, add(item.value));
            } catch (const NotPossible& reason) {
                refused({item.place, reason.detail});
            }
        }
    }

    void refused(const Refusal& refusal);
    /// Throws where something was refused; else the transaction is ended, and with `check` nothing of it remains.
    void finish(storage::Transaction& transaction, bool check);

  private:
    void done(const std::string& place, ImportOutcome outcome);

    std::ostream& out_;
    std::size_t wrong_ = 0;
    std::array<std::size_t, 3> counts_{};
};

[[nodiscard]] inline bool is_table(const std::filesystem::path& file) {
    return file.extension() == ".csv";
}

}  // namespace portal::server
