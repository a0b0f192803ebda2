#include "models/scenario/store.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{StoreKind::disk, "disk", "disk array or Ceph cluster for backups"},
    files::Choice{StoreKind::tape_library, "tape-library", "drives, robot and cartridges"},
    files::Choice{StoreKind::vault, "vault", "tapes of a library, carried off site"},
    files::Choice{StoreKind::gateway, "gateway", "makes virtual tapes that lie at a provider"},
    files::Choice{StoreKind::array, "array", "production storage: keeps snapshots and replicas"},
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
    f.optional("array", s.array, "Array: the failure domain that workloads name.");
    f.optional("gateways", s.gateways, "Gateway: so many alike, side by side.", {.at_least = 1});
    f.optional("cache", s.cache, "Gateway: what was written last is read from it; of each.");
    f.optional("upload_buffer", s.upload_buffer,
               "Gateway: what was written and waits for its upload; of each.");
    f.optional("tape", s.tape, "Gateway: size of a virtual tape.");
    f.optional("eject_after", s.eject_after,
               "Gateway: a tape is ejected into the archive so long after its first byte; \"0 s\": "
               "when it is full.");
    f.check(s.kind != StoreKind::disk || (s.read > Rate{0} && s.write > Rate{0}), "read",
            "reading and writing speeds of a disk store");
    f.check(s.kind != StoreKind::vault || !s.library.empty(), "library",
            "the library whose tapes the vault keeps");
    f.check(s.kind != StoreKind::gateway || s.cache > Bytes{0}, "cache",
            "the size of the cache of a gateway");
    f.check(s.kind != StoreKind::gateway || s.upload_buffer >= Bytes{1'000'000'000},
            "upload_buffer", "an upload buffer of 1 GB or more of a gateway");
    f.check(s.kind != StoreKind::gateway || s.tape > Bytes{0}, "tape",
            "the size of the virtual tapes of a gateway");
}

}  // namespace reentry
