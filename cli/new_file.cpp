#include "cli/new_file.hpp"

#include "report/atomic_file.hpp"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace reentry::cli {

bool write_new_file(const std::filesystem::path& path, std::string_view text) {
    std::error_code problem;
    if (std::filesystem::exists(std::filesystem::symlink_status(path, problem))) return false;
    // Written under a temporary name, removed with `file`; a link, other than a rename, fails when
    // the name is taken.
    report::AtomicFile file(path);
    file.stream() << text;
    errno = 0;
    file.stream().flush();
    if (!file.stream())
        throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                                "cannot write " + path.string());
    if (link(file.temporary().c_str(), path.c_str()) == 0) return true;
    if (errno == EEXIST) return false;
    throw std::system_error(errno, std::generic_category(), "cannot write " + path.string());
}

}  // namespace reentry::cli
