#include "models/files/load.hpp"

#include "models/files/merge.hpp"
#include "models/files/parse.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace reentry::files {
namespace {

namespace fs = std::filesystem;

// The path of `target`, named in file `from`, seen from the top folder; nothing when it leads out
// of it.
std::optional<std::string> resolve(const std::string& from, const std::string& target) {
    const fs::path path(target);
    if (target.empty() || path.is_absolute() || target.find('\0') != std::string::npos) return {};
    const fs::path joined = (fs::path(from).parent_path() / path).lexically_normal();
    if (joined.empty() || *joined.begin() == "..") return {};
    return joined.generic_string();
}

class Loading {
 public:
    Loading(const Source& source, const TextLimits& limits, Diagnostics& diagnostics)
        : source_(source), limits_(limits), diagnostics_(diagnostics) {}

    Document run(const std::string& name) {
        document_.root.place = {0, 1, 1};
        add(name, nullptr);
        return std::move(document_);
    }

 private:
    // Reads one file and, depth first, those it includes. `asked` is the include's own place,
    // nullptr at the top.
    void add(const std::string& name, const Node* asked) {
        const auto index = static_cast<std::uint32_t>(document_.files.size());
        document_.files.push_back(source_.display(name));
        const Contents contents = source_.read(name, limits_.bytes);
        if (!contents.problem.empty()) return missing(name, contents.problem, asked);
        auto tree = parse_toml(contents.text, document_.files[index], index, limits_, diagnostics_);
        if (!tree) return;
        const auto includes = take_includes(*tree);
        merge(document_.root, std::move(*tree), document_.files, diagnostics_);
        open_.push_back(name);
        for (const auto& include : includes) follow(name, include);
        open_.pop_back();
    }

    void missing(const std::string& name, const std::string& problem, const Node* asked) {
        if (asked != nullptr)
            fault(*asked, found_text(*asked) + ", " + problem,
                  "a file in the folder of the scenario or below");
        else
            diagnostics_.add({.file = source_.display(name),
                              .found = problem,
                              .expected = "a file that can be read"});
    }

    // The include list, removed from the tree, so that readers of structs never meet it.
    std::vector<Node> take_includes(Node& tree) {
        const auto at = std::find_if(tree.entries.begin(), tree.entries.end(),
                                     [](const Entry& entry) { return entry.key == "include"; });
        if (at == tree.entries.end()) return {};
        Node list = std::move(at->value);
        tree.entries.erase(at);
        if (list.kind == NodeKind::array) return std::move(list.elements);
        fault(list, found_text(list), "a list of file names such as [\"estate.toml\"]");
        return {};
    }

    void follow(const std::string& from, const Node& include) {
        if (!include.is_text()) return fault(include, found_text(include), "a file name in quotes");
        const auto name = resolve(from, include.text);
        if (!name)
            return fault(include, found_text(include),
                         "a relative path inside the folder of the file that was opened");
        if (std::find(open_.begin(), open_.end(), *name) != open_.end())
            return fault(include, cycle_text(*name), "files that do not include themselves");
        if (std::find(done_.begin(), done_.end(), *name) != done_.end()) return;
        if (document_.files.size() > limits_.files)
            return fault(include, fmt::format("more than {} included files", limits_.files),
                         fmt::format("at most {}", limits_.files));
        done_.push_back(*name);
        add(*name, &include);
    }

    std::string cycle_text(const std::string& name) const {
        std::string text = "a circle of includes: ";
        for (auto at = std::find(open_.begin(), open_.end(), name); at != open_.end(); ++at)
            text += *at + " -> ";
        return text + name;
    }

    void fault(const Node& at, std::string found, std::string expected) {
        diagnostics_.add({.file = document_.files[at.place.file],
                          .line = static_cast<int>(at.place.line),
                          .column = static_cast<int>(at.place.column),
                          .key = "include",
                          .found = std::move(found),
                          .expected = std::move(expected)});
    }

    const Source& source_;
    const TextLimits& limits_;
    Diagnostics& diagnostics_;
    Document document_;
    std::vector<std::string> open_;  // the chain of includes that leads to the current file
    std::vector<std::string> done_;  // all included files
};

}  // namespace

Document load(const Source& source, const std::string& name, Diagnostics& diagnostics,
              const TextLimits& limits) {
    return Loading(source, limits, diagnostics).run(name);
}

Document load_file(const fs::path& path, Diagnostics& diagnostics, const TextLimits& limits) {
    return load(DiskSource(path.parent_path()), path.filename().generic_string(), diagnostics,
                limits);
}

Document load_text(const std::string& name, const std::string& text, Diagnostics& diagnostics,
                   const TextLimits& limits) {
    return load(MemorySource(std::map<std::string, std::string>{{name, text}}), name, diagnostics,
                limits);
}

}  // namespace reentry::files
