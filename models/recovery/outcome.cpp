#include "models/recovery/outcome.hpp"

namespace reentry {

const char* stage_name(Stage stage) {
    switch (stage) {
        case Stage::detect:
            return "detect";
        case Stage::decide:
            return "decide";
        case Stage::mobilise:
            return "mobilise people";
        case Stage::target:
            return "wait for a target";
        case Stage::prepare:
            return "prepare target";
        case Stage::rebuild:
            return "rebuild from code";
        case Stage::courier:
            return "courier";
        case Stage::thaw:
            return "thaw";
        case Stage::mount:
            return "mount tapes";
        case Stage::transfer:
            return "transfer";
        case Stage::replay:
            return "replay logs";
        case Stage::scan:
            return "scan";
        case Stage::dependencies:
            return "wait for dependencies";
        case Stage::start:
            return "start";
        case Stage::verify:
            return "verify";
    }
    return "";
}

}  // namespace reentry
