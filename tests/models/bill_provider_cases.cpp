// The providers' own worked examples, and those of people who write about them.
#include "tests/models/bill_case.hpp"

#include <functional>
#include <map>

using namespace reentry;
using namespace reentry::world;
using std::chrono::hours;

namespace {

const sim::Time april = day(2027, 4, 1), may = day(2027, 5, 1), june = day(2027, 6, 1);

using Check = std::function<void(const Case&)>;
using Checks = std::map<std::string, Check>;

// A tier with storage at a price, as the only resource, for ledgers.
Tariff tier(const std::string& price, int month_hours = 0, std::int64_t gigabyte = gib) {
    Tariff tariff = provider(month_hours, gigabyte);
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-month", flat(price.c_str()))});
    return tariff;
}

Decimal money_of(const Bill& bill, const char* meter) {
    return bill.total_by(BillKey::meter).at(meter).decimal();
}

Bill kept(const Tariff& tariff, std::int64_t bytes, sim::Duration time, bool deleted) {
    const sim::Time end = day(2028, 4, 1);
    return bill(
        Book(april, end).stored("provider/cold", bytes, april, april + time, deleted).ledger,
        tariff);
}

// The quantity of a meter over all of a bill, in the units of its lines.
Quantity quantity_of(const Bill& bill, std::string_view meter) {
    Quantity sum;
    for (const BillItem& item : bill.items)
        if (meter_name(bill.rows[item.row].meter) == meter) sum += bill.quantity(item);
    return sum;
}

void three_tiers(const Case& c) {
    Price price = banded({{"1024", c.price("tier1").c_str()},
                          {"51200", c.price("tier2").c_str()},
                          {"", c.price("tier3").c_str()}});
    const Bill result = Sheet().add("storage", "GB-month", price, c.in("gb_months")).bill();
    const char* names[] = {"tier1", "tier2", "tier3"};
    for (std::size_t i = 0; i < 3; ++i)
        c.expect(names[i], Money(result.charges[i].charge.nano, result.currency).decimal());
    c.expect_total(result.total().decimal());
}

void egress_62tb(const Case& c) {
    Price price = banded({{"1", c.price("0-1 GB").c_str()},
                          {"10240", c.price("1-10240 GB").c_str()},
                          {"51200", c.price("10240-51200 GB").c_str()},
                          {"153600", c.price("51200-153600 GB").c_str()},
                          {"", ""}});
    Tariff tariff = provider();
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", price)});
    Book book(april, may);
    // From two services: bands count the account's total.
    book.counted("provider/internet", Meter::sent_bytes, 30'000 * gib, april);
    book.counted("provider/internet", Meter::sent_bytes, (c.count("egress_GB") - 30'000) * gib,
                 april + hours{9});
    const Bill result = bill(book.ledger, tariff);
    const char* names[] = {"", "tier1", "tier2", "tier3"};
    for (std::size_t i = 1; i < 4; ++i)
        c.expect(names[i], Money(result.charges[i].charge.nano, result.currency).decimal());
    c.expect_total(result.total().decimal());
    CHECK(result.complete());
}

void versioning(const Case& c) {
    const Tariff tariff = tier("0");
    Book book(april + hours{30 * 24}, june);  // May: 744 hours
    Int128 byte_hours = 0;
    for (const json& version : c.data.at("inputs").at("versions")) {
        const std::int64_t bytes = std::stoll(version.at("bytes").get<std::string>());
        const hours length{version.at("hours").get<int>()};
        book.stored("provider/cold", bytes, june - length, june);
        byte_hours += static_cast<Int128>(bytes) * length.count();
    }
    const Bill result = bill(book.ledger, tariff);
    c.expect("byte_hours", Decimal(byte_hours, 0));
    CHECK(result.charges.at(0).charge.atoms == byte_hours * hours{1} / sim::Duration{1});
    c.expect("gb_months", quantity_of(result, "storage").to_decimal(11));
}

void overhead(const Case& c) {
    // The example counts 32 KB as 32,000 bytes of a gigabyte of 10^9.
    Tariff tariff = tier("1", 0, gb);
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("1"))});
    TierRules& rules = tariff.resources[0].rules;
    rules.overhead_bytes = 1000 * c.count("overhead_archive_KB");
    rules.overhead_elsewhere_bytes = 1000 * c.count("overhead_standard_KB");
    rules.overhead_tier = "hot";
    const std::int64_t objects = c.count("objects");
    const auto by = bill(Book(april, may)
                             .stored("provider/cold", objects * c.count("object_GB") * gb, april,
                                     may, false, objects)
                             .ledger,
                         tariff)
                        .total_by(BillKey::line);
    c.expect("archive_GB", by.at("cold: storage").decimal());
    c.expect("standard_GB", by.at("hot: storage").decimal());
}

