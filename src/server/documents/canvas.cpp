#include "server/documents/canvas.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace portal::server::documents {
namespace {

/// FreeType's faces are not for several threads at once.
std::mutex& drawing_mutex() {
    static std::mutex mutex;
    return mutex;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

struct Source {
    const std::string& bytes;
    std::size_t at = 0;
};

cairo_status_t take(void* closure, unsigned char* data, unsigned int length) {
    auto& source = *static_cast<Source*>(closure);
    if (source.bytes.size() - source.at < length) {
        return CAIRO_STATUS_READ_ERROR;
    }
    std::memcpy(data, source.bytes.data() + source.at, length);
    source.at += length;
    return CAIRO_STATUS_SUCCESS;
}

bool is_inside_letter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

}  // namespace

Canvas::Canvas(const std::string& title, const std::string& author, const std::string& made_at)
    : drawing_(drawing_mutex()),
      surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, kWidth, kHeight)),
      context_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, valid_text(title).c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_AUTHOR, valid_text(author).c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
}

double Canvas::width_of(const std::string& text, const TextStyle& style) {
    double width = 0;
    cairo_set_font_size(context_.get(), style.size);
    for (const FontRun& run : runs_of(text, style.weight)) {
        cairo_text_extents_t extents{};
        cairo_set_font_face(context_.get(), run.face);
        cairo_text_extents(context_.get(), run.text.c_str(), &extents);
        width += extents.x_advance;
    }
    return width;
}

void Canvas::append_broken(std::vector<std::string>& lines, std::string word, const TextStyle& style, double width) {
    while (width_of(word, style) > width) {
        std::size_t end = word.size();
        do {
            do {
                --end;
            } while (end > 0 && is_inside_letter(word[end]));
        } while (end > 0 && width_of(word.substr(0, end), style) > width);
        if (end == 0) {
            break;  // not even one letter fits: it is drawn all the same
        }
        lines.push_back(word.substr(0, end));
        word.erase(0, end);
    }
    lines.push_back(std::move(word));
}

std::vector<std::string> Canvas::lines_of(const std::string& text, const TextStyle& style, double width) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t paragraph_end = std::min(text.find('\n', begin), text.size());
        std::string line;
        while (begin < paragraph_end) {
            const std::size_t end = std::min(text.find(' ', begin), paragraph_end);
            const std::string word = text.substr(begin, end - begin);
            const std::string longer = line.empty() ? word : line + ' ' + word;
            if (line.empty() || width_of(longer, style) <= width) {
                line = longer;
            } else {
                append_broken(lines, line, style, width);
                line = word;
            }
            begin = end + 1;
        }
        append_broken(lines, line, style, width);
        begin = paragraph_end + 1;
    }
    return lines;
}

void Canvas::text(double x, double baseline, const std::string& text, const TextStyle& style) {
    cairo_set_source_rgb(context_.get(), style.grey, style.grey, style.grey);
    cairo_set_font_size(context_.get(), style.size);
    cairo_move_to(context_.get(), x, baseline);
    for (const FontRun& run : runs_of(text, style.weight)) {
        cairo_set_font_face(context_.get(), run.face);
        cairo_show_text(context_.get(), run.text.c_str());
    }
}

void Canvas::line(double x, double y, double width, double thickness, double grey) {
    cairo_set_source_rgb(context_.get(), grey, grey, grey);
    cairo_rectangle(context_.get(), x, y - thickness / 2, width, thickness);
    cairo_fill(context_.get());
}

void Canvas::squares(const std::vector<std::string>& rows, double x, double y, double module) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < rows[row].size(); ++column) {
            if (rows[row][column] == '1') {
                cairo_rectangle(context_.get(), x + static_cast<double>(column) * module,
                                y + static_cast<double>(row) * module, module, module);
            }
        }
    }
    // Filled as one shape: no light seams between neighbours.
    cairo_set_source_rgb(context_.get(), 0, 0, 0);
    cairo_fill(context_.get());
}

double Canvas::picture(const std::string& png, double x, double y, double most_width, double most_height) {
    Source source{png};
    const std::unique_ptr<cairo_surface_t, DestroySurface> image{
        cairo_image_surface_create_from_png_stream(take, &source)};
    const int width = cairo_image_surface_get_width(image.get());
    const int height = cairo_image_surface_get_height(image.get());
    if (cairo_surface_status(image.get()) != CAIRO_STATUS_SUCCESS || width == 0 || height == 0) {
        return 0;
    }
    const double scale = std::min(most_width / width, most_height / height);
    cairo_save(context_.get());
    cairo_translate(context_.get(), x, y);
    cairo_scale(context_.get(), scale, scale);
    cairo_set_source_surface(context_.get(), image.get(), 0, 0);
    cairo_paint(context_.get());
    cairo_restore(context_.get());
    return height * scale;
}

void Canvas::next_page() {
    cairo_show_page(context_.get());
}

std::string Canvas::finish() {
    cairo_show_page(context_.get());
    const cairo_status_t drawn = cairo_status(context_.get());
    context_.reset();
    cairo_surface_finish(surface_.get());
    const cairo_status_t written = cairo_surface_status(surface_.get());
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(std::string("a document cannot be drawn: ") +
                                 cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written));
    }
    return std::move(bytes_);
}

}  // namespace portal::server::documents
