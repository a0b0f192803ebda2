#include "models/scenario/store.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{StoreKind::disk, "disk", "disk array or Ceph cluster for backups"},
    files::Choice{StoreKind::tape_library, "tape-library", "drives, robot and cartridges"},
    files::Choice{StoreKind::vault, "vault", "tapes of a library, carried off site"},
};

}  // namespace

std::span<const files::Choice<StoreKind>> choices(StoreKind) { return kinds; }

void describe(Fields& f, Store& s) {
    f.id("id", s.id, "store", "Name by which copies refer to it.");
    f.optional("name", s.name, "Name for people.");
    f.required("kind", s.kind, "What it is.");
    f.reference("site", s.site, "site", "Where it stands.");
    f.required("equipment", s.equipment, "File in data/on-premises/ with its figures and prices.");
    f.optional("immutable", s.immutable, "Whether it survives an attacker with all rights.");
    f.optional("read", s.read, "Disk: reading speed, all jobs together.");
    f.optional("write", s.write, "Disk: writing speed, all jobs together.");
    f.optional("drives", s.drives, "Library: tape drives.", {.at_least = 1});
    f.optional("drives_per_job", s.drives_per_job, "Library: drives that one restore may take.",
               {.at_least = 1});
    f.optional_reference("library", s.library, "store", "Vault: the library whose tapes it keeps.");
    f.optional_reference("reader", s.reader, "store",
                         "Vault: the library that reads its tapes when their own is lost; empty: a "
                         "replacement that comes with the target.");
    f.optional("courier", s.courier, "Vault: from the call until the tapes are in the library.");
    f.check(s.kind != StoreKind::disk || (s.read > Rate{0} && s.write > Rate{0}), "read",
            "reading and writing speeds of a disk store");
    f.check(s.kind != StoreKind::vault || !s.library.empty(), "library",
            "the library whose tapes the vault keeps");
}

}  // namespace reentry
