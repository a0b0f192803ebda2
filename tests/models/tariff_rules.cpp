// Each billing rule by itself, with the arithmetic in the comment.
#include "models/tariff/editions.hpp"
#include "models/tariff/unknown_price.hpp"
#include "tests/models/tariff_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;
using namespace reentry::world;
using std::chrono::hours;

namespace {

const sim::Time april = day(2027, 4, 1), may = day(2027, 5, 1), june = day(2027, 6, 1);

Tariff storage_only(const char* price, int month_hours = 0, std::int64_t gigabyte = gib) {
    Tariff tariff = provider(month_hours, gigabyte);
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat(price))});
    return tariff;
}

}  // namespace

TEST_CASE("Storage is charged for the time it lasts, in the unit and the month of the tariff") {
    // 1024 GiB for 15 of April's 30 days, 0.02 per GB-month: 1024 * 0.02 / 2 = 10.24.
    const Ledger half =
        Book(april, may).stored("provider/hot", 1024 * gib, april, day(2027, 4, 16)).ledger;
    CHECK(total(half, storage_only("0.02")) == "10.24");
    // A decimal gigabyte: 1024 * 1.073741824 * 0.02 / 2 = 10.995116278 (rounded at 10^-9).
    CHECK(total(half, storage_only("0.02", 0, gb)) == "10.995116278");
    // A month of 730 h: 1024 * 360 / 730 * 0.02 = 10.099726027.
    CHECK(total(half, storage_only("0.02", 730)) == "10.099726027");
    // A month of 720 h is April's own length.
    CHECK(total(half, storage_only("0.02", 720)) == "10.24");
}

TEST_CASE("Graduated bands fill from below and volume bands price the whole") {
    Tariff tariff = provider();
    Price price = banded({{"100", "1"}, {"300", "0.5"}, {"", "0.1"}});
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", price)});
    const Ledger ledger =
        Book(april, may).counted("provider/internet", Meter::sent_bytes, 350 * gib, april).ledger;
    // 100 * 1 + 200 * 0.5 + 50 * 0.1 = 205.
    CHECK(total(ledger, tariff) == "205");
    // 350 lie in the third band: 350 * 0.1 = 35.
    tariff.resources[0].lines[0].prices[0].banding = Banding::volume;
    CHECK(total(ledger, tariff) == "35");
    // Exactly at a border the lower band holds: 300 * 0.5 = 150.
    const Ledger border =
        Book(april, may).counted("provider/internet", Meter::sent_bytes, 300 * gib, april).ledger;
    CHECK(total(border, tariff) == "150");
}

TEST_CASE("An allowance is taken off once per account and month, before the bands") {
    Tariff tariff = provider();
    Price price = banded({{"10", "1"}, {"", "0.5"}});
    price.free = dec("100");
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", price)});
    Book book(april, june);
    book.counted("provider/internet", Meter::sent_bytes, 60 * gib, april);
    book.counted("provider/internet", Meter::sent_bytes, 60 * gib, april + hours{5});
    book.counted("provider/internet", Meter::sent_bytes, 99 * gib, may);
    // April: 120 - 100 = 20: 10 * 1 + 10 * 0.5 = 15. May: nothing.
    CHECK(total(book.ledger, tariff) == "15");
}

TEST_CASE("An allowance in proportion to stored bytes follows what was stored in the month") {
    Tariff tariff = provider();
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("0"))});
    Price price = flat("0.01");
    price.free_per_stored = dec("3");
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", price)});
    Book book(april, may);
    book.stored("provider/hot", 100 * gib, april, day(2027, 4, 16));
    book.counted("provider/internet", Meter::sent_bytes, 200 * gib, april);
    // 100 GB for half a month = 50 GB-months, three times that is free: 200 - 150 = 50; * 0.01.
    CHECK(total(book.ledger, tariff) == "0.5");
}

