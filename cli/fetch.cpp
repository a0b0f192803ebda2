#include "cli/fetch.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>

namespace reentry::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

struct Free {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Free>;
using Headers = std::unique_ptr<curl_slist, Free>;

// libcurl wants its process-wide set-up once; the handle's own set-up does it where nobody did.
Handle new_handle() {
    Handle handle(curl_easy_init());
    if (!handle) throw std::runtime_error("libcurl cannot be set up");
    return handle;
}

fs::path with_suffix(fs::path path, const char* suffix) { return path += suffix; }

std::string first_line(const fs::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

// One try: what curl's callbacks need to know.
struct Transfer {
    const FetchFile& file;
    const FetchProgress& progress;
    const std::stop_token& stop;
    CURL* handle = nullptr;
    fs::path part;
    std::ofstream out{};
    std::uint64_t kept = 0;  // bytes of an earlier try that are asked for no more
    bool opened = false;
    bool write_failed = false;
    bool misplaced = false;  // the server sent another range than was asked for

    // The answer decides: 206 goes on where the part ends, 200 begins anew.
    bool open() {
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        if (status != 200 && status != 206) return false;
        if (status == 206 && !continues()) return opened = misplaced = true;
        if (status == 200) kept = 0;
        out.open(part, std::ios::binary | (kept > 0 ? std::ios::app : std::ios::trunc));
        opened = true;
        if (!out) write_failed = true;
        if (status == 200) remember_tag();
        return !write_failed;
    }

    // Whether the answer begins where the part ends.
    bool continues() const {
        curl_header* range = nullptr;
        if (curl_easy_header(handle, "Content-Range", 0, CURLH_HEADER, -1, &range) != CURLHE_OK)
            return false;
        return std::string(range->value).starts_with(fmt::format("bytes {}-", kept));
    }

    // Only strong tags say that two versions are the same bytes.
    void remember_tag() const {
        curl_header* tag = nullptr;
        const auto tag_path = with_suffix(part, ".etag");
        std::error_code ignored;
        fs::remove(tag_path, ignored);
        if (curl_easy_header(handle, "ETag", 0, CURLH_HEADER, -1, &tag) != CURLHE_OK) return;
        if (tag->value[0] == '"') std::ofstream(tag_path) << tag->value << '\n';
    }
};

std::size_t on_body(char* data, std::size_t, std::size_t size, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (!transfer.opened && !transfer.open()) return transfer.write_failed ? 0 : size;
    if (!transfer.out.is_open()) return size;  // the text of an error
    transfer.out.write(data, static_cast<std::streamsize>(size));
    transfer.write_failed = !transfer.out;
    return transfer.write_failed ? 0 : size;
}

int on_progress(void* user, curl_off_t total, curl_off_t now, curl_off_t, curl_off_t) {
    const auto& transfer = *static_cast<const Transfer*>(user);
    if (transfer.stop.stop_requested()) return 1;
    const auto kept = transfer.kept;
    if (transfer.progress && now > 0)
        transfer.progress(transfer.file, kept + static_cast<std::uint64_t>(now),
                          total > 0 ? kept + static_cast<std::uint64_t>(total) : 0);
    return 0;
}

Headers headers_of(const FetchFile& file, const Transfer& transfer) {
    curl_slist* list = nullptr;
    const auto add = [&list](const std::string& text) {
        list = curl_slist_append(list, text.c_str());
    };
    for (const auto& header : file.headers) add(header);
    if (transfer.kept > 0) {
        add(fmt::format("Range: bytes={}-", transfer.kept));
        add("If-Range: " + first_line(with_suffix(transfer.part, ".etag")));
    }
    return Headers(list);
}

void set_up(CURL* handle, Transfer& transfer, const FetchLimits& limits) {
    curl_easy_setopt(handle, CURLOPT_URL, transfer.file.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    // A redirect would hand headers of ours, a key among them, to another server.
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, transfer.file.headers.empty() ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 5L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, "reentry");
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    // Below one byte per second for that long is a stall; seconds are the finest that curl has.
    const auto stall = std::max<long>(1, static_cast<long>(limits.stall.count() / 1000));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, stall);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, on_progress);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
}

