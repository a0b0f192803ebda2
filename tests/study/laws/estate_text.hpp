// Writes the scenario file of a random estate, table by table.
#pragma once

#include "sim/random/stream.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace laws {

// Draws by one seed, in the order in which they are asked for.
class Dice {
 public:
    explicit Dice(std::uint64_t seed) : random_(seed, 0, reentry::sim::Purpose("estate")) {}

    bool chance(double p) { return random_.uniform() < p; }
    int whole(int least, int most) {
        return least +
               static_cast<int>(random_.uniform_int(static_cast<std::uint64_t>(most - least + 1)));
    }
    double between(double least, double most) { return least + random_.uniform() * (most - least); }
    // Evenly over the orders of magnitude.
    double spread(double least, double most) {
        return least * std::pow(most / least, random_.uniform());
    }
    const std::string& one_of(const std::vector<std::string>& words) {
        return words[random_.uniform_int(words.size())];
    }

 private:
    reentry::sim::Stream random_;
};

// From this seed on estates also have replicas and snapshots, virtual tapes, synthetic fulls,
// lifecycle moves and first fulls by courier; incidents that put regions and lines out of reach and
// that follow each other; exits and drills. Those before are simpler, and what goes wrong on them
// is easier to read.
inline constexpr std::uint64_t first_wide_seed = 10'000;

// A scenario file that grows table by table; each remembers the names that later ones refer to.
class EstateText {
 public:
    explicit EstateText(std::uint64_t seed) : wide_(seed >= first_wide_seed), dice_(seed) {}
    std::string write();

 private:
    void head();
    void sites();
    void network();
    void line(const std::string& from, const std::string& to);
    void stores();
    void gateway();
    void arrays();
    void array(const std::string& site, const std::string& name);
    void workloads();
    void workload(int number);
    void stages(const std::string& kind);
    void stages_of_kinds();
    void services();
    void strategies();
    void copy(int number);
    struct Course;
    Course plain_course();
    Course wide_course();
    void more_of_copy(const Course& course);
    void seed();
    void incidents();
    void incident(const std::string& kind, const std::string& site);
    void follower(const std::string& id);
    void outages();
    void leaving();
    void drill();
    const std::string& provider();

    void table(std::string_view header) { text_ += fmt::format("\n[[{}]]\n", header); }
    template <class... Args>
    void key(std::string_view name, fmt::format_string<Args...> value, Args&&... args) {
        text_ += fmt::format("{} = {}\n", name, fmt::format(value, std::forward<Args>(args)...));
    }
    void word(std::string_view name, const std::string& value) { key(name, "\"{}\"", value); }
    // An inline table. A braced list is drawn from left to right by every compiler, where the
    // arguments of a function are not.
    using Pairs = std::initializer_list<std::pair<const char*, std::string>>;
    void inline_table(std::string_view name, Pairs pairs);
    std::string number(int least, int most) { return std::to_string(dice_.whole(least, most)); }
    std::string share(double least, double most) {
        return fmt::format("{:.2f}", dice_.between(least, most));
    }
    std::string flag(double chance) { return dice_.chance(chance) ? "true" : "false"; }
    std::string rate(double least, double most);  // in MB/s
    std::string time(double least, double most);  // in minutes, certain
    std::string uncertain(double least, double most);
    std::string list_of_some(const std::vector<std::string>& words, double chance);

    bool wide_;
    Dice dice_;
    std::string text_;
    std::vector<std::string> sites_, points_, stores_, disks_, libraries_, workloads_, busy_sites_;
    // By site and array: the workloads on it.
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> residents_;
    struct Array {
        std::string id, site;
        std::vector<std::string> residents;
    };
    std::vector<Array> arrays_;
    std::string gateway_;  // "" = none
    // Of the strategy that is being written: copies to copy from, and a replica on an array.
    std::vector<std::string> copies_;
    struct Replica {
        std::string id, array;
    } replica_;
    std::vector<std::string> followed_, following_;  // classes of incidents
    int links_ = 0;
};

}  // namespace laws