TEST_CASE("Monthly minimums and caps hold per month") {
    Tariff tariff = provider();
    Price price = flat("0.01");
    price.cap = dec("125");
    price.minimum = dec("2");
    add(tariff, "tape-gateway", {line(tariff, {Meter::written_bytes}, "GB", price)});
    Book book(april, day(2027, 7, 1));
    book.counted("provider/tape-gateway", Meter::written_bytes, 20'000 * gib, april);
    book.counted("provider/tape-gateway", Meter::written_bytes, 100 * gib, may);
    // April: 200, capped at 125. May: 1, lifted to 2. June: not used, no minimum.
    const Bill result = bill(book.ledger, tariff);
    CHECK(total(result) == "127");
    CHECK(result.total_by(BillKey::month).at("2027-04").decimal() == dec("125"));
}

TEST_CASE("A cap per instance holds for each gateway by itself") {
    Tariff tariff = provider();
    Price price = flat("0.01");
    price.cap = dec("125");
    PriceLine written = line(tariff, {Meter::written_bytes}, "GB", price);
    written.scope = Scope::instance;
    add(tariff, "tape-gateway", {written});
    Book book(april, may);
    book.counted("provider/tape-gateway#1", Meter::written_bytes, 20'000 * gib, april);
    book.counted("provider/tape-gateway#2", Meter::written_bytes, 10'000 * gib, april);
    // 125 + 100; together they would be capped at 125.
    CHECK(total(book.ledger, tariff) == "225");
}

TEST_CASE("A minimum quantity is billed even when less is stored") {
    Tariff tariff = provider();
    Price price = flat("7");
    price.minimum_quantity = dec("1");
    add(tariff, "hot", {line(tariff, {Meter::storage}, "TB-month", price)});
    const Ledger small = Book(april, may).stored("provider/hot", 10 * gib, april, may).ledger;
    CHECK(total(small, tariff) == "7");
    const Ledger large = Book(april, may).stored("provider/hot", 3072 * gib, april, may).ledger;
    CHECK(total(large, tariff) == "21");
}

TEST_CASE("Quantities are rounded up to the provider's billing unit per month") {
    Tariff tariff = provider();
    PriceLine line_a = line(tariff, {Meter::put, Meter::list}, "1M", flat("4.50"));
    line_a.round_up = dec("1");
    add(tariff, "hot", {line_a});
    Book book(april, may);
    book.counted("provider/hot", Meter::put, 700'000, april);
    book.counted("provider/hot", Meter::list, 300'001, april);
    // 1,000,001 operations are two millions: 2 * 4.50.
    CHECK(total(book.ledger, tariff) == "9");
}

TEST_CASE("Early deletion charges the remainder of the minimum duration, as each provider counts") {
    Tariff tariff = provider(720);
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-month", flat("0.0125"))});
    TierRules& rules = tariff.resources[0].rules;
    rules.minimum_duration = hours{90 * 24};
    const sim::Time gone = april + hours{70 * 24 + 11} + std::chrono::minutes{5};
    const Ledger ledger =
        Book(april, day(2027, 7, 1)).stored("provider/cold", 200 * gib, april, gone, true).ledger;
    const auto early = [&](Remainder rule) {
        rules.remainder = rule;
        const Bill result = bill(ledger, tariff);
        return result.total_by(BillKey::meter).at("early-deletion").decimal().to_string();
    };
    // 90 d - 70 d 11 h 5 min = 19 d 12 h 55 min left, of 720 h: whole hours down 468/720 * 2.50.
    CHECK(early(Remainder::hours_down) == "1.625");
    // 469 h: 2.50 * 469 / 720 = 1.628472222.
    CHECK(early(Remainder::hours_up) == "1.628472222");
    // 19 days: 2.50 * 19 / 30 = 1.583333333; 20 days: 1.666666667.
    CHECK(early(Remainder::days_down) == "1.583333333");
    CHECK(early(Remainder::days_up) == "1.666666667");
    // 468 h 55 min = 28,135 min of 43,200: 2.50 * 28135 / 43200 = 1.628182870.
    CHECK(early(Remainder::exact) == "1.62818287");
}

TEST_CASE("No early deletion after the minimum, nor for what stays, nor for a waived move") {
    Tariff tariff = provider(720);
    add(tariff, "cold", {line(tariff, {Meter::storage}, "GB-month", flat("0.01"))});
    tariff.resources[0].rules.minimum_duration = hours{30 * 24};
    tariff.resources[0].rules.minimum_waived_on_move = true;
    Book book(april, june);
    book.stored("provider/cold", gib, april, may, true);
    book.stored("provider/cold", gib, april, day(2027, 4, 3), false);
    Stored moved;
    moved.resource = book.ledger.intern("provider/cold");
    moved.deleted = moved.moved = true;
    moved.objects = 1, moved.bytes = gib, moved.from = april, moved.to = day(2027, 4, 3);
    book.ledger.add(moved);
    CHECK(bill(book.ledger, tariff).total_by(BillKey::meter).count("early-deletion") == 0);
}

TEST_CASE("Early deletion has its own price where the list states one") {
    Tariff tariff = provider(720);
    add(tariff, "cold",
        {line(tariff, {Meter::storage}, "GB-month", flat("0.0115")),
         line(tariff, {Meter::early_deletion}, "GB-month", flat("0.0152"))});
    tariff.resources[0].rules.minimum_duration = hours{30 * 24};
    const Ledger ledger =
        Book(april, may).stored("provider/cold", 1000 * gib, april, day(2027, 4, 21), true).ledger;
    // Storage 1000 * 20/30 * 0.0115 = 7.666666667; early 1000 * 10/30 * 0.0152 = 5.066666667.
    const auto by = bill(ledger, tariff).total_by(BillKey::meter);
    CHECK(by.at("storage").decimal() == dec("7.666666667"));
    CHECK(by.at("early-deletion").decimal() == dec("5.066666667"));
}

TEST_CASE("The minimum quantity of storage does not lift early deletion") {
    Tariff tariff = provider(720);
    Price price = flat("7");
    price.minimum_quantity = dec("1");
    add(tariff, "hot", {line(tariff, {Meter::storage}, "TB-month", price)});
    tariff.resources[0].rules.minimum_duration = hours{90 * 24};
    // 512 GiB stored for 30 of 90 days: storage lifted to 1 TB = 7, early 0.5 * 2 months * 7 = 7.
    const Ledger ledger =
        Book(april, june).stored("provider/hot", 512 * gib, april, may, true).ledger;
    const auto by = bill(ledger, tariff).total_by(BillKey::meter);
    CHECK(by.at("storage").decimal() == dec("7"));
    CHECK(by.at("early-deletion").decimal() == dec("7"));
}

TEST_CASE("Small objects are billed as the minimum object") {
    Tariff tariff = storage_only("1");
    tariff.resources[0].rules.minimum_object_bytes = 128 * kib;
    Book book(april, may);
    // 8192 objects of 4 KiB are billed as 128 KiB each: exactly 1 GiB.
    book.stored("provider/hot", 8192 * 4 * kib, april, may, false, 8192);
    CHECK(total(book.ledger, tariff) == "1");
}

TEST_CASE("Per-object overhead is billed in the archive and in another tier") {
    Tariff tariff = provider();
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("0.023"))});
    Resource& archive =
        add(tariff, "deep-archive", {line(tariff, {Meter::storage}, "GB-month", flat("0.00099"))});
    archive.rules.overhead_bytes = 32 * kib;
    archive.rules.overhead_elsewhere_bytes = 8 * kib;
    archive.rules.overhead_tier = "hot";
    Book book(april, may);
    // 2^20 objects of 1 MiB: 1024 + 32 GB at 0.00099 = 1.04544; 8 GB at 0.023 = 0.184.
    book.stored("provider/deep-archive", 1024 * gib, april, may, false, 1 << 20);
    CHECK(total(book.ledger, tariff) == "1.22944");
}

TEST_CASE("Staged uploads and thawed copies are billed at another tier's price") {
    Tariff tariff = provider();
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("0.02"))});
    Resource& archive =
        add(tariff, "archive", {line(tariff, {Meter::storage}, "GB-month", flat("0.004"))});
    archive.rules.staging_tier = archive.rules.thawed_tier = "hot";
    Book book(april, may);
    book.stored("provider/archive", 100 * gib, april, may);
    book.stored("provider/archive", 100 * gib, april, day(2027, 4, 4), true, 1, "staged");
    book.stored("provider/archive", 100 * gib, april, day(2027, 4, 7), true, 1, "thawed");
    // 0.4 archived all month, 100 * 3/30 * 0.02 = 0.2 staged, 100 * 6/30 * 0.02 = 0.4 thawed.
    const auto by = bill(book.ledger, tariff).total_by(BillKey::option);
    CHECK(by.at("").decimal() == dec("0.4"));
    CHECK(by.at("staged").decimal() == dec("0.2"));
    CHECK(by.at("thawed").decimal() == dec("0.4"));
}

