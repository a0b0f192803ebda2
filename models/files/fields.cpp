#include "models/files/fields.hpp"

namespace reentry::files {

void Fields::id(std::string_view key, std::string& name, const char* kind,
                std::string_view meaning) {
    Id id(name, kind);
    value({key, meaning, true}, id);
}

void Fields::reference(std::string_view key, std::string& name, const Targets& targets,
                       std::string_view meaning) {
    Reference reference(name, targets);
    value({key, meaning, true}, reference);
}

void Fields::optional_reference(std::string_view key, std::string& name, const Targets& targets,
                                std::string_view meaning) {
    Reference reference(name, targets);
    value({key, meaning, false}, reference);
}

void Fields::references(std::string_view key, std::vector<std::string>& names,
                        const Targets& targets, std::string_view meaning) {
    References references(names, targets);
    value({key, meaning, false}, references);
}

void Fields::time_of_day(std::string_view key, sim::Duration& time, std::string_view meaning) {
    TimeOfDay time_of_day(time);
    value({key, meaning, false}, time_of_day);
}

}  // namespace reentry::files
