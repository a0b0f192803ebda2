// What providers publish about reading from archive classes, against restores with their shipped
// catalogues.
#include "tests/study/validation/one_restore.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace validation;

namespace {

double thaw_hours(const std::string& provider, const std::string& to, const std::string& thaw,
                  double bytes) {
    Setting setting;
    setting.provider = provider;
    setting.to = to;
    setting.thaw = thaw;
    return seconds_in(OneRestore(setting).of(bytes), Stage::thaw) / hour;
}

// Seconds until every object has been asked for; the wait of the class itself is taken out.
double asking_seconds(double object_bytes) {
    Setting setting;
    setting.to = "provider/archive";
    OneRestore restore(setting);
    restore.place().integration.object_bytes = object_bytes;
    for (auto& thaw : restore.place().tier.thaws) thaw.wait = sim::Distribution::constant(0);
    return seconds_in(restore.of(TiB), Stage::thaw);
}

// The window in which a class delivers, from the least to the greatest of its distribution.
struct Window {
    std::string provider, to, thaw;
    double least_hours, most_hours;
};

}  // namespace

TEST_CASE("validation: Azure's high priority thaws 1 TiB in 102.4 h and 10 TiB in about 1,000 h") {
    // 10 GiB an hour and account: 1,024 / 10 and 10,240 / 10 h, and up to 1 h for the last blob.
    const auto azure = [](double bytes) {
        return thaw_hours("azure-germanywestcentral", "provider/archive", "high-priority", bytes);
    };
    CHECK(azure(TiB) > 102.4);
    CHECK(azure(TiB) < 103.4);
    CHECK(azure(10 * TiB) == doctest::Approx(1'024).epsilon(0.001));
}

TEST_CASE(
    "validation: asking for 1 TiB in S3 takes 35 min, 66 s or 2 s by the size of its objects") {
    // 1,000 requests a second; 2^21 objects of 512 KiB, 65,536 of 16 MiB, 2,048 of 512 MiB.
    CHECK(asking_seconds(512 * KiB) / 60 == doctest::Approx(35).epsilon(0.01));
    CHECK(asking_seconds(16 * MiB) == doctest::Approx(66).epsilon(0.01));
    CHECK(asking_seconds(512 * MiB) == doctest::Approx(2.048).epsilon(1e-6));
}

TEST_CASE("validation: every thaw falls into the window that its provider states") {
    const std::vector<Window> windows{
        {"aws-eu-central-1", "provider/archive", "expedited", 1.0 / 60, 5.0 / 60},
        {"aws-eu-central-1", "provider/archive", "standard", 3, 5},
        {"aws-eu-central-1", "provider/archive", "bulk", 5, 12},
        {"aws-eu-central-1", "provider/deep-archive", "standard", 0, 12},
        {"aws-eu-central-1", "provider/deep-archive", "bulk", 0, 48},
        {"azure-germanywestcentral", "provider/archive", "standard", 0, 15},
        {"azure-germanywestcentral", "provider/archive", "high-priority", 0, 1},
    };
    for (const auto& window : windows) {
        CAPTURE(window.to);
        CAPTURE(window.thaw);
        Setting setting;
        setting.provider = window.provider;
        setting.to = window.to;
        setting.thaw = window.thaw;
        OneRestore restore(setting);
        const auto& wait = restore.place().tier.thaws[*restore.place().thaw].wait;
        CHECK(wait.quantile(1e-9) / hour >= window.least_hours * (1 - 1e-6));
        CHECK(wait.quantile(1 - 1e-9) / hour <= window.most_hours * (1 + 1e-6));
    }
}
