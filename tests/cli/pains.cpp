// docs/pains.md cannot go stale: every command on it is run, every line that it quotes must stand
// in that command's output. REENTRY_UPDATE_GOLDEN=1 writes the lines anew, in the page and in the
// opening comments of the scenarios.
#include "tests/cli/command_run.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace {

namespace fs = std::filesystem;

const fs::path root = reentry::in_root("");
const fs::path page = root / "docs/pains.md";

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

// Words with one blank between them: as a line reads when its columns do not matter.
std::string plain(const std::string& text) {
    std::string joined;
    for (const auto& word : words_of(text))
        if (word != "–") joined += (joined.empty() ? "" : " ") + word;
    return joined;
}

// What stands between the first figure of a quote and its beginning: "Per month ".
std::string label_of(const std::string& quote) {
    return quote.substr(0, quote.find_first_of("0123456789"));
}

// A quote of a command's output: the line in backquotes that follows the command.
struct Quote {
    std::string scenario;  // path below the root
    std::string command;
    std::string line;
};

// The texts in backquotes, in order; odd pieces of the text are within them.
std::vector<Quote> quotes_of(const std::string& text) {
    std::vector<Quote> quotes;
    Quote quote;
    bool inside = false;
    std::istringstream in(text);
    for (std::string piece; std::getline(in, piece, '`'); inside = !inside) {
        if (!inside) continue;
        if (piece.rfind("reentry ", 0) != 0) {
            quote.line = plain(piece);
            if (!quote.command.empty()) quotes.push_back(quote);
            continue;
        }
        quote.command = piece;
        for (const auto& word : words_of(piece))
            if (word.rfind("scenarios/", 0) == 0) quote.scenario = word;
    }
    return quotes;
}

// The list of the page, without what is said before it.
std::string list_of_page() {
    const auto text = text_of(page);
    return text.substr(text.find("\n1. "));
}

// Whether the words of the quote follow each other in the output, which may wrap a sentence.
bool printed_in(const std::vector<std::string>& lines, const std::string& quote) {
    std::string all = " ";
    for (const auto& line : lines) all += line + " ";
    return all.find(" " + quote + " ") != std::string::npos;
}

std::vector<std::string> lines_of_output(const std::string& command) {
    auto words = words_of(command);
    words.erase(words.begin());
    for (auto& word : words)
        if (word.rfind("scenarios/", 0) == 0) word = (root / word).string();
    World world;
    world.data = reentry::in_root("data");
    const auto run = reentry_run(words, world);
    CAPTURE(run.err);
    CHECK(run.code == 0);
    std::vector<std::string> lines;
    std::istringstream in(run.out);
    for (std::string line; std::getline(in, line);) lines.push_back(plain(line));
    return lines;
}

void replace_once(const fs::path& path, const std::string& from, const std::string& to) {
    auto text = text_of(path);
    const auto at = text.find('`' + from + '`');
    if (at == std::string::npos) return;
    text.replace(at + 1, from.size(), to);
    std::ofstream(path, std::ios::binary) << text;
}

// Puts the line of today with the same label where the quote stands.
void update(const Quote& quote, const std::vector<std::string>& lines) {
    const auto label = label_of(quote.line);
    for (const auto& line : lines)
        if (line.rfind(label, 0) == 0 && label_of(line) == label) {
            replace_once(page, quote.line, line);
            replace_once(root / quote.scenario, quote.line, line);
            return;
        }
}

}  // namespace

TEST_CASE("every line that docs/pains.md quotes is what its command prints") {
    std::map<std::string, std::vector<std::string>> printed;
    for (const auto& quote : quotes_of(list_of_page())) {
        auto [output, is_new] = printed.try_emplace(quote.command);
        if (is_new) output->second = lines_of_output(quote.command);
        const auto& lines = output->second;
        const bool found = printed_in(lines, quote.line);
        if (!found && std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr) {
            update(quote, lines);
            continue;
        }
        CAPTURE(quote.command);
        CAPTURE(quote.line);
        CHECK(found);
    }
}

TEST_CASE("every scenario of a pain quotes its figures as docs/pains.md does") {
    std::map<std::string, std::set<std::string>> said;
    for (const auto& quote : quotes_of(list_of_page())) said[quote.scenario].insert(quote.line);
    for (const auto& entry : fs::directory_iterator(root / "scenarios/pains")) {
        const auto file = "scenarios/pains/" + entry.path().filename().string();
        CAPTURE(file);
        const auto text = text_of(entry.path());
        const auto comment = text.substr(0, text.find("\nname = "));
        REQUIRE(said.count(file) == 1);  // the page tells of it
        std::set<std::string> own;
        std::istringstream in(comment);
        bool inside = false;
        for (std::string piece; std::getline(in, piece, '`'); inside = !inside)
            if (inside) own.insert(piece);
        CHECK_FALSE(own.empty());
        for (const auto& line : own) {
            CAPTURE(line);
            CHECK(said[file].count(line) == 1);
        }
        CHECK(comment.find("# Source: http") != std::string::npos);
    }
}

TEST_CASE("docs/pains.md tells of all pains, each with a scenario, a figure and a source") {
    const auto list = list_of_page();
    for (int pain = 1; pain <= 14; ++pain) {
        CAPTURE(pain);
        const auto begin = list.find("\n" + std::to_string(pain) + ". **\"");
        REQUIRE(begin != std::string::npos);
        const auto entry = list.substr(begin, list.find("\n\n", begin) - begin);
        const auto quotes = quotes_of(entry);
        REQUIRE_FALSE(quotes.empty());
        for (const auto& quote : quotes) {
            const auto number = (pain < 10 ? "0" : "") + std::to_string(pain);
            CHECK(quote.scenario.rfind("scenarios/pains/" + number + "-", 0) == 0);
            CHECK(fs::exists(root / quote.scenario));
        }
        CHECK(entry.find("](http") != std::string::npos);
    }
}
