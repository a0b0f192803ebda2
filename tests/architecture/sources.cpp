#include "tests/architecture/sources.hpp"

#include "tests/root.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace architecture {

namespace fs = std::filesystem;

std::vector<Source> sources_under(const std::vector<std::string>& folders) {
    const fs::path root{reentry::in_root("")};
    std::vector<Source> sources;
    for (const std::string& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const fs::path& path = entry.path();
            if (path.extension() != ".hpp" && path.extension() != ".cpp") continue;
            std::ifstream file(path, std::ios::binary);
            sources.push_back({fs::relative(path, root).generic_string(),
                               {std::istreambuf_iterator<char>(file), {}}});
        }
    }
    std::ranges::sort(sources, {}, &Source::path);
    return sources;
}

namespace {

// Blanks text[begin, end) but keeps line ends; gives end.
std::size_t blank(std::string& text, std::size_t begin, std::size_t end) {
    end = std::min(end, text.size());
    for (std::size_t i = begin; i < end; ++i)
        if (text[i] != '\n') text[i] = ' ';
    return end;
}

std::size_t after(const std::string& text, const std::string& what, std::size_t from) {
    const std::size_t at = text.find(what, from);
    return at == std::string::npos ? text.size() : at + what.size();
}

// End of a literal that begins with the quote at `at`.
std::size_t literal_end(const std::string& text, std::size_t at) {
    std::size_t i = at + 1;
    while (i < text.size() && text[i] != text[at] && text[i] != '\n') i += text[i] == '\\' ? 2 : 1;
    return i + 1;
}

// R"delimiter( ... )delimiter", with `at` on the quote.
std::size_t raw_end(const std::string& text, std::size_t at) {
    const std::size_t open = text.find('(', at);
    if (open == std::string::npos) return text.size();
    return after(text, ")" + text.substr(at + 1, open - at - 1) + "\"", open);
}

// An apostrophe between digits separates them.
bool digit_separator(const std::string& text, std::size_t at) {
    return text[at] == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1]));
}

}  // namespace

std::string code_only(const std::string& text) {
    std::string code = text;
    std::size_t i = 0;
    while (i < code.size()) {
        if (code.compare(i, 2, "//") == 0)
            i = blank(code, i, code.find('\n', i));
        else if (code.compare(i, 2, "/*") == 0)
            i = blank(code, i, after(code, "*/", i + 2));
        else if (code[i] == '"' && i > 0 && code[i - 1] == 'R')
            i = blank(code, i, raw_end(code, i));
        else if ((code[i] == '"' || code[i] == '\'') && !digit_separator(code, i))
            i = blank(code, i, literal_end(code, i));
        else
            ++i;
    }
    return code;
}

int line_of(const std::string& text, std::size_t position) {
    const auto begin = text.begin();
    return 1 +
           static_cast<int>(std::count(begin, begin + static_cast<std::ptrdiff_t>(position), '\n'));
}

std::size_t closing(const std::string& code, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < code.size(); ++i) {
        if (code[i] == '(' || code[i] == '{' || code[i] == '[') ++depth;
        if (code[i] == ')' || code[i] == '}' || code[i] == ']') --depth;
        if (depth == 0) return i;
    }
    return std::string::npos;
}

}  // namespace architecture
