// A small HTTP server on 127.0.0.1 for tests of downloads: one connection at a time, one request
// per connection, answers by a function of the test. It ends with the test.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace loopback {

struct Request {
    std::string target;                                 // "/offers/v1.0/aws/..."
    std::string headers;                                // all of them, as received
    std::string header(const std::string& name) const;  // empty when there is none
};

struct Answer {
    std::string status = "200 OK";
    std::string headers{};  // each with its line end
    std::string body{};
    std::size_t cut = std::string::npos;   // only so many bytes of the body are sent
    std::chrono::milliseconds silence{0};  // before anything is sent
};

class Server {
 public:
    explicit Server(std::function<Answer(const Request&)> answer);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string base() const;  // "http://127.0.0.1:40123"
    std::vector<Request> requests() const;

 private:
    void serve();
    void serve_one(int connection);

    std::function<Answer(const Request&)> answer_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_ = false;
    mutable std::mutex mutex_;
    std::vector<Request> requests_;
    std::thread thread_;
};

}  // namespace loopback
