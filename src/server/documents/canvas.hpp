#pragma once

#include "server/documents/fonts.hpp"

#include <cairo.h>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace portal::server::documents {

/// How text looks.
struct TextStyle {
    double size = 10;  ///< points
    Weight weight = Weight::kRegular;
    double grey = 0.13;  ///< 0 is black
};

/// Pages of A4 to draw on, in points from the upper left corner. Holds the mutex of all drawing while it lives.
class Canvas {
  public:
    static constexpr double kWidth = 595.28;
    static constexpr double kHeight = 841.89;

    Canvas(const std::string& title, const std::string& author, const std::string& made_at);
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;
    ~Canvas() = default;

    [[nodiscard]] double width_of(const std::string& text, const TextStyle& style);
    /// The text's lines of at most `width`, broken at spaces, and within words only where one is longer.
    [[nodiscard]] std::vector<std::string> lines_of(const std::string& text, const TextStyle& style, double width);
    /// From the left end of its base line.
    void text(double x, double baseline, const std::string& text, const TextStyle& style);
    void line(double x, double y, double width, double thickness, double grey);
    /// Black squares of `module` points a side where the rows have '1'.
    void squares(const std::vector<std::string>& rows, double x, double y, double module);
    /// A PNG within the box, at its upper left; gives its height, 0 where it is no PNG.
    double picture(const std::string& png, double x, double y, double most_width, double most_height);
    void next_page();
    [[nodiscard]] std::string finish();

  private:
    struct DestroySurface {
        void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    };
    struct DestroyContext {
        void operator()(cairo_t* context) const { cairo_destroy(context); }
    };

    void append_broken(std::vector<std::string>& lines, std::string word, const TextStyle& style, double width);

    std::unique_lock<std::mutex> drawing_;
    std::string bytes_;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface_;
    std::unique_ptr<cairo_t, DestroyContext> context_;
};

}  // namespace portal::server::documents
