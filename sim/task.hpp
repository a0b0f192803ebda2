// A lazily started coroutine: a process, or a part of one that is awaited for its value.
//
//     Task<double> thaw(Simulation& sim, double hours);
//     auto thawing = thaw(sim, 5);            // nothing has run yet
//     const double waited = co_await thawing; // runs, suspends the caller as long as it takes,
//     gives value or throws
//
// Build the task on one line and await it on the next into a named local (decision: docs/kernel.md,
// "Compilers"). A task that ends at once never suspends its caller; one that ends later hands the
// caller to the simulation's dispatch loop (Dispatch), which resumes it from the bottom of the
// stack: no symmetric transfer, so no dependence on tail calls, and a loop over a million tasks
// needs no stack. Nothing else runs between end and resumption.
//
// Frames come from the pool of the first parameter that lends one (the Simulation, or a class with
// frame_pool()).
#pragma once

#include "sim/check.hpp"
#include "sim/frame_pool.hpp"

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace reentry::sim {

struct ProcessRecord;

// Where a simulation stands in its running process.
struct Dispatch {
    ProcessRecord* running = nullptr;
    std::coroutine_handle<>
        next;  // to be resumed as soon as the coroutine on the stack has returned
};

template <class T>
class Task;

// What the coroutines of a process share, whatever value they give.
struct TaskPromiseBase {
    struct FinalAwaiter {
        bool await_ready() const noexcept { return false; }
        template <class Promise>
        void await_suspend(std::coroutine_handle<Promise> ended) const noexcept {
            TaskPromiseBase& promise = ended.promise();
            if (promise.caller) promise.dispatch->next = promise.caller;
        }
        void await_resume() const noexcept {}
    };

    template <class... Parameters>
    static void* operator new(std::size_t size, const Parameters&... parameters) {
        return FramePool::allocate(size, frame_pool_of(parameters...));
    }
    static void operator delete(void* frame, std::size_t size) noexcept {
        FramePool::deallocate(frame, size);
    }

    std::suspend_always initial_suspend() const noexcept { return {}; }
    FinalAwaiter final_suspend() const noexcept { return {}; }
    void unhandled_exception() noexcept { error = std::current_exception(); }

    Dispatch* dispatch = nullptr;    // set when started
    std::coroutine_handle<> caller;  // set while it waits for this task
    std::exception_ptr error;
};

template <class T>
struct TaskPromise : TaskPromiseBase {
    Task<T> get_return_object() noexcept;
    template <class Value>
    void return_value(Value&& v) {
        value.emplace(std::forward<Value>(v));
    }
    T result() {
        if (error) std::rethrow_exception(error);
        return std::move(*value);
    }
    std::optional<T> value;
};

template <>
struct TaskPromise<void> : TaskPromiseBase {
    Task<void> get_return_object() noexcept;
    void return_void() const noexcept {}
    void result() const {
        if (error) std::rethrow_exception(error);
    }
};

// Move-only; owns the coroutine, and destroys it (children first) if it has not ended.
template <class T>
class [[nodiscard]] Task {
    static_assert(!std::is_reference_v<T>, "give a pointer or a value");

 public:
    using promise_type = TaskPromise<T>;
    using Handle = std::coroutine_handle<promise_type>;

    explicit Task(Handle coroutine) noexcept : coroutine_(coroutine) {}
    Task(Task&& other) noexcept : coroutine_(std::exchange(other.coroutine_, {})) {}
    Task& operator=(Task&& other) noexcept {
        std::swap(coroutine_, other.coroutine_);
        return *this;
    }
    ~Task() {
        if (coroutine_) coroutine_.destroy();
    }

    bool await_ready() const noexcept { return false; }

    // Runs the task up to its first suspension; the caller stays suspended only if the task did.
    template <class Promise>
    bool await_suspend(std::coroutine_handle<Promise> caller) {
        static_assert(std::is_base_of_v<TaskPromiseBase, Promise>, "tasks are awaited in tasks");
        REENTRY_CHECK(coroutine_, "an empty task is awaited");
        TaskPromiseBase& promise = coroutine_.promise();
        REENTRY_CHECK(!promise.dispatch, "a task is awaited a second time");
        promise.dispatch = static_cast<TaskPromiseBase&>(caller.promise()).dispatch;
        coroutine_.resume();
        if (coroutine_.done()) return false;
        promise.caller = caller;
        return true;
    }

    // The task's value; rethrows what ended it.
    T await_resume() { return coroutine_.promise().result(); }

    // Gives the coroutine away, to be owned by the receiver.
    Handle release() noexcept { return std::exchange(coroutine_, {}); }

 private:
    Handle coroutine_;
};

template <class T>
Task<T> TaskPromise<T>::get_return_object() noexcept {
    return Task<T>{std::coroutine_handle<TaskPromise>::from_promise(*this)};
}

inline Task<void> TaskPromise<void>::get_return_object() noexcept {
    return Task<void>{std::coroutine_handle<TaskPromise>::from_promise(*this)};
}

}  // namespace reentry::sim
