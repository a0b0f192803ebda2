// Where files come from: a folder on disk, or texts in memory (tests, the dashboard's unsaved
// scenario).
//
// Names are relative paths with '/', already checked to stay inside the tree; a source on disk also
// refuses symbolic links that lead out of it, and everything that is not a regular file.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace reentry::files {

// The text of a file, or why it cannot be had.
struct Contents {
    std::string text;
    std::string problem;  // empty on success; a noun phrase: "no file of this name"
};

class Source {
 public:
    virtual ~Source() = default;
    // At most `most_bytes`; longer files are a problem.
    virtual Contents read(const std::string& name, std::size_t most_bytes) const = 0;
    // The name by which a person knows the file.
    virtual std::string display(const std::string& name) const = 0;
};

class DiskSource final : public Source {
 public:
    explicit DiskSource(std::filesystem::path folder);
    Contents read(const std::string& name, std::size_t most_bytes) const override;
    std::string display(const std::string& name) const override;

 private:
    bool inside(const std::filesystem::path& path) const;

    std::filesystem::path folder_;
    std::filesystem::path root_;  // canonical; empty when the folder does not exist
};

class MemorySource final : public Source {
 public:
    explicit MemorySource(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}
    Contents read(const std::string& name, std::size_t most_bytes) const override;
    std::string display(const std::string& name) const override { return name; }

 private:
    std::map<std::string, std::string> texts_;
};

}  // namespace reentry::files
