#include "models/recovery/outcome.hpp"

#include <array>

namespace reentry {
namespace {

struct StageWords {
    const char* name;
    const char* resource;
};

// In the order of the enumeration.
constexpr std::array<StageWords, stage_count> words{{
    {"wait for the end of the outage", "outage"},
    {"detect", "detection"},
    {"decide", "decision"},
    {"mobilise people", "people on call"},
    {"wait for a target", "target"},
    {"prepare target", "preparing the target"},
    {"promote replica", "promotion of the replica"},
    {"courier", "courier"},
    {"thaw", "thaw"},
    {"mount tapes", "mounting tapes"},
    {"restore etcd", "etcd"},
    {"create objects", "API server"},
    {"provision volumes", "provisioning of volumes"},
    {"restore index", "index"},
    {"transfer", "transfer"},
    {"import differences", "import of differences"},
    {"fetch logs", "log fetch"},
    {"replay logs", "replay thread"},
    {"restore offsets", "offsets"},
    {"build image", "image build"},
    {"rebuild from code", "provisioning slots"},
    {"configuration run", "configuration runs"},
    {"boot", "boot"},
    {"scan", "scanner"},
    {"wait for dependencies", "dependencies"},
    {"start", "start"},
    {"start CI runners", "CI runners"},
    {"switch over", "switching over"},
    {"verify", "verification"},
    {"fetch the rest", "transfer"},
    {"copy to replicas", "replicas"},
    {"copy home", "way home"},
    {"go home", "way home"},
    {"in vain", "what was lost again"},
}};

}  // namespace

const char* stage_name(Stage stage) { return words[static_cast<std::size_t>(stage)].name; }

const char* stage_resource(Stage stage) { return words[static_cast<std::size_t>(stage)].resource; }

}  // namespace reentry