// The days that early deletion charges for 1 GB at 1 per GB-day.
Decimal charged_days(std::int64_t minimum_days, std::int64_t age_days, Remainder rule) {
    Tariff tariff = provider();
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-day", flat("1"))});
    tariff.resources[0].rules.minimum_duration = hours{24 * minimum_days};
    tariff.resources[0].rules.remainder = rule;
    return money_of(kept(tariff, gib, hours{24 * age_days}, true), "early-deletion");
}

void glacier_early_delete(const Case& c) {
    c.expect("charged_days_after_30", charged_days(c.count("minimum_days"), 30, Remainder::exact));
    c.expect("charged_days_after_60", charged_days(c.count("minimum_days"), 60, Remainder::exact));
}

void restore(const Case& c) {
    Sheet sheet;
    sheet.add("requests", "1000 requests", c.flat_price("request per 1000"), c.in("objects"), "1");
    sheet.add("retrieval", "GB", c.flat_price("retrieval per GB"), c.in("retrieved_GB"));
    c.expect("requests", sheet["requests"]);
    c.expect("retrieval", sheet["retrieval"]);
    c.expect_total(sheet.total());
}

void deep_archive_overhead(const Case& c) {
    Tariff tariff = tier(c.price("GDA GB-Mo"));
    add(tariff, "hot",
        {line(tariff, {Meter::storage}, "GB-month", c.flat_price("Standard GB-Mo"))});
    const std::int64_t objects = c.count("objects"), bytes = c.count("data_GB") * gib;
    const auto billed = [&](std::int64_t here, std::int64_t elsewhere) {
        TierRules& rules = tariff.resources[0].rules;
        rules.overhead_bytes = here, rules.overhead_elsewhere_bytes = elsewhere;
        rules.overhead_tier = "hot";
        return bill(
            Book(april, may).stored("provider/cold", bytes, april, may, false, objects).ledger,
            tariff);
    };
    const std::int64_t here = c.count("overhead_archive_KB") * kib;
    const std::int64_t elsewhere = c.count("overhead_standard_KB") * kib;
    const Bill all = billed(here, elsewhere), bare = billed(0, elsewhere);
    c.expect("data", bare.total_by(BillKey::line).at("cold: storage").decimal());
    c.expect("archive_overhead", (all.total() - bare.total()).decimal());
    c.expect("standard_overhead", all.total_by(BillKey::line).at("hot: storage").decimal());
    c.expect_total(all.total().decimal());
}

void deep_archive_upload(const Case& c) {
    Tariff tariff = provider();
    add(tariff, "cold",
        {line(tariff, {Meter::put}, "1000 requests", c.flat_price("PUT per 1000"))});
    const auto cost = [&](std::int64_t object_mb) {
        return bill(
            Book(april, may)
                .counted("provider/cold", Meter::put, c.count("data_GB") * 1024 / object_mb, april)
                .ledger,
            tariff);
    };
    c.expect("objects_128MB", (quantity_of(cost(128), "put") * Quantity(1000)).to_decimal(6));
    c.expect("cost_128MB", cost(128).total().decimal());
    c.expect("cost_1MB", cost(1).total().decimal());
}

