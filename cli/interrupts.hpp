// SIGINT and SIGTERM as a request to stop.
//
// They are blocked in every thread (so make this first, before any other thread) and read by a
// thread of our own. The first asks to stop; a second one, or a second and a half without an end,
// ends the program at once.
#pragma once

#include <stop_token>
#include <thread>

namespace reentry::cli {

class Interrupts {
 public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;

    std::stop_token token() const { return source_.get_token(); }

 private:
    void watch();

    int signals_ = -1;  // descriptor from which arrived signals are read
    int ending_ = -1;   // descriptor that wakes the watcher when the program ends by itself
    std::stop_source source_;
    std::jthread watcher_;
};

}  // namespace reentry::cli
