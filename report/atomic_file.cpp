#include "report/atomic_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace reentry::report {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::error_code code) {
    throw std::system_error(code, "cannot write " + path.string());
}

[[noreturn]] void fail(const std::filesystem::path& path) {
    fail(path, {errno == 0 ? EIO : errno, std::generic_category()});
}

// Hidden, with our process id, so that two runs into one folder do not meet; the extension stays.
std::filesystem::path temporary_name(const std::filesystem::path& path) {
    return path.parent_path() /
           fmt::format(".{}.{}{}", path.stem().string(), getpid(), path.extension().string());
}

}  // namespace

AtomicFile::AtomicFile(std::filesystem::path path)
    : path_(std::move(path)), temporary_(temporary_name(path_)) {
    std::error_code problem;
    if (!path_.parent_path().empty())
        std::filesystem::create_directories(path_.parent_path(), problem);
    if (problem) fail(path_, problem);
    errno = 0;
    stream_.open(temporary_, std::ios::binary | std::ios::trunc);
    if (!stream_) fail(path_);
}

AtomicFile::~AtomicFile() {
    if (committed_) return;
    stream_.close();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

void AtomicFile::commit() {
    errno = 0;
    stream_.close();
    if (!stream_) fail(path_);
    std::error_code problem;
    std::filesystem::rename(temporary_, path_, problem);
    if (problem) fail(path_, problem);
    committed_ = true;
}

void write_file(const std::filesystem::path& path, std::string_view text) {
    AtomicFile file(path);
    file.stream() << text;
    file.commit();
}

}  // namespace reentry::report