TEST_CASE("A thawed copy can be billed for all of its days when it appears") {
    Tariff tariff = provider(720);
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("0.3"))});
    Resource& archive = add(tariff, "archive", {});
    archive.rules.thawed_tier = "hot";
    archive.rules.thawed_billed_upfront = true;
    Book book(april, june);
    book.stored("provider/archive", 100 * gib, day(2027, 4, 29), day(2027, 5, 5), true, 1,
                "thawed");
    // 100 GB for 6 of 30 days at 0.3 = 6, all of it in April.
    CHECK(bill(book.ledger, tariff).total_by(BillKey::month).at("2027-04").decimal() == dec("6"));
}

TEST_CASE("Upload parts are priced at another tier and the commit at the archive's own") {
    Tariff tariff = provider();
    add(tariff, "hot", {line(tariff, {Meter::put}, "1000 requests", flat("0.005"))});
    add(tariff, "archive", {line(tariff, {Meter::put}, "1000 requests", flat("0.05"))})
        .rules.parts_tier = "hot";
    Book book(april, may);
    book.counted("provider/archive", Meter::upload_part, 100'000, april);
    book.counted("provider/archive", Meter::upload_commit, 1000, april);
    // 100 * 0.005 + 1 * 0.05 = 0.55; all at the archive's price it would be 5.05.
    CHECK(total(book.ledger, tariff) == "0.55");
}

TEST_CASE("Transitions are priced in the class moved into") {
    Tariff tariff = provider();
    add(tariff, "deep-archive",
        {line(tariff, {Meter::transition_in}, "1000 requests", flat("0.06"))});
    Book book(april, may);
    book.counted("provider/deep-archive", Meter::transition_in, 1'000'000, april);
    CHECK(total(book.ledger, tariff) == "60");
}

TEST_CASE("Retrieval is charged by option, in bytes and in requests") {
    Tariff tariff = provider();
    add(tariff, "archive",
        {line(tariff, {Meter::retrieved_bytes}, "GB", flat("0.01"), "standard"),
         line(tariff, {Meter::retrieved_bytes}, "GB", flat("0.03"), "expedited"),
         line(tariff, {Meter::restore_request}, "1000 requests", flat("0.05"), "standard"),
         line(tariff, {Meter::restore_request}, "1000 requests", flat("10"), "expedited")});
    Book book(april, may);
    for (const char* option : {"standard", "expedited"}) {
        book.counted("provider/archive", Meter::retrieved_bytes, 100 * gib, april, option);
        book.counted("provider/archive", Meter::restore_request, 2000, april, option);
    }
    const auto by = bill(book.ledger, tariff).total_by(BillKey::option);
    CHECK(by.at("standard").decimal() == dec("1.1"));  // 100 * 0.01 + 2 * 0.05
    CHECK(by.at("expedited").decimal() == dec("23"));  // 100 * 0.03 + 2 * 10
}

TEST_CASE("Provisioned capacity is bought by the month, from the day of purchase") {
    Tariff tariff = provider();
    PriceLine unit = line(tariff, {Meter::provisioned_unit}, "month", flat("100"));
    unit.hold.whole = true;
    add(tariff, "archive", {unit});
    Book book(april, day(2027, 8, 1));
    // 20 April to 25 May: two months, of 20 April and of 20 May.
    book.standing("provider/archive", Meter::provisioned_unit, 2, day(2027, 4, 20),
                  day(2027, 5, 25));
    const auto by = bill(book.ledger, tariff).total_by(BillKey::month);
    CHECK(by.at("2027-04").decimal() == dec("200"));
    CHECK(by.at("2027-05").decimal() == dec("200"));
    CHECK(by.size() == 2);
}

TEST_CASE("Held things are rounded up to their step and last at least their minimum") {
    Tariff tariff = provider();
    PriceLine restore = line(tariff, {Meter::instance}, "hour", flat("0.75"));
    restore.hold.step = std::chrono::minutes{1};
    restore.hold.minimum = hours{1};
    add(tariff, "fast-restore", {restore});
    Book book(april, may);
    // Six pairs for 149 min 30 s: 150 min = 2.5 h; 6 * 2.5 * 0.75 = 11.25.
    book.standing("provider/fast-restore", Meter::instance, 6, april,
                  april + std::chrono::seconds{8970});
    CHECK(total(book.ledger, tariff) == "11.25");
    // Ten minutes are billed as one hour: 0.75.
    const Ledger brief = Book(april, may)
                             .standing("provider/fast-restore", Meter::instance, 1, april,
                                       april + std::chrono::minutes{10})
                             .ledger;
    CHECK(total(brief, tariff) == "0.75");
}

TEST_CASE("Ports and tunnels bill by the real hours of the month") {
    Tariff tariff = provider(730);
    add(tariff, "dedicated-10g", {line(tariff, {Meter::port}, "hour", flat("2.25"))});
    // 31 days of May: 744 h * 2.25 = 1674.
    CHECK(
        total(Book(may, june).standing("provider/dedicated-10g", Meter::port, 1, may, june).ledger,
              tariff) == "1674");
}

TEST_CASE("A shipment has a fee, free days and extra days") {
    Tariff tariff = provider();
    PriceLine days = line(tariff, {Meter::appliance}, "day", flat("15"));
    days.hold.step = hours{24};
    days.hold.free = hours{240};
    add(tariff, "appliance", {line(tariff, {Meter::shipment}, "job", flat("300")), days});
    Book book(april, june);
    book.counted("provider/appliance", Meter::shipment, 2, april);
    book.standing("provider/appliance", Meter::appliance, 1, april, april + hours{30});
    book.standing("provider/appliance", Meter::appliance, 1, april, april + hours{24 * 12 + 5});
    // Two jobs of 300. Two days are free; 12 d 5 h are 13 days, less ten: 3 * 15.
    CHECK(total(book.ledger, tariff) == "645");
}

TEST_CASE("Keys, protected instances, monitored objects, locks and replication are lines as any") {
    Tariff tariff = provider();
    add(tariff, "keys",
        {line(tariff, {Meter::key}, "month", flat("1")),
         line(tariff, {Meter::key_request}, "10k requests", flat("0.03"))});
    add(tariff, "backup", {line(tariff, {Meter::protected_instance}, "month", flat("10"))});
    Resource& smart =
        add(tariff, "smart",
            {line(tariff, {Meter::monitored_objects}, "1000 objects-month", flat("0.0025")),
             line(tariff, {Meter::storage}, "GB-month", flat("0")),
             line(tariff, {Meter::lock}, "1000 requests", flat("0.005"))});
    smart.rules.monitored_from_bytes = 128 * kib;
    add(tariff, "region", {line(tariff, {Meter::replicated_bytes}, "GB", flat("0.02"))});
    Book book(april, may);
    book.standing("provider/keys", Meter::key, 3, april, day(2027, 4, 16));      // 3 * 1/2 = 1.5
    book.counted("provider/keys", Meter::key_request, 50'000, april);            // 5 * 0.03 = 0.15
    book.standing("provider/backup", Meter::protected_instance, 4, april, may);  // 40
    book.stored("provider/smart", gib, april, may, false, 4000);    // 4 * 0.0025 = 0.01
    book.stored("provider/smart", gib, april, may, false, 40'000);  // 26 KiB each: not monitored
    book.counted("provider/smart", Meter::lock, 2000, april);       // 2 * 0.005 = 0.01
    book.counted("provider/smart", Meter::replicated_bytes, 10 * gib, april, "region");  // 0.2
    CHECK(total(book.ledger, tariff) == "41.87");
}

TEST_CASE("Egress takes the price of its path") {
    Tariff tariff = provider();
    add(tariff, "hot", {});
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", flat("0.09"))});
    add(tariff, "dedicated-10g", {line(tariff, {Meter::sent_bytes}, "GB", flat("0.02"))});
    add(tariff, "in-region", {line(tariff, {Meter::sent_bytes}, "GB", flat("0"))});
    Book book(april, may);
    for (const char* path : {"internet", "dedicated-10g", "in-region"})
        book.counted("provider/hot", Meter::sent_bytes, 100 * gib, april, path);
    book.counted("provider/internet", Meter::sent_bytes, 100 * gib, april);
    // 9 + 2 + 0 through the option, 9 through the resource.
    CHECK(total(book.ledger, tariff) == "20");
}

TEST_CASE("The list in force on each day holds, and bands go on counting through the change") {
    Tariff tariff = provider();
    Price old = banded({{"100", "0.10"}, {"", "0.05"}}),
          changed = banded({{"100", "0.20"}, {"", "0.07"}});
    old.valid_until = changed.valid_from = std::chrono::year{2027} / 4 / 16;
    PriceLine egress = line(tariff, {Meter::sent_bytes}, "GB", old);
    egress.prices.push_back(changed);
    add(tariff, "internet", {egress});
    Book book(april, may);
    book.counted("provider/internet", Meter::sent_bytes, 60 * gib, day(2027, 4, 15));
    book.counted("provider/internet", Meter::sent_bytes, 60 * gib, day(2027, 4, 16));
    // 60 * 0.10, then 40 * 0.20 fill the first band, then 20 * 0.07: 6 + 8 + 1.4.
    CHECK(total(book.ledger, tariff) == "15.4");
}

TEST_CASE("Stored bytes are split at the day on which the price changes") {
    Tariff tariff = provider(720);
    Price old = flat("6.99"), changed = flat("7.99");
    old.valid_until = changed.valid_from = std::chrono::year{2027} / 4 / 11;
    PriceLine storage = line(tariff, {Meter::storage}, "TB-month", old);
    storage.prices.push_back(changed);
    add(tariff, "hot", {storage});
    // 10 days at 6.99 and 20 at 7.99 of 30: 2.33 + 5.326666667.
    CHECK(total(Book(april, may).stored("provider/hot", 1024 * gib, april, may).ledger, tariff) ==
          "7.656666667");
}

TEST_CASE("Of several editions of a price list the newest that is not younger holds on each day") {
    const auto edition = [](const char* storage, const char* egress, int month) {
        Tariff tariff = provider(720);
        tariff.as_of = std::chrono::year{2027} / month / 11;
        add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat(storage))});
        if (*egress != '\0')
            add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", flat(egress))});
        return tariff;
    };
    const Tariff january = edition("3", "", 1), april_11 = edition("6", "0.1", 4),
                 may_11 = edition("9", "", 5);
    const Tariff* later[] = {&april_11, &may_11};
    const Tariff all = by_date(january, later);
    Book book(april, june);
    book.stored("provider/hot", gib, april, may);
    for (const sim::Time day_sent : {april, day(2027, 4, 11), day(2027, 5, 10), day(2027, 5, 11)})
        book.counted("provider/internet", Meter::sent_bytes, 100 * gib, day_sent);
    const Bill result = bill(book.ledger, all);
    // April: a third of a month at 3 and two thirds at 6, 1 + 4. Egress came with the second
    // edition and went with the third: twice 100 * 0.1, and twice no price.
    CHECK(total(result) == "25");
    std::vector<std::string> notes;
    for (const BillCharge* charge : result.unknown()) notes.push_back(charge->note);
    CHECK(notes ==
          std::vector<std::string>{"price unknown: no price is in force on 2027-04-01",
                                   "price unknown: the edition of 2027-05-11 has no such price"});
}

