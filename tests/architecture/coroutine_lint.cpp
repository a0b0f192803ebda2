// No source uses a coroutine pattern that g++ 12 miscompiles (docs/kernel.md, "Compilers"; GCC PR
// 106188 and kin).
//
// Refused: co_await in the condition of if, while, switch, for or ?:, or as a function argument;
// braced or lambda temporaries in a co_await expression; capturing lambdas that are coroutines.
// Some harmless code is refused, too: name the awaitable on the line before.
#include "tests/architecture/sources.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <string>
#include <vector>

namespace {

using architecture::closing;
using architecture::code_only;
using architecture::line_of;

struct Finding {
    std::size_t position;
    std::string what;
};

bool awaits(const std::string& code) { return code.find("co_await") != std::string::npos; }

// Conditions in parentheses; of a for only what follows its first semicolon.
void lint_conditions(const std::string& code, std::vector<Finding>& findings) {
    static const std::regex keyword(R"(\b(if|while|switch|for)\s*(constexpr\s*)?\()");
    for (std::sregex_iterator it(code.begin(), code.end(), keyword), end; it != end; ++it) {
        const auto open = static_cast<std::size_t>(it->position() + it->length() - 1);
        std::string condition = code.substr(open, closing(code, open) - open);
        if ((*it)[1] == "for") {
            const std::size_t semicolon = condition.find(';');
            condition = semicolon == std::string::npos ? "" : condition.substr(semicolon);
        }
        if (awaits(condition))
            findings.push_back({open, "co_await in the condition of " + (*it)[1].str()});
    }
}

// The statement around a co_await: back to the last ; { or } and on to the next ; outside brackets.
void lint_expressions(const std::string& code, std::vector<Finding>& findings) {
    static const std::regex temporary(R"(\[[^\]]*\]\s*[({]|[\w>]\s*\{|\(\s*\{)");
    for (std::size_t at = code.find("co_await"); at != std::string::npos;
         at = code.find("co_await", at + 1)) {
        const std::size_t begin = code.find_last_of(";{}", at) + 1;
        std::size_t end = at;
        while (end < code.size() && code[end] != ';' && code[end] != ')' && code[end] != '}') {
            const bool opens = code[end] == '(' || code[end] == '{' || code[end] == '[';
            end = opens ? std::min(closing(code, end), code.size() - 1) + 1 : end + 1;
        }
        const std::string before = code.substr(begin, at - begin);
        if (before.ends_with("operator ")) continue;
        if (std::regex_search(code.substr(at, end - at), temporary))
            findings.push_back({at, "a braced or lambda temporary beside co_await"});
        if (before.find('?') != std::string::npos) findings.push_back({at, "co_await in ?:"});
        if (std::regex_search(before, std::regex(R"([\w>]\s*\([^)]*$)")) &&
            !std::regex_search(before, std::regex(R"(\b(if|while|switch|for)\s*\([^)]*$)")))
            findings.push_back({at, "co_await as a function argument"});
    }
}

// A lambda with captures whose body awaits: its captures die before the coroutine does.
void lint_lambdas(const std::string& code, std::vector<Finding>& findings) {
    static const std::regex lambda(R"([^\w\])\s]\s*(\[[^\[\]]+\])\s*(\([^()]*\))?[^;{}()]*\{)");
    for (std::sregex_iterator it(code.begin(), code.end(), lambda), end; it != end; ++it) {
        const auto open = static_cast<std::size_t>(it->position() + it->length() - 1);
        if (awaits(code.substr(open, closing(code, open) - open)))
            findings.push_back({open, "a capturing lambda is a coroutine"});
    }
}

std::vector<Finding> lint(const std::string& text) {
    const std::string code = code_only(text);
    std::vector<Finding> findings;
    if (!awaits(code)) return findings;
    lint_conditions(code, findings);
    lint_expressions(code, findings);
    lint_lambdas(code, findings);
    return findings;
}

TEST_CASE("No coroutine of the project uses a pattern that g++ 12 miscompiles") {
    const auto sources =
        architecture::sources_under({"sim", "models", "study", "report", "cli", "gui", "benchmarks",
                                     "tests/sim", "tests/models"});
    CHECK(sources.size() > 20);
    for (const auto& source : sources)
        for (const Finding& finding : lint(source.text))
            FAIL_CHECK(source.path, ":", line_of(source.text, finding.position), ": ",
                       finding.what);
}

TEST_CASE("The lint finds every pattern that is known to fail") {
    const std::vector<std::string> bad = {
        "if (co_await ready) { go(); }",
        "while (co_await next) {}",
        "while (more &&\n       co_await next) {}",
        "switch (co_await kind) { default: break; }",
        "for (;;) { if (co_await x) break; }",
        "for (int i = 0; co_await more; ++i) {}",
        "if constexpr (true) { if (co_await x) {} }",
        "co_await f(Spec{1, sim, \"s\"});",
        "co_await f({.a = 1, .name = n});",
        "co_await Awaiter{Spec{}};",
        "co_await f({a, b, c});",
        "co_await f([s] { return s; });",
        "co_await f(\n    std::vector<int>{1});",
        "auto r = ready ? co_await a : none;",
        "g(co_await a);",
        "auto t = [&](Simulation& s) -> Task<void> { co_await s.delay(d); };",
    };
    for (const std::string& code : bad) CHECK_MESSAGE(!lint(code).empty(), code);
}

TEST_CASE("The lint is silent on the recommended style") {
    const std::vector<std::string> good = {
        "auto t = restore(sim, site, opts);\nconst auto r = co_await t;\nif (r.ok) { go(); }",
        "co_await sim.delay(std::chrono::hours(2));",
        "auto crew = co_await staff.acquire(2);",
        "for (const auto& p : processes) co_await p;",
        "if (late) co_await sim.delay(d);",
        "for (;;) { co_await sim.delay(tick); }",
        "ListWait operator co_await() { return {sim, list}; }",
        "// if (co_await x)\nconst char* s = \"while (co_await y)\"; co_await z;",
        "std::sort(a, b, [](int x, int y) { return x < y; });\nco_await z;",
        "try { co_await work; } catch (const Interrupted& i) { log(i.what()); }",
        "auto made = f([s] { return s; });\nco_await made;",
    };
    for (const std::string& code : good) CHECK_MESSAGE(lint(code).empty(), code);
}

}  // namespace
