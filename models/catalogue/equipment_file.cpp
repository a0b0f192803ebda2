#include "models/catalogue/equipment.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{EquipmentKind::disk, "disk", "disk array or Ceph cluster"},
    files::Choice{EquipmentKind::tape_library, "tape-library", "drives, robot and cartridges"},
    files::Choice{EquipmentKind::vault, "vault", "cartridges off site"},
};

}  // namespace

std::span<const files::Choice<EquipmentKind>> choices(EquipmentKind) { return kinds; }

void describe(Fields& f, DriveEntry& d) {
    f.required("product", d.product, "Generation and form.");
    f.required("rate", d.rate, "Native rate while streaming.");
    f.required("load", d.load, "From cartridge in the drive to ready.");
    f.required("locate", d.locate, "Mean time from load point to a file.");
    f.required("rewind", d.rewind, "Mean rewind.");
    f.required("unload", d.unload, "Unload.");
}

void describe(Fields& f, LibraryEntry& l) {
    f.required("robot", l.robot, "From request to cartridge in the drive.");
    f.required("slots", l.slots, "Cartridges that it holds.");
}

void describe(Fields& f, MediumEntry& m) {
    f.required("product", m.product, "Kind of cartridge.");
    f.required("capacity", m.capacity, "Native capacity.");
    f.required("read_error", m.read_error, "Share of cartridges that cannot be read.");
}

void describe(Fields& f, DiskEntry& d) {
    f.required("usable", d.usable, "Usable bytes of one piece.");
    f.required("raw_over_usable", d.raw_over_usable, "Raw bytes over usable ones.");
    f.required("pieces_at_least", d.pieces_at_least, "Fewest pieces of a working system.");
}

void describe(Fields& f, VaultEntry& v) {
    f.required("courier", v.courier, "From the call until the cartridges are in the library.");
}

void describe(Fields& f, CostEntry& c) {
    f.optional("amount", c.amount, "Amount of money.", {.at_least = Decimal{}});
    f.optional("currency", c.currency, "Its currency, when it is not the file's.");
    describe_citation(f, c.citation);
    f.check(c.amount.has_value() != !c.citation.absent.empty(), "amount",
            "either an amount or the reason why it is absent");
}

void describe(Fields& f, AssetEntry& a) {
    f.id("id", a.id, "asset", "Name of the piece.");
    f.optional("meter", a.meter, "Meter of the standing entries that it serves.");
    f.optional("option", a.option, "Their option: \"drive\", \"library\"; \"*\": any.");
    f.table("price", a.price, "Purchase price of a piece.");
    f.required("life_years", a.life_years, "Years until it is replaced.");
    f.optional("capacity", a.capacity, "Bytes that a piece holds; then pieces follow the bytes.");
    f.optional("support_percent", a.support_percent, "Support, per cent of the price per year.");
    f.optional("watts", a.watts, "Power of a piece.");
    f.optional("rack_units", a.rack_units, "Height of a piece.");
    f.optional("people", a.people, "People that a piece takes, in full-time equivalents.");
}

void describe(Fields& f, RunningEntry& r) {
    f.table("kwh", r.kwh, "A kilowatt-hour.");
    f.table("rack_unit_year", r.rack_unit_year, "A rack unit for a year.");
    f.table("person_year", r.person_year, "A person for a year.");
    f.required("pue", r.pue, "Total power over the power of equipment.");
}

void describe(Fields& f, RateEntry& r) {
    f.required("rate", r.rate, "What one unit of it is worth in the file's currency.");
}

void describe(Fields& f, EquipmentFile& e) {
    f.required("id", e.id, "Name by which scenarios refer to it; also the file's name.");
    f.required("name", e.name, "Name for people.");
    f.optional("note", e.note, "What else must be known.");
    f.required("kind", e.kind, "What it is.");
    f.required("currency", e.currency, "Currency of the bill.");
    f.required("price_list", e.price_list, "Date of the newest price in the file.");
    f.named_tables("source", e.sources, "source", "Documents that figures are taken from.");
    f.named_tables("exchange", e.exchange, "currency", "Rates of other currencies.");
    f.table("drive", e.drive, "Tape drive.");
    f.table("library", e.library, "Tape library.");
    f.table("medium", e.medium, "Cartridge.");
    f.table("disk", e.disk, "Disk system.");
    f.table("vault", e.vault, "Vault.");
    f.list("asset", e.assets, "What is bought.");
    describe_prices(f, e.prices);
    f.table("running", e.running, "Electricity, floor and people.");
    const bool tape = e.kind == EquipmentKind::tape_library;
    f.check(!tape || (e.drive && e.library && e.medium), "kind",
            "[drive], [library] and [medium] in a tape library's file");
    f.check(e.kind != EquipmentKind::disk || e.disk, "kind", "[disk] in a disk system's file");
    f.check(e.kind != EquipmentKind::vault || e.vault, "kind", "[vault] in a vault's file");
}

}  // namespace reentry
