#include "app/draft.hpp"

#include "app/route.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>
#include <vector>

namespace portal::app {
namespace {

using core::Date;
using core::TimeOfDay;

constexpr char kCell = '\t';
constexpr char kLine = '\n';
constexpr std::string_view kEscapes = "%tn";  // behind '%', for '%', kCell and kLine

// --- Writing: lines of cells, the first of which names what the others are
// --------------------------------------------

void write_cell(std::string& text, std::string_view cell) {
    for (const char character : cell) {
        switch (character) {
            case '%':
                text += "%%";
                break;
            case kCell:
                text += "%t";
                break;
            case kLine:
                text += "%n";
                break;
            default:
                text += character;
        }
    }
}

void write(std::string& text, std::initializer_list<std::string_view> cells) {
    for (const std::string_view cell : cells) {
        write_cell(text, cell);
        text += kCell;
    }
    text.back() = kLine;
}

void write_choices(std::string& text, const ChangeChoices& choices) {
    for (const core::ChildId& child : choices.children) {
        write(text, {"child", child.value});
    }
    write(text, {"start", choices.start});
    write(text, {"end", choices.end});
    write(text, {"last", choices.last});
    write(text, {"reason", core::to_string(choices.reason)});
    if (choices.payment) {
        write(text, {"payment", core::to_string(*choices.payment)});
    }
    if (choices.given) {
        write(text, {"given", choices.given->date.to_string(), choices.given->time.start.to_string(),
                     choices.given->time.end.to_string()});
    }
    if (choices.wanted) {
        write(text, {"wanted", choices.wanted->to_string()});
    }
    for (const core::Wish& wish : choices.left_out) {
        write(text, {"left-out", wish.date.to_string(), wish.time.start.to_string(), wish.time.end.to_string(),
                     wish.child.value});
    }
    for (const Date monday : choices.weeks) {
        write(text, {"week", monday.to_string()});
    }
    for (const auto& [name, set] : {std::pair{"gives-day", choices.gives_day}, std::pair{"has-last", choices.has_last},
                                    std::pair{"next-year", choices.next_year}}) {
        if (set) {
            write(text, {name});
        }
    }
}

// --- Reading ---------------------------------------------------------------------------------------------------------

using Cells = std::vector<std::string>;

/// Takes one line off the text.
Cells take_line(std::string_view& text) {
    Cells cells(1);
    while (!text.empty()) {
        const char character = text.front();
        text.remove_prefix(1);
        if (character == kLine) {
            break;
        }
        if (character == kCell) {
            cells.emplace_back();
        } else if (character == '%' && !text.empty() && kEscapes.find(text.front()) != std::string_view::npos) {
            cells.back() += text.front() == 't' ? kCell : text.front() == 'n' ? kLine : '%';
            text.remove_prefix(1);
        } else {
            cells.back() += character;
        }
    }
    return cells;
}

std::optional<core::CareSpan> care_of(const Cells& cells) {
    const auto date = Date::parse(cells[1]);
    const auto start = TimeOfDay::parse(cells[2]);
    const auto end = TimeOfDay::parse(cells[3]);
    return date && start && end ? std::optional{core::CareSpan{*date, {*start, *end}}} : std::nullopt;
}

/// Lines of a name alone.
void read_mark(ChangeChoices& choices, const std::string& name) {
    choices.gives_day |= name == "gives-day";
    choices.has_last |= name == "has-last";
    choices.next_year |= name == "next-year";
}

/// Lines of a name and a value.
void read_choice(ChangeChoices& choices, const std::string& name, const std::string& value) {
    if (name == "child") {
        choices.children.emplace_back(value);
    } else if (name == "start") {
        choices.start = value;
    } else if (name == "end") {
        choices.end = value;
    } else if (name == "last") {
        choices.last = value;
    } else if (name == "reason") {
        choices.reason = core::absence_reason_from(value).value_or(choices.reason);
    } else if (name == "payment") {
        choices.payment = core::payment_from(value);
    } else if (name == "wanted") {
        choices.wanted = Date::parse(value);
    } else if (const auto monday = Date::parse(value); name == "week" && monday) {
        choices.weeks.push_back(*monday);
    }
}

void read(Draft& draft, const Cells& cells) {
    const std::string& name = cells[0];
    if (cells.size() == 1) {
        read_mark(draft.choices, name);
    } else if (name == "account") {
        draft.account = core::GuardianId{cells[1]};
    } else if (name == "email") {
        draft.email = cells[1];
    } else if (name == "form") {
        draft.form = cells[1];
    } else if (name == "record" && cells.size() == 4) {
        draft.records[cells[1]][cells[2]] = cells[3];
    } else if (name == "given" && cells.size() == 4) {
        draft.choices.given = care_of(cells);
    } else if (const auto care = cells.size() == 5 ? care_of(cells) : std::nullopt; name == "left-out" && care) {
        draft.choices.left_out.push_back(core::absence_wish(core::ChildId{cells[4]}, *care));
    } else {
        read_choice(draft.choices, name, cells[1]);
    }
}

}  // namespace

std::string write_draft(const State& state) {
    std::string text;
    if (!state.sign_in.email.empty()) {
        write(text, {"email", state.sign_in.email});
    }
    if (state.form.begun) {
        write(text, {"form", to_path(state.route)});
        write_choices(text, state.form.choices);
    }
    for (const auto& [path, form] : state.record_forms) {
        for (const auto& [field, typed] : form.typed) {
            write(text, {"record", path, field, typed});
        }
    }
    if (!text.empty() && state.account) {
        write(text, {"account", state.account->guardian.value});
    }
    return text;
}

std::optional<Draft> read_draft(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    Draft draft;
    while (!text.empty()) {
        read(draft, take_line(text));
    }
    return draft;
}

}  // namespace portal::app
