#include "cli/command.hpp"

#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace reentry::cli {
namespace {

CLI::Validator one_of(const std::vector<std::string>& words) {
    const auto fault = [words](const std::string& given) -> std::string {
        if (std::count(words.begin(), words.end(), given) > 0) return {};
        const auto hint = did_you_mean(nearest(given, words));
        return fmt::format("found {}, expected {}{}", quoted(given), listed(words),
                           hint.empty() ? hint : "; " + hint);
    };
    return CLI::Validator(fault, "");
}

CLI::Validator whole_number(std::int64_t least) {
    const auto fault = [least](const std::string& given) -> std::string {
        std::int64_t value = 0;
        if (CLI::detail::lexical_cast(given, value) && value >= least) return {};
        return fmt::format("found {}, expected a whole number, at least {}", quoted(given), least);
    };
    return CLI::Validator(fault, "");
}

CLI::Option* needed(CLI::Option* option, Need need) {
    return option->required(need == Need::required);
}

}  // namespace

Command Command::command(const std::string& name, const std::string& meaning,
                         const std::string& more) {
    auto* inner = app_->add_subcommand(name, meaning);
    inner->footer(more);
    return {*inner, *chosen_};
}

void Command::runs(Action action) {
    app_->callback([chosen = chosen_, action = std::move(action)] { *chosen = action; });
}

void Command::flag(const std::string& names, bool& value, const std::string& meaning) {
    app_->add_flag(names, value, meaning);
}

void Command::option(const std::string& names, const std::string& kind, std::string& value,
                     const std::string& meaning, Need need) {
    needed(app_->add_option(names, value, meaning), need)->type_name(kind);
}

void Command::number(const std::string& names, std::optional<std::int64_t>& value,
                     const std::string& meaning, std::int64_t least) {
    app_->add_option(names, value, meaning)->check(whole_number(least))->type_name("N");
}

void Command::list(const std::string& names, const std::string& kind,
                   std::vector<std::string>& values, const std::string& meaning, Need need) {
    needed(app_->add_option(names, values, meaning), need)->type_name(kind);
}

void Command::repeatable(const std::string& names, const std::string& kind,
                         std::vector<std::string>& values, const std::string& meaning, Need need) {
    auto* option = app_->add_option(names, values, meaning)->allow_extra_args(false);
    needed(option, need)->type_name(kind);
}

void Command::pair(const std::string& names, const std::string& kind,
                   std::vector<std::string>& values, const std::string& meaning) {
    app_->add_option(names, values, meaning)->expected(2)->type_name(kind);
}

void Command::with_commas(const std::string& names, const std::string& kind,
                          std::vector<std::string>& values, const std::string& meaning) {
    auto* option = app_->add_option(names, values, meaning)->allow_extra_args(false);
    option->delimiter(',')->type_name(kind);
}

void Command::words_option(const std::string& names, const std::vector<std::string>& words,
                           const std::function<void(const std::string&)>& take,
                           const std::string& meaning, Need need) {
    needed(app_->add_option_function<std::string>(names, take, meaning), need)
        ->check(one_of(words))
        ->type_name(fmt::format("{}", fmt::join(words, "|")));
}

}  // namespace reentry::cli
