#include "cli/text_file.hpp"

#include "report/atomic_file.hpp"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

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
    if (path.empty() || path == "-") {
        session.outside.out << text;
        return;
    }
    // A folder is made for a result only: here it would be a mistyped one.
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code problem;
    if (!folder.empty() && !std::filesystem::is_directory(folder, problem))
        throw std::system_error(ENOENT, std::generic_category(), "cannot write " + path);
    report::write_file(path, text);
}

}  // namespace reentry::cli
