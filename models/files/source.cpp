#include "models/files/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <system_error>
#include <utility>

namespace reentry::files {
namespace {

namespace fs = std::filesystem;

Contents problem(std::string text) { return {{}, std::move(text)}; }

Contents too_long(std::size_t most_bytes) {
    return problem(fmt::format("a file of more than {} bytes", most_bytes));
}

}  // namespace

DiskSource::DiskSource(fs::path folder) : folder_(std::move(folder)) {
    std::error_code error;
    root_ = fs::canonical(folder_.empty() ? fs::path(".") : folder_, error);
    if (error) root_.clear();
}

bool DiskSource::inside(const fs::path& path) const {
    return std::mismatch(root_.begin(), root_.end(), path.begin(), path.end()).first == root_.end();
}

Contents DiskSource::read(const std::string& name, std::size_t most_bytes) const {
    std::error_code error;
    const fs::path path = root_.empty() ? fs::path() : fs::canonical(root_ / name, error);
    if (error || path.empty()) return problem("no file of this name");
    if (!inside(path)) return problem("a link that leads out of the folder");
    if (!fs::is_regular_file(path, error)) return problem("something that is not a file");
    std::ifstream in(path, std::ios::binary);
    if (!in) return problem("a file that cannot be opened");
    std::string text(most_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (in.bad()) return problem("a file that cannot be read");
    return text.size() > most_bytes ? too_long(most_bytes) : Contents{std::move(text), {}};
}

std::string DiskSource::display(const std::string& name) const {
    return (folder_ / name).lexically_normal().generic_string();
}

Contents MemorySource::read(const std::string& name, std::size_t most_bytes) const {
    const auto found = texts_.find(name);
    if (found == texts_.end()) return problem("no file of this name");
    return found->second.size() > most_bytes ? too_long(most_bytes) : Contents{found->second, {}};
}

}  // namespace reentry::files
