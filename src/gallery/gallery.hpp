#pragma once

#include "app/text.hpp"
#include "ui/core/ui.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace portal::gallery {

/// Every widget in every state, on sample data: for who makes them, and for the pictures that tests compare. No part of
/// what parents get.
class Gallery {
  public:
    Gallery();
    ~Gallery();
    Gallery(const Gallery&) = delete;
    Gallery& operator=(const Gallery&) = delete;

    /// Goes to what an address names, "/choices?language=en"; to the first section where it names none. Returns the
    /// language that it asks for.
    app::Language go(std::string_view path);

    /// The address of what is shown, in the language of the page.
    [[nodiscard]] std::string path(app::Language language) const;

    /// Draws the section. Returns the page's height. Emits LanguageChosen.
    float draw(ui::Ui& ui);

  private:
    struct Shown;
    std::unique_ptr<Shown> shown_;
};

}  // namespace portal::gallery
