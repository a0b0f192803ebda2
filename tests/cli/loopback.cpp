#include "tests/cli/loopback.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace loopback {
namespace {

// Whether there is something to read within the time.
bool readable(int descriptor, int milliseconds) {
    pollfd waiting{descriptor, POLLIN, 0};
    return poll(&waiting, 1, milliseconds) > 0;
}

std::string read_head(int connection) {
    std::string head;
    char bytes[4096];
    while (head.find("\r\n\r\n") == head.npos && head.size() < 64 * 1024) {
        if (!readable(connection, 2000)) break;
        const auto got = recv(connection, bytes, sizeof bytes, 0);
        if (got <= 0) break;
        head.append(bytes, static_cast<std::size_t>(got));
    }
    return head;
}

void send_all(int connection, const std::string& text) {
    std::size_t sent = 0;
    while (sent < text.size()) {
        const auto now = send(connection, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) return;
        sent += static_cast<std::size_t>(now);
    }
}

}  // namespace

std::string Request::header(const std::string& name) const {
    const auto at = headers.find("\r\n" + name + ": ");
    if (at == headers.npos) return {};
    const auto begin = at + name.size() + 4;
    return headers.substr(begin, headers.find("\r\n", begin) - begin);
}

Server::Server(std::function<Answer(const Request&)> answer) : answer_(std::move(answer)) {
    socket_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (socket_ < 0 || bind(socket_, plain, size) != 0 || listen(socket_, 8) != 0 ||
        getsockname(socket_, plain, &size) != 0)
        throw std::runtime_error("no server on the loopback interface");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Server::~Server() {
    ending_ = true;
    thread_.join();
    close(socket_);
}

std::string Server::base() const { return "http://127.0.0.1:" + std::to_string(port_); }

std::vector<Request> Server::requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
}

void Server::serve() {
    while (!ending_) {
        if (!readable(socket_, 10)) continue;
        const int connection = accept(socket_, nullptr, nullptr);
        if (connection < 0) continue;
        serve_one(connection);
        close(connection);
    }
}

void Server::serve_one(int connection) {
    const std::string head = read_head(connection);
    const auto begin = head.find(' ');
    const auto end = head.find(' ', begin + 1);
    if (begin == head.npos || end == head.npos) return;
    const Request request{head.substr(begin + 1, end - begin - 1), head.substr(head.find("\r\n"))};
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
    }
    const Answer answer = answer_(request);
    for (auto left = answer.silence; left.count() > 0 && !ending_;
         left -= std::chrono::milliseconds(10))
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    send_all(connection, "HTTP/1.1 " + answer.status + "\r\nConnection: close\r\nContent-Length: " +
                             std::to_string(answer.body.size()) + "\r\n" + answer.headers + "\r\n" +
                             answer.body.substr(0, answer.cut));
}

}  // namespace loopback