void snapshot_early_delete(const Case& c) {
    Tariff tariff = tier(c.price("GB-Mo"), static_cast<int>(c.count("month_hours")));
    tariff.resources[0].rules.minimum_duration = hours{24 * c.count("minimum_days")};
    tariff.resources[0].rules.remainder = Remainder::hours_down;
    const auto age = hours{70 * 24 + 11} + std::chrono::minutes{5};
    c.expect("early_delete",
             money_of(kept(tariff, c.count("GB") * gib, age, true), "early-deletion"));
}

void fast_restore(const Case& c) {
    Tariff tariff = provider();
    PriceLine unit = line(tariff, {Meter::instance}, "hour", c.flat_price("DSU-hour"));
    unit.hold.step = std::chrono::minutes{1};
    unit.hold.minimum = hours{1};
    add(tariff, "fast-restore", {unit});
    Book book(april, may);
    book.standing("provider/fast-restore", Meter::instance, c.count("snapshot_az_pairs"), april,
                  april + std::chrono::minutes{150});
    c.expect("fsr", bill(book.ledger, tariff).total().decimal());
}

void timed_copy(const Case& c) {
    Sheet sheet;
    sheet.add("copy_8h", "GB", c.flat_price("8h per GB"), dec("3000"));
    sheet.add("copy_1h", "GB", c.flat_price("1h per GB"), dec("1000"));
    sheet.add("copy_3h", "GB", c.flat_price("3h per GB"), dec("3000"));
    for (const char* name : {"copy_8h", "copy_1h", "copy_3h"}) c.expect(name, sheet[name]);
}

void half_day_volume(const Case& c) {
    const Tariff tariff = tier(c.price("GB-Mo"), 720);
    c.expect("storage",
             kept(tariff, c.count("GB") * gib, std::chrono::seconds{c.count("seconds")}, false)
                 .total()
                 .decimal());
}

void three_part_volume(const Case& c) {
    Tariff tariff = provider(720);
    Price iops = c.flat_price("IOPS-Mo"), rate = c.flat_price("MBps-Mo");
    add(tariff, "volume",
        {line(tariff, {Meter::storage}, "GB-month", c.flat_price("GB-Mo")),
         line(tariff, {Meter::capacity_bytes}, "month", iops, "iops"),
         line(tariff, {Meter::capacity_bytes}, "month", rate, "throughput")});
    const sim::Time end = april + std::chrono::seconds{c.count("seconds")};
    Book book(april, may);
    book.stored("provider/volume", c.count("GB") * gib, april, end);
    book.standing("provider/volume", Meter::capacity_bytes, c.count("IOPS") - c.count("free_IOPS"),
                  april, end, "iops");
    book.standing("provider/volume", Meter::capacity_bytes, c.count("MBps") - c.count("free_MBps"),
                  april, end, "throughput");
    const Bill result = bill(book.ledger, tariff);
    const auto by = result.total_by(BillKey::option);
    c.expect("storage", by.at("").decimal());
    c.expect("iops", by.at("iops").decimal());
    c.expect("throughput", by.at("throughput").decimal());
    c.expect_total(result.total().decimal());
}

void tape_gateway(const Case& c) {
    Sheet sheet(provider(0, gb));
    sheet.add("library", "GB-month", c.flat_price("library GB-Mo"), c.in("GB"));
    sheet.add("deep_archive", "GB-month", c.flat_price("deep archive GB-Mo"), c.in("GB"));
    c.expect("library", sheet["library"]);
    c.expect("deep_archive", sheet["deep_archive"]);
    const Quantity saving = Quantity(100) * (Quantity(1) - Quantity::of(sheet["deep_archive"]) /
                                                               Quantity::of(sheet["library"]));
    c.expect("saving_percent", saving.to_decimal(12));
}

void appliance_jobs(const Case& c) {
    const auto cost = [&](int jobs) {
        return Sheet().add("jobs", "job", c.flat_price("job fee"), Decimal(jobs, 0)).total();
    };
    c.expect("two_jobs", cost(2));
    c.expect("one_job", cost(1));
}

void port_month(const Case& c) {
    Sheet sheet(provider(730));
    for (const char* speed : {"1G", "10G", "100G"}) {
        const std::string key = std::string(speed) + " port-hour";
        sheet.add(speed, "hour", c.flat_price(key.c_str()), c.in("hours"));
        c.expect(speed, sheet[speed]);
    }
}