TEST_CASE("Of several editions each day has the gigabyte, the rules and the support of its own") {
    Tariff old = provider(720, gb);
    old.as_of = std::chrono::year{2027} / 1 / 11;
    add(old, "hot", {line(old, {Meter::storage}, "GB-month", flat("1"))});
    old.surcharges = {{"support", {{{}, dec("10")}}, {}, {}}};
    Tariff renewed = provider(720, gib);
    renewed.as_of = std::chrono::year{2027} / 4 / 11;
    Resource& hot = add(renewed, "hot", {line(renewed, {Meter::storage}, "GB-month", flat("2"))});
    hot.rules.overhead_bytes = gib;
    hot.rules.minimum_duration = std::chrono::hours{30 * 24};
    renewed.surcharges = {{"support", {{{}, dec("5")}}, {}, {}}};
    const Tariff* later[] = {&renewed};
    const Tariff all = by_date(old, later);
    // 10 GiB for 10 days are 10.73741824 GB * 10 / 30 * 1 = 3.579139413; then 11 GiB for 20 days,
    // 11 * 20 / 30 * 2 = 14.666666667; support of the month's last day, 5 % of 18.24580608.
    CHECK(total(Book(april, may).stored("provider/hot", 10 * gib, april, may).ledger, all) ==
          "19.158096384");
    // Gone after 20 days, under the list that knows a minimum: 11 * 10 / 30 * 2 for the second ten
    // days and as much for the ten that are missing; 5 % of 18.245806079.
    const sim::Time gone = day(2027, 4, 21);
    CHECK(total(Book(april, may).stored("provider/hot", 10 * gib, april, gone, true).ledger, all) ==
          "19.158096383");
    // Gone before that list holds: 10.73741824 * 5 / 30 = 1.789569707, and 5 %.
    const sim::Time sooner = day(2027, 4, 6);
    CHECK(total(Book(april, may).stored("provider/hot", 10 * gib, april, sooner, true).ledger,
                all) == "1.879048192");
}

