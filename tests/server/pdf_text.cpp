#include "server/pdf_text.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <stdexcept>

namespace portal::server::test {
namespace {

std::string output_of(const std::string& command) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe{popen(command.c_str(), "r"),
                                                               [](std::FILE*) { return 0; }};
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 1; pipe && size > 0;) {
        size = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
        output.append(buffer.data(), size);
    }
    if (!pipe || pclose(pipe.get()) != 0) {
        throw std::runtime_error(command + " failed");
    }
    return output;
}

std::string read_with(const std::string& program, std::string_view pdf, const std::string& rest) {
    const TemporaryFolder folder;
    folder.write("document.pdf", pdf);
    return output_of(program + " '" + (folder.path() / "document.pdf").string() + "' " + rest);
}

}  // namespace

std::string text_of_pdf(std::string_view pdf) {
    std::string text;
    for (const char c : read_with("pdftotext -layout -enc UTF-8", pdf, "-")) {
        if (c != ' ' || (!text.empty() && text.back() != ' ' && text.back() != '\n')) {
            text += c;
        }
    }
    return text;
}

std::string title_of_pdf(std::string_view pdf) {
    const std::string properties = read_with("pdfinfo -enc UTF-8", pdf, "");
    const std::string label = "Title:";
    std::size_t begin = properties.find(label);
    begin = properties.find_first_not_of(' ', begin + label.size());
    return properties.substr(begin, properties.find('\n', begin) - begin);
}

}  // namespace portal::server::test