// Writes, storage and rehydration of the documentation's archive examples.
Sheet archive_sheet(const Case& c, const char* tier, const char* stored, const char* writes) {
    const auto priced = [&](const char* what) {
        return c.flat_price((std::string(tier) + " " + what).c_str());
    };
    Sheet sheet;
    if (*writes != '\0') sheet.add("write", "operation", priced("write op"), c.in(writes));
    sheet.add("store", "GB-month", priced("GB-month"), c.in(stored));
    sheet.add("retrieve", "GB", priced("retrieval GB"), c.in("retrieved_GB"));
    sheet.add("read", "operation", priced("read op"), c.in("read_ops"));
    return sheet;
}

Check archive_case(const char* stored, const char* tier = "archive",
                   const char* back = "rehydrate") {
    return [=](const Case& c) {
        const Sheet sheet = archive_sheet(c, tier, stored, "writes");
        c.expect("write", sheet["write"]);
        c.expect("store", sheet["store"]);
        c.expect(back, sheet["retrieve"] + sheet["read"]);
        c.expect_total(sheet.total());
    };
}

void archive_simple(const Case& c) {
    Sheet sheet;
    sheet.add("store", "GB-month", c.flat_price("archive GB-month"), c.in("GB"));
    sheet.add("retrieve", "GB", c.flat_price("archive retrieval GB"), c.in("rehydrate_GB"));
    sheet.add("read", "operation", c.flat_price("archive read op"), c.in("rehydrate_blobs"));
    for (const char* name : {"store", "retrieve", "read"}) c.expect(name, sheet[name]);
    c.expect("rehydrate_total", sheet["retrieve"] + sheet["read"]);
}

void archive_chart(const Case& c) {
    c.expect("cool", archive_sheet(c, "cool", "GB", "writes").total());
    c.expect("archive", archive_sheet(c, "archive", "GB", "writes").total());
}

Sheet four_months(const Case& c) {
    Sheet sheet;
    sheet.add("hot_writes", "operation", c.flat_price("hot write op"), c.in("write_ops"));
    sheet.add("set_to_cool", "operation", c.flat_price("cool write op"), c.in("moved_to_cool"));
    sheet.add("cool_reads", "operation", c.flat_price("cool read op"),
              c.in("cool_read_back") * Decimal(2, 0));
    sheet.add("cool_storage", "GB-month", c.flat_price("cool GB-month"), c.in("cool_GB_end"));
    sheet.add("hot_storage", "GB-month", c.flat_price("hot GB-month first 50 TB"),
              c.in("hot_GB_end"));
    sheet.add("hot_reads", "operation", c.flat_price("hot read op"), c.in("hot_reads"));
    for (const char* name :
         {"hot_writes", "set_to_cool", "cool_reads", "cool_storage", "hot_storage", "hot_reads"})
        c.expect(name, sheet[name]);
    return sheet;
}

void four_months_february(const Case& c) { c.expect_total(four_months(c).total()); }

void four_months_april(const Case& c) {
    // The page's total leaves its own early-deletion line out.
    c.expect_total(four_months(c).total());
    Tariff tariff = tier(c.price("cool GB-month"), 720);
    tariff.resources[0].rules.minimum_duration = hours{24 * 30};
    tariff.resources[0].rules.remainder = Remainder::days_down;
    // 107.75 blobs of 5 GiB leave after 20 days: 538.75 GiB for the ten days that are missing.
    const std::int64_t bytes = 53'875 * gib / 100;
    c.expect("early_delete", money_of(kept(tariff, bytes, hours{24 * 20}, true), "early-deletion"));
}

// Uploads in blocks: every block is a write.
void block_upload(const Case& c) {
    Tariff tariff = provider();
    add(tariff, "cold", {line(tariff, {Meter::put}, "operation", c.flat_price("write op"))});
    Book book(april, may);
    book.counted("provider/cold", Meter::upload_part,
                 c.count("blobs") * c.count("blob_MiB") / c.count("block_MiB"), april);
    const Bill result = bill(book.ledger, tariff);
    c.expect("ops", quantity_of(result, "upload-part").to_decimal(3));
    c.expect("cost", result.total().decimal());
}

