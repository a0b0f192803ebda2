// What is wrong with an input: where it stands, what was found, what would be right.
//
// Readers never stop at the first fault: they add to a Diagnostics and go on, so that all are
// reported at once, in the order of reading. Rendered as compilers do, one line each:
//   scenarios/x.toml:12:9: error: workload[3].bytes: found "40 T", expected a size with unit such
//   as "40 TB"; did you mean "40 TB"?
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reentry {

enum class Severity { error, warning, note };

std::string_view severity_name(Severity severity);  // "error"

// Empty members, and line and column 0, are left out of the rendered text.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string file{};   // as the user named it
    int line = 0;         // 1-based; 0 when unknown
    int column = 0;       // 1-based; 0 when unknown
    std::string key{};    // "workload[3].bytes"
    std::string found{};  // as it stands in the file, text in quotes (see quoted()); or "nothing"
    std::string expected{};  // a noun phrase: a size with unit such as "40 TB"
    std::string hint{};      // a clause: did_you_mean("40 TB"), or a sentence that explains
    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// One line of text without line end.
std::string to_string(const Diagnostic& diagnostic);

// The hint for a suggestion; empty for an empty name.
std::string did_you_mean(std::string_view name);

class Diagnostics {
 public:
    void add(Diagnostic diagnostic);
    void append(const Diagnostics& others);

    bool has_errors() const { return error_count() > 0; }
    std::size_t error_count() const;
    bool empty() const { return all_.empty(); }
    const std::vector<Diagnostic>& all() const { return all_; }

 private:
    std::vector<Diagnostic> all_;
};

// One line per diagnostic, each with a line end.
std::string to_string(const Diagnostics& diagnostics);

}  // namespace reentry