constexpr long range_refused = 416;

struct Answer {
    CURLcode code = CURLE_OK;
    long status = 0;
    std::optional<milliseconds> wait;  // asked for by the server
};

// The part that an earlier try left, if the server's tag of it is known.
std::uint64_t part_to_resume(const fs::path& part) {
    std::error_code problem;
    const auto size = fs::file_size(part, problem);
    if (problem || first_line(with_suffix(part, ".etag")).empty()) return 0;
    return size;
}

Answer one_try(const FetchFile& file, const FetchLimits& limits, const std::stop_token& stop,
               const FetchProgress& progress, const fs::path& part) {
    const Handle handle = new_handle();
    Transfer transfer{file, progress, stop, handle.get(), part};
    transfer.kept = part_to_resume(part);
    set_up(handle.get(), transfer, limits);
    const Headers headers = headers_of(file, transfer);
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    Answer answer;
    answer.code = curl_easy_perform(handle.get());
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
    if (transfer.misplaced) answer.status = range_refused;
    curl_off_t wait = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &wait);
    if (wait > 0) answer.wait = std::chrono::seconds(std::min<curl_off_t>(wait, 86'400));
    if (answer.code == CURLE_OK && !transfer.opened) transfer.open();  // an empty file
    if (transfer.out.is_open()) transfer.out.close();
    if (transfer.write_failed || transfer.out.bad())
        throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                                "cannot write " + part.string());
    return answer;
}

bool worth_another_try(const Answer& answer) {
    switch (answer.code) {
        case CURLE_OK:
            return answer.status == 408 || answer.status == range_refused || answer.status == 429 ||
                   (answer.status >= 500 && answer.status != 501);
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
        case CURLE_OPERATION_TIMEDOUT:
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
            return true;
        default:
            return false;
    }
}

bool is_success(const Answer& answer) {
    return answer.code == CURLE_OK && (answer.status == 200 || answer.status == 206);
}

std::string problem_of(const Answer& answer) {
    if (answer.code != CURLE_OK) return curl_easy_strerror(answer.code);
    return fmt::format("the server answered HTTP {}", answer.status);
}

// False when asked to stop while waiting.
bool wait_for(milliseconds pause, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any nothing;
    std::unique_lock lock(mutex);
    nothing.wait_for(lock, stop, pause, [] { return false; });
    return !stop.stop_requested();
}

void forget_part(const fs::path& part) {
    std::error_code ignored;
    fs::remove(part, ignored);
    fs::remove(with_suffix(part, ".etag"), ignored);
}

}  // namespace

FetchOutcome fetch(const FetchFile& file, const FetchLimits& limits, const std::stop_token& stop,
                   const FetchProgress& progress) {
    const fs::path part = with_suffix(file.path, ".part");
    if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path());
    FetchOutcome outcome;
    auto pause = limits.pause;
    for (;;) {
        ++outcome.tries;
        const Answer answer = one_try(file, limits, stop, progress, part);
        if (is_success(answer)) break;
        outcome.stopped = stop.stop_requested();
        outcome.problem = outcome.stopped ? "interrupted" : problem_of(answer);
        // The part is longer than what the server has: it is of another version.
        if (answer.code == CURLE_OK && answer.status == range_refused) forget_part(part);
        if (outcome.stopped || outcome.tries >= limits.tries || !worth_another_try(answer))
            return outcome;
        if (!wait_for(std::min(answer.wait.value_or(pause), limits.longest_pause), stop)) {
            outcome.stopped = true;
            return outcome;
        }
        pause = std::min(pause * 2, limits.longest_pause);
    }
    fs::rename(part, file.path);
    forget_part(part);
    outcome.done = true;
    outcome.problem.clear();
    outcome.bytes = fs::file_size(file.path);
    return outcome;
}

}  // namespace reentry::cli
