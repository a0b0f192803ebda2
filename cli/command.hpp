// A command of the program's command line, and what it does.
//
// A thin face of CLI11, whose header is seen by few files only. The kind of an option's value is
// what help, completion scripts and the manual show of it: FILE and DIR are completed as paths,
// "a|b|c" as these words.
#pragma once

#include "cli/exit_code.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
}

namespace reentry::cli {

class Session;

// What the program does once the command line is understood.
using Action = std::function<ExitCode(Session&)>;

enum class Need : std::uint8_t { optional, required };

class Command {
 public:
    // `chosen` gets the action of the command that the user chose; both must outlive this.
    Command(CLI::App& app, Action& chosen) : app_(&app), chosen_(&chosen) {}

    // A command below this one. `more` is prose and examples for its help; examples are indented.
    Command command(const std::string& name, const std::string& meaning,
                    const std::string& more = {});

    void runs(Action action);

    // Options, "-o,--output", and arguments, "scenario". The member keeps its value when not given.
    void flag(const std::string& names, bool& value, const std::string& meaning);
    void option(const std::string& names, const std::string& kind, std::string& value,
                const std::string& meaning, Need need = Need::optional);
    void number(const std::string& names, std::optional<std::int64_t>& value,
                const std::string& meaning, std::int64_t least);
    // Several arguments.
    void list(const std::string& names, const std::string& kind, std::vector<std::string>& values,
              const std::string& meaning, Need need = Need::optional);
    // An option that may be given several times, or with commas between the values.
    void repeatable(const std::string& names, const std::string& kind,
                    std::vector<std::string>& values, const std::string& meaning,
                    Need need = Need::optional);
    // An option with two values.
    void pair(const std::string& names, const std::string& kind, std::vector<std::string>& values,
              const std::string& meaning);
    void with_commas(const std::string& names, const std::string& kind,
                     std::vector<std::string>& values, const std::string& meaning);

    // One of a few words; others are refused with the nearest of them.
    template <class T>
    void choice(const std::string& names, T& value,
                const std::vector<std::pair<std::string, T>>& choices, const std::string& meaning,
                Need need = Need::optional) {
        std::vector<std::string> words;
        for (const auto& [word, meant] : choices) words.push_back(word);
        const auto take = [&value, choices](const std::string& given) {
            for (const auto& [word, meant] : choices)
                if (word == given) value = meant;
        };
        words_option(names, words, take, meaning, need);
    }

 private:
    void words_option(const std::string& names, const std::vector<std::string>& words,
                      const std::function<void(const std::string&)>& take,
                      const std::string& meaning, Need need);

    CLI::App* app_;
    Action* chosen_;
};

}  // namespace reentry::cli