void download_hot(const Case& c) {
    Sheet sheet;
    sheet.add("reads", "operation", c.flat_price("read op"), c.in("blobs"));
    sheet.add("lists", "operation", c.flat_price("list op"), c.in("blobs"));
    c.expect("reads", sheet["reads"]);
    c.expect("lists", sheet["lists"]);
    c.expect_total(sheet.total());
}

void download_operations(const Case& c) {
    Sheet sheet;
    for (const char* name : {"hot", "cool", "cold"})
        sheet.add(name, "operation", c.flat_price((std::string(name) + " read op").c_str()),
                  c.in("ops"));
    for (const char* name : {"hot", "cold"})
        sheet.add(std::string(name) + "_list", "operation",
                  c.flat_price((std::string(name) + " list op").c_str()), c.in("list_ops"));
    for (const char* name : {"hot", "cool", "cold", "hot_list", "cold_list"})
        c.expect(name, sheet[name]);
}

void azure_early_delete(const Case& c) {
    c.expect("charged_days",
             charged_days(c.count("minimum_days"), c.count("age_days"), Remainder::days_down));
}

void half_month(const Case& c) {
    const Bill result =
        bill(Book(april, may)
                 .stored("provider/cold", c.count("GB") * gib, april, day(2027, 4, 16))
                 .ledger,
             tier("0"));
    c.expect("billed_GB", quantity_of(result, "storage").to_decimal(9));
}

Check google_early_delete(int month_hours) {
    return [=](const Case& c) {
        const char* key = c.data.at("unit_prices").contains("GB-month") ? "GB-month" : "";
        Tariff tariff = tier(c.price(key), month_hours);
        tariff.resources[0].rules.minimum_duration = hours{24 * c.count("minimum_days")};
        const Bill result =
            kept(tariff, c.count("GB") * gib, hours{24 * c.count("removed_day")}, true);
        c.expect("storage", money_of(result, "storage"));
        c.expect("early_delete", money_of(result, "early-deletion"));
    };
}

void google_notes(const Case& c) {
    const json& prices = c.data.at("unit_prices").at("egress");
    const json& amounts = c.data.at("inputs").at("egress_GB");
    Price egress;
    Decimal border, sent;
    for (std::size_t i = 0; i < prices.size(); ++i) {
        border = border + dec(text_of(amounts[i])), sent = border;
        const bool last = i + 1 == prices.size();
        egress.bands.push_back(
            {last ? std::nullopt : std::optional(border), dec(text_of(prices[i]))});
    }
    Sheet sheet;
    sheet.add("storage", "GB-month", c.flat_price("storage"), c.in("GB"));
    sheet.add("egress", "GB", egress, sent);
    sheet.add("class_a", "10k operations", c.flat_price("class A per 10000"), c.in("class_a"), "1");
    sheet.add("class_b", "10k operations", c.flat_price("class B per 10000"), c.in("class_b"), "1");
    sheet.add("retrieval", "GB", c.flat_price("retrieval"), c.in("GB"));
    for (const char* name : {"storage", "class_a", "class_b", "retrieval"})
        c.expect(name, sheet[name]);
    c.expect_total(sheet.total());
}

void google_tiers(const Case& c) {
    // Below the first start everything is free, though no row says so.
    Price price = banded({{"20", "0"}, {"100", "10"}, {"", "5"}});
    const Bill result = Sheet().add("usage", "GB", price, dec("130")).bill();
    c.expect("free_units", result.quantity(result.charges[0]).to_decimal(3));
    c.expect("units_at_10", result.quantity(result.charges[1]).to_decimal(3));
    CHECK(result.total().decimal() == dec("950"));  // 80 * 10 + 30 * 5
}