TEST_CASE("A missing price is a visible line and never zero in silence") {
    Tariff tariff = provider();
    Price absent;
    absent.absent = "only on request";
    add(tariff, "hot",
        {line(tariff, {Meter::storage}, "GB-month", absent),
         line(tariff, {Meter::put}, "1000 requests", banded({{"10", "0.005"}, {"", ""}}))});
    Book book(april, may);
    book.stored("provider/hot", gib, april, may);
    book.counted("provider/hot", Meter::put, 15'000, april);
    book.counted("provider/hot", Meter::get, 1, april);
    book.counted("nobody/hot", Meter::get, 1, april);
    book.counted("provider/lukewarm", Meter::get, 1, april);
    const Bill result = bill(book.ledger, tariff);
    CHECK_FALSE(result.complete());
    CHECK(total(result) == "0.05");
    std::vector<std::string> notes;
    for (const BillCharge* charge : result.unknown()) notes.push_back(charge->note);
    CHECK(notes == std::vector<std::string>{
                       "price unknown: only on request",
                       "price unknown: the provider states no price for this band",
                       "price unknown: tariff test has no price for get of \"provider/hot\"",
                       "price unknown: no tariff is bound to \"nobody/hot\"",
                       "price unknown: tariff test has no resource for \"provider/lukewarm\""});
    const auto by = result.total_by(BillKey::meter);
    CHECK(format_total(by.at("storage")) == "unknown");
    CHECK(format_total(by.at("put")) == "≥ 0.05 USD");
}

TEST_CASE("What is charged on a month with an unknown price is a lower bound, or less by it") {
    Tariff tariff = provider();
    Price absent;
    absent.absent = "only on request";
    add(tariff, "hot",
        {line(tariff, {Meter::storage}, "GB-month", flat("1")),
         line(tariff, {Meter::put}, "1000 requests", absent)});
    Terms terms;
    terms.vat_percent = dec("19");
    terms.commitments = {{dec("150"), {}, {}, ""}};
    Book book(april, june);
    book.stored("provider/hot", 100 * gib, april, june);
    book.counted("provider/hot", Meter::put, 1000, april);
    const Bill result = bill(book.ledger, tariff, terms);
    std::vector<std::string> told;
    for (const BillCharge& charge : result.charges)
        if (charge.charge.of_account)
            told.push_back(charge.note + ": " + format_total(result.listed_total(charge)));
    // Each month 100, lifted to 150, and 19 % of that. April lacks the price of the requests.
    CHECK(told == std::vector<std::string>{
                      "shortfall of the commitment, less by what has no known price: 50.00 USD",
                      "VAT 19 %, on what has a known price: ≥ 28.50 USD",
                      "shortfall of the commitment: 50.00 USD", "VAT 19 %: 28.50 USD"});
}

TEST_CASE("Without an exchange rate an amount is unknown in the other currency, not zero") {
    Tariff tariff = storage_only("1");
    Book book(april, may);
    book.stored("provider/hot", 100 * gib, april, may);
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Bill result = rate(meter(book.ledger, bindings), bindings, {Currency("EUR"), nullptr});
    REQUIRE(result.charges.size() == 1);
    CHECK(format_total(result.listed_total(result.charges[0])) == "100.00 USD");
    CHECK(format_total(result.reported_total(result.charges[0])) == "unknown");
    CHECK(why_unknown(result, result.charges[0]) == "no exchange rate USD to EUR in 2027-04");
    CHECK(format_total(result.total_by(BillKey::month).at("2027-04")) == "unknown");
}

TEST_CASE("Support, minimum spend, commitment and tax are charged on the account's month") {
    Tariff tariff = storage_only("1");
    Surcharge support;
    support.name = "business support";
    support.bands = {{dec("100"), dec("10")}, {std::nullopt, dec("7")}};
    tariff.surcharges = {support};
    const Ledger ledger = Book(april, may).stored("provider/hot", 300 * gib, april, may).ledger;
    // 300 + 100 * 10 % + 200 * 7 % = 324.
    CHECK(total(ledger, tariff) == "324");
    // Lifted to 400, then to the promised 500; 19 % of that on top.
    tariff.minimum_per_month = dec("400");
    CHECK(total(ledger, tariff) == "400");
    Terms terms;
    terms.commitments = {{dec("500"), {}, {}, {}}};
    CHECK(total(ledger, tariff, terms) == "500");
    terms.vat_percent = dec("19");
    CHECK(total(ledger, tariff, terms) == "595");
}

TEST_CASE("Discounts multiply, by resource, meter and date, and the list price stays visible") {
    Tariff tariff = storage_only("1");
    Terms terms;
    terms.discounts = {{dec("10"), "hot", {}, {}, {}, {}},
                       {dec("50"), "", Meter::storage, std::chrono::year{2027} / 5 / 1, {}, {}},
                       {dec("99"), "cold", {}, {}, {}, {}}};
    const Ledger ledger = Book(april, june).stored("provider/hot", 100 * gib, april, june).ledger;
    const Bill result = bill(ledger, tariff, terms);
    // April 100 * 0.9; May 100 * 0.9 * 0.5.
    CHECK(total(result) == "135");
    CHECK(result.charges[1].charge.list_nano == Int128{100'000'000'000});
}

TEST_CASE("Prices drift on each anniversary") {
    Tariff tariff = storage_only("1");
    Terms terms;
    terms.drift_percent = dec("10");
    terms.drift_from = std::chrono::year{2027} / 4 / 1;
    Book book(april, day(2029, 5, 1));
    book.stored("provider/hot", 100 * gib, april, may);
    book.stored("provider/hot", 100 * gib, day(2029, 4, 1), day(2029, 5, 1));
    // 100 in the first year; 100 * 1.1^2 = 121 in the third.
    CHECK(total(book.ledger, tariff, terms) == "221");
}

TEST_CASE("Leaving under the EU Data Act costs at most what the law allows on each date") {
    Tariff tariff = provider();
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", flat("0.09"))});
    tariff.exit.at_cost = dec("0.02");
    Book book(day(2026, 12, 1), day(2027, 3, 1));
    const Cause leaving = book.cause("w", "c", State::exit);
    book.counted("provider/internet", Meter::sent_bytes, 100 * gib, day(2026, 12, 5), "", leaving);
    book.counted("provider/internet", Meter::sent_bytes, 100 * gib, day(2027, 1, 12), "", leaving);
    book.counted("provider/internet", Meter::sent_bytes, 100 * gib, day(2027, 1, 12), "",
                 book.cause("w", "c", State::recovery));
    CHECK(total(book.ledger, tariff) == "27");  // not asked for: 3 * 9
    Terms terms;
    terms.data_act = true;
    // 100 * 0.02 in December, nothing from 12 January 2027 on, and recovery pays the list price.
    const Bill result = bill(book.ledger, tariff, terms);
    CHECK(total(result) == "11");
    CHECK(result.total_of(State::exit).decimal() == dec("2"));
    // Without a stated cost the list price is the upper bound until the date.
    tariff.exit.at_cost.reset();
    const Bill bound = bill(book.ledger, tariff, terms);
    CHECK(total(bound) == "18");
    CHECK(bound.charges.front().note.find("an upper bound") != std::string::npos);
    CHECK(result.charges.front().note.find("an upper bound") == std::string::npos);
}

TEST_CASE("Bands, allowance and cap hold for the account, and every cause gets its share") {
    Tariff tariff = provider();
    Price price = banded({{"100", "0.10"}, {"", "0.05"}});
    price.free = dec("20");
    price.cap = dec("12");
    add(tariff, "internet", {line(tariff, {Meter::sent_bytes}, "GB", price)});
    Book book(april, may);
    book.counted("provider/internet", Meter::sent_bytes, 90 * gib, april, "",
                 book.cause("mail", "first"));
    book.counted("provider/internet", Meter::sent_bytes, 30 * gib, april, "",
                 book.cause("mail", "second"));
    book.counted("provider/internet", Meter::sent_bytes, 60 * gib, april, "",
                 book.cause("files", "first"));
    // 180 GB, 20 free: 100 * 0.10 + 60 * 0.05 = 13, capped at 12. Half is mail's first copy's, a
    // sixth its second's, a third the files'.
    const Bill result = bill(book.ledger, tariff);
    CHECK(total(result) == "12");
    CHECK(result.total_by(BillKey::workload).at("mail").decimal() == dec("8"));
    CHECK(result.total_by(BillKey::workload).at("files").decimal() == dec("4"));
    CHECK(result.total_by(BillKey::copy).at("second").decimal() == dec("2"));
}

TEST_CASE("Verbs that a provider bills as one class add up before bands and rounding") {
    Tariff tariff = provider();
    PriceLine writes = line(tariff, {Meter::put, Meter::list, Meter::upload_part}, "1M", flat("9"));
    writes.round_up = dec("1");
    add(tariff, "cool",
        {writes, line(tariff, {Meter::get}, "1M", flat("0.9")),
         line(tariff, {Meter::remove}, "1M", flat("0"))});
    Book book(april, may);
    book.counted("provider/cool", Meter::put, 600'000, april);
    book.counted("provider/cool", Meter::list, 300'000, april);
    book.counted("provider/cool", Meter::upload_part, 200'000, april);
    book.counted("provider/cool", Meter::get, 500'000, april);
    book.counted("provider/cool", Meter::remove, 900'000, april);
    // 1.1 million of the class are two: 18. Half a million reads: 0.45. Deleting is free.
    CHECK(total(book.ledger, tariff) == "18.45");
}

TEST_CASE("Each month is converted at the newest rate of its days") {
    Tariff tariff = provider();
    add(tariff, "keys", {line(tariff, {Meter::key}, "month", flat("100"))});
    Book book(april, june);
    book.standing("provider/keys", Meter::key, 1, april, june);
    ExchangeRates rates;
    const Currency usd("USD"), eur("EUR");
    rates.add({usd, eur, std::chrono::year{2027} / 4 / 1, dec("0.9"), "first"});
    rates.add({usd, eur, std::chrono::year{2027} / 5 / 20, dec("0.8"), "second"});
    const std::vector<Binding> bindings{{"provider", &tariff, {}}};
    const Bill result = rate(meter(book.ledger, bindings), bindings, {eur, &rates});
    // 100 * 0.9 in April, 100 * 0.8 in May.
    CHECK(total(result) == "170");
    CHECK(result.complete());
}

TEST_CASE("What has no price is told in plain units") {
    Tariff tariff = provider(720);
    add(tariff, "hot", {});
    Book book(april, may);
    book.stored("provider/hot", 15 * gib, april, day(2027, 4, 16));    // 7.5 GB-months
    book.counted("provider/hot", Meter::sent_bytes, 3 * gib, april);   // 3 GB
    book.counted("provider/hot", Meter::get, 42, april);               // 42
    book.standing("nobody", Meter::port, 2, april, april + hours{5});  // 10 hours
    const Bill result = bill(book.ledger, tariff);
    std::vector<std::string> told;
    for (const BillCharge* charge : result.unknown())
        told.push_back(result.line_name(*charge) + ": " +
                       result.quantity(*charge).to_decimal(3).to_string() + " " +
                       result.unit(*charge));
    std::sort(told.begin(), told.end());
    CHECK(told == std::vector<std::string>{
                      "get of provider/hot: 42 each", "port of nobody: 10 hour",
                      "sent-bytes of provider/hot: 3 GB", "storage of provider/hot: 7.5 GB-month"});
}

TEST_CASE("Daily peaks are billed where a provider samples them") {
    Tariff tariff = provider(720);
    add(tariff, "hot", {line(tariff, {Meter::storage}, "GB-month", flat("1"))}).rules.sampling =
        Sampling::daily_peak;
    Book book(april, may);
    // 10 GB all month, and 20 GB more for one hour of one day: (29 * 10 + 30) / 30 = 10.666666667.
    book.stored("provider/hot", 10 * gib, april, may);
    book.stored("provider/hot", 20 * gib, day(2027, 4, 7) + hours{5}, day(2027, 4, 7) + hours{6});
    CHECK(total(book.ledger, tariff) == "10.666666667");
    // A swap at one instant is no peak.
    Book swap(april, may);
    swap.stored("provider/hot", 10 * gib, april, day(2027, 4, 9) + hours{3});
    swap.stored("provider/hot", 10 * gib, day(2027, 4, 9) + hours{3}, may);
    CHECK(total(swap.ledger, tariff) == "10");
}

TEST_CASE("Equipment costs capital, support, electricity, floor and people") {
    Tariff tariff = provider();
    tariff.currency = "EUR";
    Asset drive;
    drive.name = "lto-9-drive";
    drive.price.value = dec("6000");
    drive.support_percent.value = dec("12");
    drive.watts.value = dec("50");
    drive.rack_units.value = dec("2");
    drive.people.value = dec("0.01");
    tariff.running.per_kwh.value = dec("0.30");
    tariff.running.pue = dec("1.5");
    tariff.running.per_rack_unit_year.value = dec("240");
    tariff.running.per_person_year.value = dec("90000");
    Resource& library = add(tariff, "", {}, ResourceKind::equipment);
    library.assets = {drive};
    Book book(april, may);
    book.standing("provider", Meter::device, 4, april, may);
    book.stored("provider", gib, april, may);           // has no price, and needs none
    book.counted("provider", Meter::get, 1000, april);  // likewise
    const Bill result = bill(book.ledger, tariff);
    const auto by = result.total_by(BillKey::line);
    CHECK(by.at("lto-9-drive, capital").decimal() == dec("400"));  // 4 * 6000 / 60
    CHECK(by.at("lto-9-drive, support").decimal() == dec("240"));  // 4 * 6000 * 12 % / 12
    CHECK(by.at("lto-9-drive, power").decimal() == dec("64.8"));   // 4 * 50 W * 1.5 * 720 h * 0.30
    CHECK(by.at("lto-9-drive, floor").decimal() == dec("160"));    // 4 * 2 * 240 / 12
    CHECK(by.at("lto-9-drive, people").decimal() == dec("300"));   // 4 * 0.01 * 90000 / 12
    CHECK(result.complete());
}

TEST_CASE("Equipment paid in cash is bought when needed and replaced at the end of its life") {
    Tariff tariff = provider();
    Asset drive;
    drive.name = "drive";
    drive.price.value = dec("6000");
    drive.life_years = dec("5");
    drive.capital = Capital::cash;
    Asset tape;
    tape.name = "cartridge";
    tape.price.value = dec("100");
    tape.life_years = dec("10");
    tape.capital = Capital::cash;
    tape.capacity_bytes = 18'000 * gb;
    add(tariff, "", {}, ResourceKind::equipment).assets = {drive, tape};
    Book book(april, day(2033, 4, 1));
    book.standing("provider", Meter::device, 2, april, day(2033, 4, 1));
    book.stored("provider", 40'000 * gb, april, day(2028, 1, 1));
    book.stored("provider", 60'000 * gb, day(2028, 1, 1), day(2033, 4, 1));
    const auto by = bill(book.ledger, tariff).total_by(BillKey::month);
    CHECK(by.at("2027-04").decimal() == dec("12300"));  // 2 drives, 3 cartridges
    CHECK(by.at("2028-01").decimal() == dec("100"));    // a fourth cartridge
    CHECK(by.at("2032-04").decimal() == dec("12000"));  // the drives again
    CHECK(by.size() == 3);
}

TEST_CASE("Units are read as providers print them") {
    const Tariff binary = provider();
    PriceUnit unit;
    const auto reads = [&](const char* text, std::int64_t size, Per per) {
        return parse_price_unit(text, binary, unit) && unit.size == size && unit.per == per;
    };
    CHECK(reads("GB", gib, Per::once));
    CHECK(reads("GB-month", gib, Per::month));
    CHECK(reads("GB-Mo", gib, Per::month));
    CHECK(reads("GiB-hour", gib, Per::hour));
    CHECK(reads("TB-month", 1024 * gib, Per::month));
    CHECK(reads("1000 requests", 1000, Per::once));
    CHECK(reads("1,000 requests", 1000, Per::once));
    CHECK(reads("10k", 10'000, Per::once));
    CHECK(reads("10K operations", 10'000, Per::once));
    CHECK(reads("1M", 1'000'000, Per::once));
    CHECK(reads("hour", 1, Per::hour));
    CHECK(reads("month", 1, Per::month));
    CHECK(reads("calendar-month", 1, Per::calendar_month));
    CHECK(reads("key-calendar-month", 1, Per::calendar_month));
    CHECK(reads("year", 1, Per::year));
    CHECK(reads("job", 1, Per::once));
    CHECK_FALSE(parse_price_unit("", binary, unit));
    CHECK_FALSE(parse_price_unit("0 GB", binary, unit));
    CHECK_FALSE(parse_price_unit("GB/month", binary, unit));
}
