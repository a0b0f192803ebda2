// What users and vendors of backup products published, against the shipped integration files.
#include "models/protection/job_size.hpp"
#include "tests/study/laws/random_estate.hpp"
#include "tests/study/validation/one_restore.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace validation;

namespace {

// Objects that a product makes of one TiB of source data, metadata left out.
double objects_of(const std::string& product, double reduction, double object = 0) {
    auto figures = laws::shipped().integration(product)->figures;
    figures.metadata_share = 0;
    if (object > 0) figures.object_bytes = object;
    Workload workload;
    workload.size = Bytes{static_cast<std::int64_t>(TiB)};
    workload.reduction = reduction;
    return static_cast<double>(full_size(workload, figures, {}).objects) * figures.puts_per_object;
}

// Minutes to restore from Kopia with so many streams, of which each moves `each` bytes a second and
// all together no more than `most`.
double kopia_minutes(double bytes, double streams, double each, double most) {
    Setting setting;
    setting.product = "kopia";
    OneRestore restore(setting);
    auto& product = restore.place().integration;
    product.restore_streams = streams;
    product.per_stream = each;
    product.rehydrate = most;
    product.over_retrieval = 1;
    restore.place().tier.first_byte = {};
    return seconds_in(restore.of(bytes), Stage::transfer) / 60;
}

}  // namespace

TEST_CASE("validation: a TiB makes the objects that the products' documentation gives") {
    // Veeam: 1 TiB of source in blocks of 1 MiB, halved to objects of 512 KiB: 1.05 million writes.
    CHECK(objects_of("veeam-capacity", 2) == doctest::Approx(1'048'576).epsilon(1e-9));
    CHECK(objects_of("veeam-capacity", 2, 2 * MiB) == doctest::Approx(1'048'576 / 4).epsilon(1e-9));
    CHECK(objects_of("restic", 1) == doctest::Approx(65'536).epsilon(1e-9));
    CHECK(objects_of("restic", 1, 128 * MiB) == doctest::Approx(8'192).epsilon(1e-9));
    CHECK(objects_of("kopia", 1) == doctest::Approx(52'400).epsilon(0.001));
    // Veeam's archive tier packs 512 blocks: about 4,096 objects a stored TiB with blocks of 1 MB,
    // 2,048 with 4 MB.
    CHECK(objects_of("veeam-archive", 1) == doctest::Approx(4'096).epsilon(1e-9));
    CHECK(objects_of("veeam-archive", 1, 512 * MiB) == doctest::Approx(2'048).epsilon(1e-9));
}

TEST_CASE("a full of a terabyte makes these objects and requests with each product") {
    // 1 TB that halves: 500 GB, and 1 % of metadata (Commvault 10 %), cut into objects: 505 GB, or
    // 550 GB, over the object size, rounded up. Each is written, read and locked once, Barman's tar
    // files in 1,000 parts; virtual tapes and Borg's files are not locked.
    struct Expected {
        const char* product;
        std::int64_t objects, writes, reads, locks;
    };
    constexpr Expected all[]{
        {"aws-tape-gateway", 5, 5, 5, 0},                        // / 100 GiB = 4.7
        {"bacula", 50'500, 50'500, 50'500, 50'500},              // / 10 MB
        {"bareos", 50'500, 50'500, 50'500, 50'500},              // / 10 MB
        {"barman-cloud", 6, 6'000, 6, 6},                        // / 100 GB = 5.05
        {"borg", 964, 964, 964, 0},                              // / 500 MiB = 963.2
        {"commvault", 16'392, 16'392, 16'392, 16'392},           // 550 GB / 32 MiB = 16,391.3
        {"kopia", 24'081, 24'081, 24'081, 24'081},               // / 20 MiB = 24,080.3
        {"netbackup-cloud", 30'101, 30'101, 30'101, 30'101},     // / 16 MiB = 30,100.3
        {"netbackup-msdp-c", 7'526, 7'526, 7'526, 7'526},        // / 64 MiB = 7,525.1
        {"pgbackrest", 24'081, 24'081, 24'081, 24'081},          // / 20 MiB
        {"restic", 30'101, 30'101, 30'101, 30'101},              // / 16 MiB
        {"rustic", 15'051, 15'051, 15'051, 15'051},              // / 32 MiB = 15,050.2
        {"veeam-archive", 1'882, 1'882, 1'882, 1'882},           // / 256 MiB = 1,881.3
        {"veeam-capacity", 963'212, 963'212, 963'212, 963'212},  // / 512 KiB = 963,211.1
        {"velero", 24'081, 24'081, 24'081, 24'081},              // / 20 MiB
        {"wal-g", 471, 471, 471, 471},                           // / 1 GiB = 470.3
    };
    for (const auto& expected : all) {
        INFO(expected.product);
        const auto& figures = laws::shipped().integration(expected.product)->figures;
        Workload workload;
        workload.size = Bytes{1'000'000'000'000};
        workload.reduction = 2;
        const auto objects = full_size(workload, figures, {}).objects;
        const auto times = [&](double each) {
            return static_cast<std::int64_t>(static_cast<double>(objects) * each);
        };
        CHECK(objects == expected.objects);
        CHECK(times(figures.puts_per_object) == expected.writes);
        CHECK(times(figures.gets_per_object) == expected.reads);
        CHECK(times(figures.locks_per_object) == expected.locks);
        CHECK(figures.lists_per_job == 10);
    }
}

TEST_CASE("validation: Kopia with four times the streams is held by its single-file rate") {
    // Velero issue 5920: 23 GB of small files in about 30 min (15 MB/s) with the 8 streams of the
    // default; one file of 20 GB at about 30 MB/s, in 13 min; and with 32 streams 28 MB/s, about 15
    // min. Inputs are the first two: a stream brings 15 / 8 MB/s, the whole job no more than 30.
    // The third is predicted: 4 x 15 = 60 is more than 30, so 23 GB take 12.8 min; that is 7 % off
    // the rate of 28 MB/s, and 15 % off "about 15 min".
    constexpr double each = 15e6 / 8, most = 30e6;
    CHECK(kopia_minutes(23 * GB, 8, each, most) == doctest::Approx(25.6).epsilon(0.01));
    const double predicted = kopia_minutes(23 * GB, 32, each, most);
    CHECK(23 * GB / (predicted * 60) == doctest::Approx(28e6).epsilon(0.075));
    CHECK(predicted == doctest::Approx(15).epsilon(0.16));
    // Through Velero the same volume took an hour: 6.4 MB/s. Nothing published says why.
    CHECK(kopia_minutes(20 * GB, 8, most, most) == doctest::Approx(13).epsilon(0.16));
}