Tariff r2(const Case& c) {
    Tariff tariff = provider(720, gb);
    std::vector<PriceLine> lines{
        line(tariff, {Meter::storage, Meter::early_deletion}, "GB-month", c.flat_price("GB-month")),
        line(tariff, {Meter::put, Meter::list}, "1M", c.flat_price("class A per million")),
        line(tariff, {Meter::get}, "1M", c.flat_price("class B per million")),
        line(tariff, {Meter::retrieved_bytes}, "GB", c.flat_price("retrieval per GB"))};
    for (PriceLine& each : lines) each.round_up = dec("1");
    Resource& cold = add(tariff, "cold", lines);
    cold.rules.minimum_duration = hours{24 * c.count("minimum_days")};
    cold.rules.sampling = Sampling::daily_peak;
    return tariff;
}

void r2_infrequent(const Case& c) {
    const Tariff tariff = r2(c);
    Book book(april, may);
    book.stored("provider/cold", c.count("GB") * gb, april, april + hours{24 * c.count("days")},
                true);
    book.counted("provider/cold", Meter::put, c.count("class_a"), april);
    book.counted("provider/cold", Meter::get, c.count("class_b"), april);
    book.counted("provider/cold", Meter::retrieved_bytes, c.count("retrieved_GB") * gb, april);
    const Bill result = bill(book.ledger, tariff);
    // Five days stored and 25 days missing are 1000 GB-months together, rounded up once.
    c.expect("storage", money_of(result, "storage") + money_of(result, "early-deletion"));
    c.expect("class_a", money_of(result, "put"));
    c.expect("class_b", money_of(result, "get"));
    c.expect("retrieval", money_of(result, "retrieved-bytes"));
    c.expect_total(result.total().decimal());
}

void r2_assets(const Case& c) {
    Price price = c.flat_price("class B per million");
    price.free = dec("10");
    Sheet sheet;
    sheet.add("class_b", "1M", price, c.in("class_b"), "1");
    c.expect("class_b", sheet["class_b"]);
    c.expect_total(sheet.total());
}

void r2_average(const Case& c) {
    Tariff tariff = tier("0", 720, gb);
    tariff.resources[0].rules.sampling = Sampling::daily_peak;
    Book book(april, may);
    book.stored("provider/cold", gb, april, day(2027, 4, 6));
    book.stored("provider/cold", 3 * gb, day(2027, 4, 6), may);
    c.expect("gb_months", quantity_of(bill(book.ledger, tariff), "storage").to_decimal(12));
}

void r2_rounding(const Case& c) {
    const auto billed = [](const char* unit, const Decimal& quantity, const char* in = "") {
        Sheet sheet;
        sheet.add("x", unit, flat("1"), quantity, in);
        sheet.last_line().round_up = dec("1");
        return sheet.total();
    };
    c.expect("million_ops", billed("1M", c.in("operations"), "1"));
    c.expect("GB_months", billed("GB-month", c.in("GB_months")));
    c.expect("GB", billed("GB", c.in("retrieved_GB")));
}

// Active and deleted days of 1 GB at 1 per GB-day.
void wasabi(const Case& c, std::int64_t days) {
    Tariff tariff = provider(720);
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-day", flat("1"))});
    tariff.resources[0].rules.minimum_duration = hours{24 * c.count("minimum_days")};
    tariff.resources[0].rules.remainder = Remainder::days_up;
    const Bill result = kept(tariff, gib, hours{24 * days}, true);
    c.expect("active_days", money_of(result, "storage"));
    c.expect("deleted_days", money_of(result, "early-deletion"));
}

