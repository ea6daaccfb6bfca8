#pragma once

#include "api/records_codec.hpp"
#include "app/portal_fixture.hpp"
#include "app/record_world.hpp"

#include <string>

namespace portal::app::test {

/// Stamgegevens, signed in.
class RecordsTest : public PortalTest {
  protected:
    void open(const std::string& path) {
        start(path);
        answer_session();
        answer_data();
        answer_records();
    }

    void answer_records() { ASSERT_TRUE(outside.http.answer(Method::kGet, "/records", 200, api::encode(records))); }

    [[nodiscard]] const RecordForm& form() const { return state().record_forms.at(to_path(state().route)); }
    [[nodiscard]] const HttpRequest& sent() const { return outside.http.sent().back(); }
    void type(const char* field, const char* text) { store.dispatch(RecordTyped{field, text}); }

    void move_to_delft() {
        type("city", "Delft");
        store.dispatch(RecordSubmitted{});
    }
    /// The server answers that.
    void store_move() {
        set(jasmijn(), "city", "Delft");
        jasmijn().version = "4";
        ASSERT_TRUE(outside.http.answer(Method::kPut, "/guardians/g1", 200, api::encode(jasmijn())));
    }

    core::Record& jasmijn() { return records.guardians[0]; }

    void set(core::Record& record, const char* name, const char* value) {
        for (core::RecordField& field : record.fields) {
            if (field.name == name) {
                field.value = value;
                return;
            }
        }
        record.fields.push_back({name, value});
    }

    core::FamilyRecords records = family_records();
    static constexpr const char* kGuardian = "/stamgegevens/ouder/g1";
};

}  // namespace portal::app::test
