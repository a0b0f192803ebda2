#include "cli/text_file.hpp"

#include "report/atomic_file.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace reentry::cli {

std::optional<std::string> read_text(Session& session, const std::string& path) {
    using Bytes = std::istreambuf_iterator<char>;
    if (path == "-") return std::string(Bytes(session.outside.in), Bytes());
    std::error_code problem;
    std::ifstream file(path, std::ios::binary);
    if (!std::filesystem::is_directory(path, problem) && file)
        return std::string(Bytes(file), Bytes());
    session.complain(
        Diagnostic{.file = path, .found = "no file that can be read", .expected = "a text file"});
    return std::nullopt;
}

void write_text(Session& session, const std::string& path, const std::string& text) {
    if (path.empty() || path == "-")
        session.outside.out << text;
    else
        report::write_file(path, text);
}

}  // namespace reentry::cli