Checks all_checks() {
    return {
        {"aws-s3-faq-storage-three-tier-2011", three_tiers},
        {"aws-s3-faq-egress-62tb", egress_62tb},
        {"aws-s3-faq-versioning", versioning},
        {"aws-glacier-faq-overhead-100k", overhead},
        {"aws-glacier-faq-early-delete", glacier_early_delete},
        {"aws-repost-glacier-15m-standard", restore},
        {"aws-repost-glacier-15m-expedited",
         [](const Case& c) {
             Sheet sheet;
             sheet.add("requests", "1000 requests", c.flat_price("request per 1000"),
                       c.in("objects"), "1");
             c.expect("requests", sheet["requests"]);
             sheet.add("retrieval", "GB", c.flat_price("retrieval per GB"), c.in("retrieved_GB"));
             c.expect("retrieval", sheet["retrieval"]);
         }},
        {"blog-gda-overhead-1tb-1mb", deep_archive_overhead},
        {"blog-gda-upload-1tb", deep_archive_upload},
        {"aws-ebs-archive-storage",
         [](const Case& c) {
             c.expect("storage",
                      kept(tier(c.price("GB-Mo")), c.count("GB") * gib, hours{720}, false)
                          .total()
                          .decimal());
         }},
        {"aws-ebs-archive-early-delete", snapshot_early_delete},
        {"aws-ebs-fsr-3snap-2az-150min", fast_restore},
        {"aws-ebs-timed-copy", timed_copy},
        {"aws-ebs-proration-sc1", half_day_volume},
        {"aws-ebs-gp3-three-part", three_part_volume},
        {"playbook-tape-gateway-50tb", tape_gateway},
        {"note-snowball-export",
         [](const Case& c) {
             c.expect("data_out", Sheet(provider(0, gb))
                                      .add("out", "GB", c.flat_price("out per GB"), c.in("GB"))
                                      .total());
         }},
        {"note-snowball-consolidation", appliance_jobs},
        {"note-dx-port-month", port_month},
        {"azure-archive-simple", archive_simple},
        {"azure-archive-onetime-year", archive_case("GB_months")},
        {"azure-archive-continuous-january", archive_case("GB_stored")},
        {"azure-archive-continuous-february", archive_case("GB_stored")},
        {"azure-archive-continuous-year", archive_case("GB_months")},
        {"azure-archive-vs-cool-archive", archive_case("GB")},
        {"azure-archive-vs-cool-cool", archive_case("GB", "cool", "read_back")},
        {"azure-archive-vs-cool-chart", archive_chart},
        {"azure-estimate-cool-10tb",
         [](const Case& c) {
             c.expect("store",
                      Sheet()
                          .add("store", "GB-month", c.flat_price("cool GB-month"), c.in("GB"))
                          .total());
         }},
        {"azure-estimate-fourmonth-february", four_months_february},
        {"azure-estimate-fourmonth-april", four_months_april},
        {"azure-azcopy-upload-dfs-hot", block_upload},
        {"azure-azcopy-upload-dfs-cool", block_upload},
        {"azure-azcopy-upload-dfs-cold", block_upload},
        {"azure-azcopy-upload-dfs-archive", block_upload},
        {"azure-azcopy-download-hot", download_hot},
        {"azure-azcopy-download-dfs-ops", download_operations},
        {"azure-early-delete-archive", azure_early_delete},
        {"azure-average-half-month", half_month},
        {"gcp-coldline-early-delete", google_early_delete(720)},
        {"gcp-nearline-early-delete-2015", google_early_delete(720)},
        {"notes-gcs-standard-200gb", google_notes},
        {"notes-gcs-standard-2tb", google_notes},
        {"notes-gcs-nearline-1tb", google_notes},
        {"notes-gcs-coldline-1tb", google_notes},
        {"gcp-catalog-tier-rule", google_tiers},
        {"r2-infrequent", r2_infrequent},
        {"r2-asset-hosting", r2_assets},
        {"r2-average", r2_average},
        {"r2-round-up", r2_rounding},
        {"wasabi-min-duration", [](const Case& c) { wasabi(c, 15); }},
        {"wasabi-min-duration-week", [](const Case& c) { wasabi(c, 7); }},
    };
}

}  // namespace

TEST_CASE("Every worked example of a provider comes out at the published figure") {
    const Checks checks = all_checks();
    std::size_t compared = 0;
    for (const json& data : published_cases()) {
        const std::string id = data.at("id");
        if (data.at("kind") == "transfer_time" || id.starts_with("infracost")) continue;
        CAPTURE(id);
        const auto check = checks.find(id);
        REQUIRE_MESSAGE(check != checks.end(), "no check for " << id);
        check->second(Case{data});
        ++compared;
    }
    if (compared > 0) CHECK(compared == checks.size());
}
