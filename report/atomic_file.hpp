// Writes a file whole or not at all: to a temporary name beside it, renamed on commit().
//
// Without commit() (an exception, an interrupted run) the file that was there before stays as it
// was and the temporary one is removed.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace reentry::report {

class AtomicFile {
 public:
    // Creates the folder if need be. Throws std::system_error that names the path.
    explicit AtomicFile(std::filesystem::path path);
    ~AtomicFile();
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;

    std::ostream& stream() { return stream_; }

    // Where to write for those who open files by name (Qt); in the folder of the final file.
    const std::filesystem::path& temporary() const { return temporary_; }

    // Flushes and renames. Throws std::system_error when the disk is full or the name is taken by a
    // folder.
    void commit();

 private:
    std::filesystem::path path_, temporary_;
    std::ofstream stream_;
    bool committed_ = false;
};

// The whole text, atomically.
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace reentry::report
