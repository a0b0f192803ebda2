// A world small enough to follow by hand: one provider, one library, one product without
// peculiarities, and a scenario of which a test states only what it is about.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/scenario/scenario_file.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace small_world {

// The provider "cloud": a hot class that limits nothing, an archive that thaws in 4 h and takes 100
// requests a second; a gateway that takes 200 MB/s into its cache, gives 100 MB/s out of it and
// 25 MB/s out of tapes, which come back from the archive in 3 h; boxes of 80 GB that load 100 MB/s;
// another region. The library: 300 MB/s a drive, 60 s to mount, 60 s to find, 30 s to unload,
// cartridges of 12 TB. A cool class takes half a request a second. A deep archive thaws in 4 h
// ("standard"), in 1 h ("high-priority", 10 GB an hour) or in 60 s ("expedited", a request in 10 s
// for each unit, promised for objects up to 100 MB). The product: objects of 64 MB, nothing on top,
// nothing read in vain; "trickling" moves 1 MB/s in each of its 8 streams, "volumes" brings whole
// volumes back, "locking" renews locks every 10 days, "locking-longer" at this provider every 20,
// "choosing" makes objects of 1 to 128 MB, "sealing" starts afresh every 14 days, "archiving" takes
// fulls that stand for a week, with an appliance.
reentry::Catalogue catalogue();

// A scenario of 28 days from Monday, 1 March 2027. Sites "here" and "there" read 4 GB/s and write
// 2 GB/s, with two people at all hours who run two restores each; they are joined by a link of
// 10 Gbit/s. "internet" reaches the provider from here with 50 MB/s and 10 ms. A disk "disk" here
// reads and writes 100 MB/s, a library "library" here has two drives, its vault "vault" lies there,
// 6 h away. `more` states workloads, the service "all", strategies and incidents.
reentry::Scenario scenario(const std::string& more);

// What many of them begin with. A file tree "files" here, in items of 1 MB, alone in the service
// "all"; `change` a day, and further keys.
std::string file_tree(const std::string& size, const std::string& change,
                      const std::string& more = "");

// The incident "array": an array here fails; with further keys.
std::string failed_array(const std::string& more = "");

// The site "cloud": machines that are rented in the region of the provider within 10 min, for
// 50 EUR an hour, and take 400 MB/s; going home from there takes 2 h.
std::string rented_site();

// What is wrong with such a scenario, as text.
std::string faults_of(const std::string& more);

// One strategy on the provider, with its history.
struct SmallWorld {
    explicit SmallWorld(const std::string& more, std::size_t strategy = 0);
    SmallWorld(const SmallWorld&) = delete;
    SmallWorld& operator=(const SmallWorld&) = delete;

    // The incident of that id, at the instant after the start. Its stages are noted.
    reentry::Damage damage(std::string_view incident, reentry::sim::Duration after) const;
    reentry::RecoveryResult strike(std::string_view incident, reentry::sim::Duration after) const;

    // What came of it, as text: a line for each workload, and one for each of its stages.
    std::string tell(const reentry::RecoveryResult& result) const;

    reentry::Catalogue catalogue;
    std::unique_ptr<const reentry::Scenario> scenario;
    reentry::Case what;
    reentry::History history;
};

}  // namespace small_world
