#include "tests/root.hpp"

std::string reentry::in_root(const std::string& path) {
    return path.empty() ? REENTRY_ROOT : REENTRY_ROOT "/" + path;
}
