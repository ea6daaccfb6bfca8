#include "gallery/gallery.hpp"

#include "gallery/frame.hpp"
#include "gallery/sections.hpp"
#include "ui/widgets/chip.hpp"
#include "ui/widgets/navigation.hpp"
#include "ui/widgets/segmented_control.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace portal::gallery {
namespace {

struct Section {
    std::string_view key;  ///< its address as well
    Text title;
};

constexpr std::string_view kBars = "bars";
constexpr std::array<Section, 10> kSections{{{"tokens", Text::section_tokens},
                                             {"buttons", Text::section_buttons},
                                             {"choices", Text::section_choices},
                                             {"fields", Text::section_fields},
                                             {"lists", Text::section_lists},
                                             {"feedback", Text::section_feedback},
                                             {"figures", Text::section_figures},
                                             {"calendar", Text::section_calendar},
                                             {"year", Text::section_year},
                                             {kBars, Text::section_bars}}};

void language_switch(ui::Ui& ui, ui::Column& column) {
    const std::array<ui::Segment, 2> languages{
        {{"nl", ui.text(app::Text::language_nl)}, {"en", ui.text(app::Text::language_en)}}};
    ui::SegmentedControl control;
    control.key = "language";
    control.name = words(ui, Text::gallery_language);
    control.chosen = ui.state().language == app::Language::en ? "en" : "nl";
    control.segments = languages;
    ui::Column place{column.x, column.y, std::min(column.width, 280 * ui.theme().text_scale)};
    const auto chosen = ui::segmented_control(ui, place, control);
    column.y = place.y;
    if (chosen) {
        ui.emit(app::LanguageChosen{*chosen == 1 ? app::Language::en : app::Language::nl});
    }
}

void gallery_title(ui::Ui& ui, ui::Column& column) {
    ui::Heading title;
    title.key = "gallery-title";
    title.text = words(ui, Text::gallery_title);
    title.level = 1;
    title.type = ui::Type::kDisplay;
    ui::heading(ui, column, title);
    column.space(12);
}

void draw_section(ui::Ui& ui, ui::Column& column, std::string_view key, Samples& samples) {
    if (key == "tokens") {
        tokens_section(ui, column);
    } else if (key == "buttons") {
        buttons_section(ui, column);
    } else if (key == "choices") {
        choices_section(ui, column, samples);
    } else if (key == "fields") {
        fields_section(ui, column, samples);
    } else if (key == "lists") {
        lists_section(ui, column);
    } else if (key == "feedback") {
        feedback_section(ui, column, samples);
    } else if (key == "figures") {
        figures_section(ui, column);
    } else if (key == "calendar") {
        calendar_section(ui, column, samples);
    } else if (key == "year") {
        year_section(ui, column, samples);
    }
}

}  // namespace

struct Gallery::Shown {
    std::size_t section = 0;
    Samples samples;
};

Gallery::Gallery() : shown_(std::make_unique<Shown>()) {}
Gallery::~Gallery() = default;

app::Language Gallery::go(std::string_view path) {
    const std::string_view name = path.substr(0, path.find('?'));
    const auto found = std::find_if(kSections.begin(), kSections.end(), [&](const Section& section) {
        return name.size() > 1 && name.substr(1) == section.key;
    });
    shown_->section = found == kSections.end() ? 0 : static_cast<std::size_t>(found - kSections.begin());
    const bool is_english = path.find("language=en") != std::string_view::npos;
    return is_english ? app::Language::en : app::Language::nl;
}

std::string Gallery::path(app::Language language) const {
    std::string path = "/";
    path += kSections[shown_->section].key;
    return language == app::Language::en ? path + "?language=en" : path;
}

float Gallery::draw(ui::Ui& ui) {
    constexpr float kWidest = 960;
    const float side = ui.is_phone() ? 16 : 32;
    const float width = std::min(kWidest, ui.viewport().width - 2 * side);
    const std::string_view key = kSections[shown_->section].key;
    const bool has_bars = key == kBars;
    if (has_bars) {
        bars_section(ui, shown_->samples);
    }
    ui::Column column{(ui.viewport().width - width) / 2, has_bars ? ui::app_bar_height(ui) + 24 : 24, width};
    const ui::Group main(ui, ui::Role::kMain, "main");
    if (!has_bars || !ui.is_phone()) {  // there the bar has the title
        gallery_title(ui, column);
    }
    language_switch(ui, column);
    column.space(12);
    {
        const ui::Group sections(ui, ui::Role::kGroup, "sections", words(ui, Text::gallery_sections));
        ui::ChipRow row(ui, column);
        for (std::size_t i = 0; i < kSections.size(); ++i) {
            ui::Chip chip;
            chip.key = kSections[i].key;
            chip.label = words(ui, kSections[i].title);
            chip.chosen = i == shown_->section;
            if (row.add(chip)) {
                shown_->section = i;
                ui.redo();
            }
        }
    }
    column.space(20);
    const ui::Group section(ui, ui::Role::kGroup, std::string(key) + "-section");
    draw_section(ui, column, key, shown_->samples);
    return column.y + 24 + (has_bars ? ui::bottom_bar_height(ui) : 0);
}

}  // namespace portal::gallery
