// The event queue by itself, against a sorted reference.
#include "sim/event_queue.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

using Order = std::vector<Slot>;

Order drain(EventQueue& queue, Time limit = Time::max()) {
    Order order;
    for (Slot slot = queue.pop(limit); slot != EventQueue::none; slot = queue.pop(limit))
        order.push_back(slot);
    return order;
}

// Knuth's 64-bit congruential generator, high bits.
struct Lcg {
    std::uint64_t state;
    std::uint64_t below(std::uint64_t n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return (state >> 33) % n;
    }
};

// The same queue as a map from (time, insertion) to the slot.
class Reference {
 public:
    void arm(Slot slot, Time at) {
        disarm(slot);
        keys_[slot] = {at, ++number_};
        order_[keys_[slot]] = slot;
    }
    void disarm(Slot slot) {
        const auto key = keys_.find(slot);
        if (key == keys_.end()) return;
        order_.erase(key->second);
        keys_.erase(key);
    }
    bool pop(Time& time, Slot& slot, Time limit) {
        if (order_.empty() || order_.begin()->first.first > limit) return false;
        time = order_.begin()->first.first;
        slot = order_.begin()->second;
        disarm(slot);
        return true;
    }
    std::size_t size() const { return order_.size(); }

 private:
    using Key = std::pair<Time, std::uint64_t>;
    std::map<Key, Slot> order_;
    std::map<Slot, Key> keys_;
    std::uint64_t number_ = 0;
};

// Random arming, cancelling and popping; delays of all magnitudes, many of them equal.
void compare_with_reference(std::uint64_t seed, Slot slots, int spread, int steps) {
    Lcg random{seed};
    EventQueue queue{Time{}};
    Reference reference;
    for (Slot slot = 0; slot < slots; ++slot) queue.add();
    Time now{};
    Time limit = Time::max();
    for (int step = 0; step < steps; ++step) {
        const auto slot = static_cast<Slot>(random.below(slots));
        const auto choice = random.below(10);
        if (choice < 5) {
            const auto magnitude = std::uint64_t{1}
                                   << random.below(static_cast<std::uint64_t>(spread));
            const Time at = now + Duration{static_cast<std::int64_t>(random.below(magnitude))};
            queue.arm(slot, at);
            reference.arm(slot, at);
        } else if (choice == 5) {
            queue.disarm(slot);
            reference.disarm(slot);
        } else {
            // A look ahead that finds nothing must not disturb what is inserted before it later.
            limit = random.below(3) == 0 ? now + Duration{1000} : Time::max();
            Time time{};
            Slot expected = EventQueue::none;
            const bool some = reference.pop(time, expected, limit);
            REQUIRE(queue.pop(limit) == expected);
            if (!some) continue;
            REQUIRE(queue.now() == time);
            now = time;
        }
        REQUIRE(queue.size() == reference.size());
    }
}

TEST_CASE("The queue agrees with a sorted map over random histories") {
    compare_with_reference(1, 20, 3, 20'000);
    compare_with_reference(2, 300, 8, 40'000);
    compare_with_reference(3, 5'000, 40, 60'000);
    compare_with_reference(4, 20'000, 61, 120'000);
}

TEST_CASE("Events come by time, at equal times by insertion") {
    EventQueue queue;
    const std::vector<Time> times = {Time{3s},  Time{1s},    Time{1s},
                                     Time{-5s}, Time::max(), Time{3s}};
    for (const Time time : times) queue.arm(queue.add(), time);
    CHECK(drain(queue) == Order{3, 1, 2, 0, 5, 4});
}

TEST_CASE("Ten thousand events of one instant keep their order") {
    EventQueue queue{Time{}};
    Order expected;
    for (Slot i = 0; i < 10'000; ++i) {
        queue.arm(queue.add(), Time{1h});
        expected.push_back(i);
    }
    CHECK(drain(queue) == expected);
}

TEST_CASE("Events that join a crowd of one instant after a look ahead come behind it") {
    EventQueue queue{Time{}};
    Order expected;
    for (Slot i = 0; i < 200; ++i) {
        queue.arm(queue.add(), Time{1h});
        expected.push_back(i);
        if (i != 99) continue;
        CHECK(queue.pop(Time{30min}) == EventQueue::none);
        queue.advance(Time{30min});
    }
    CHECK(drain(queue) == expected);
}

TEST_CASE("Arming again moves the event behind others of its time; disarming cancels it") {
    EventQueue queue;
    const Slot a = queue.add();
    const Slot b = queue.add();
    const Slot c = queue.add();
    for (const Slot slot : {a, b, c}) queue.arm(slot, Time{1s});
    queue.arm(a, Time{1s});
    queue.disarm(b);
    CHECK_FALSE(queue.armed(b));
    CHECK(queue.size() == 2);
    CHECK(drain(queue) == Order{c, a});
}

TEST_CASE("A slot given back cancels its event and can be used again") {
    EventQueue queue;
    const Slot old = queue.add();
    queue.arm(old, Time{1s});
    queue.remove(old);
    const Slot fresh = queue.add();
    CHECK(fresh == old);
    queue.arm(fresh, Time{2s});
    CHECK(drain(queue) == Order{fresh});
}

TEST_CASE("A limit is inclusive and leaves later events") {
    EventQueue queue;
    for (int i = 1; i <= 3; ++i) queue.arm(queue.add(), Time{std::chrono::seconds{i}});
    CHECK(drain(queue, Time{2s}) == Order{0, 1});
    CHECK(queue.size() == 1);
}

TEST_CASE("The past is refused") {
    EventQueue queue{Time{10s}};
    const Slot slot = queue.add();
    CHECK_THROWS_AS(queue.arm(slot, Time{9s}), ContractViolation);
}

TEST_CASE("A million re-armings of ten events keep memory small") {
    EventQueue queue{Time{}};
    for (int i = 0; i < 10; ++i) queue.add();
    for (int i = 0; i < 1'000'000; ++i)
        queue.arm(static_cast<Slot>(i % 10), Time{1h + Duration{i}});
    CHECK(queue.size() == 10);
    CHECK(queue.memory() < 64 * 1024);
}

}  // namespace
