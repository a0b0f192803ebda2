// Equipment on premises as its file in data/on-premises/ states it: what a store is made of, what
// it can do, and what it costs to own. The file includes what all equipment shares: electricity,
// floor, people.
//
// The tariff has one resource, "", with an asset for each piece. Standing entries of a ledger name
// a piece by its meter and option: device "drive", device "library", medium. Pieces with a capacity
// follow the bytes stored instead. Prices are in the file's currency; a price that was found in
// another one names it, and the file's exchange rate turns it over.
#pragma once

#include "models/catalogue/price_entry.hpp"
#include "models/diagnostic.hpp"
#include "models/storage/figures.hpp"
#include "models/tariff/tariff.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace reentry {

enum class EquipmentKind : std::uint8_t { disk, tape_library, vault };

struct DriveEntry {
    std::string product;
    Sourced<Rate> rate;
    Sourced<sim::Duration> load, locate, rewind, unload;
};

struct LibraryEntry {
    Sourced<sim::Duration> robot;  // from request to cartridge in the drive
    Sourced<std::int64_t> slots;
};

struct MediumEntry {
    std::string product;
    Sourced<Bytes> capacity;
    Sourced<double> read_error;  // share of cartridges that cannot be read
};

struct DiskEntry {
    Sourced<Bytes> usable;  // of one piece
    Sourced<double> raw_over_usable;
    Sourced<std::int64_t> pieces_at_least;
};

struct VaultEntry {
    Sourced<sim::Duration> courier;  // from call to tapes in the library
};

// A figure in money that may be in another currency than the file.
struct CostEntry {
    std::optional<Decimal> amount;
    std::string currency;
    Citation citation;
};

struct AssetEntry {
    std::string id;
    Meter meter = Meter::device;
    std::string option = "*";
    CostEntry price;
    Sourced<Decimal> life_years;
    Sourced<Bytes> capacity;
    Sourced<Decimal> support_percent, watts, rack_units, people;
};

struct RunningEntry {
    CostEntry kwh, rack_unit_year, person_year;
    Sourced<Decimal> pue;
};

// What one unit of a currency is worth in the file's: [exchange.USD].
struct RateEntry {
    Sourced<Decimal> rate;
};

struct EquipmentFile {
    std::string id, name, note;
    EquipmentKind kind = EquipmentKind::disk;
    std::string currency;
    std::chrono::year_month_day price_list{};
    SourceDocuments sources;
    std::map<std::string, RateEntry> exchange;  // by currency
    std::optional<DriveEntry> drive;
    std::optional<LibraryEntry> library;
    std::optional<MediumEntry> medium;
    std::optional<DiskEntry> disk;
    std::optional<VaultEntry> vault;
    std::vector<AssetEntry> assets;
    PriceEntries prices;
    RunningEntry running;
};

struct Equipment {
    EquipmentFile file;
    LibraryFigures library;  // of tape libraries
    Tariff tariff;
};

std::span<const files::Choice<EquipmentKind>> choices(EquipmentKind);
void describe(Fields& fields, DriveEntry& drive);
void describe(Fields& fields, LibraryEntry& library);
void describe(Fields& fields, MediumEntry& medium);
void describe(Fields& fields, DiskEntry& disk);
void describe(Fields& fields, VaultEntry& vault);
void describe(Fields& fields, CostEntry& cost);
void describe(Fields& fields, AssetEntry& asset);
void describe(Fields& fields, RunningEntry& running);
void describe(Fields& fields, RateEntry& rate);
void describe(Fields& fields, EquipmentFile& equipment);

Equipment read_equipment(const std::filesystem::path& path, Diagnostics& diagnostics);
Equipment read_equipment_text(const std::string& name, const std::string& text,
                              Diagnostics& diagnostics);

}  // namespace reentry
