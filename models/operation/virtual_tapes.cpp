#include "models/operation/virtual_tapes.hpp"

#include <algorithm>
#include <utility>

namespace reentry {

TapeShelf::TapeShelf(std::vector<VirtualTape>& tapes, std::int64_t tape_bytes,
                     sim::Duration eject_after)
    : tapes_(tapes), tape_bytes_(tape_bytes), eject_after_(eject_after) {}

void TapeShelf::close_full_or_old(sim::Time now) {
    if (tapes_.empty() || tapes_.back().closed <= now) return;
    auto& tape = tapes_.back();
    if (tape.bytes >= tape_bytes_) tape.closed = now;
    if (eject_after_ > sim::Duration::zero())
        tape.closed = std::min(tape.closed, tape.opened + eject_after_);
}

void TapeShelf::append(std::size_t workload, std::size_t index, RecoveryPoint& point,
                       sim::Time now) {
    auto left = point.bytes;
    do {
        close_full_or_old(now);
        if (tapes_.empty() || tapes_.back().closed <= now) {
            tapes_.push_back({now});
            last_upload_.push_back(now);
            waiting_.push_back(0);
        }
        auto& tape = tapes_.back();
        const auto number = tapes_.size() - 1;
        const auto part = std::min(left, tape_bytes_ - tape.bytes);
        tape.bytes += part;
        left -= part;
        parts_.push_back({number, workload, index, part});
        ++waiting_[number];
        point.last_tape = static_cast<std::int32_t>(number);
        if (point.first_tape < 0) point.first_tape = point.last_tape;
    } while (left > 0);
    close_full_or_old(now);
}

void TapeShelf::uploaded(RecoveryPoint& point, sim::Time now) {
    point.uploaded = now;
    for (auto tape = point.first_tape; tape <= point.last_tape; ++tape) {
        const auto number = static_cast<std::size_t>(tape);
        --waiting_[number];
        last_upload_[number] = std::max(last_upload_[number], now);
    }
}

void TapeShelf::eject() {
    for (std::size_t i = 0; i < tapes_.size(); ++i) {
        auto& tape = tapes_[i];
        if (tape.closed == sim::Time::max() && eject_after_ > sim::Duration::zero())
            tape.closed = tape.opened + eject_after_;
        if (tape.closed != sim::Time::max() && waiting_[i] == 0)
            tape.ejected = std::max(tape.closed, last_upload_[i]);
    }
}

// When the last point on the tape is gone; max() when one outlives the horizon.
sim::Time TapeShelf::gone(std::size_t tape, const std::vector<Points>& points,
                          sim::Time end) const {
    sim::Time last{};
    auto part = std::lower_bound(parts_.begin(), parts_.end(), tape,
                                 [](const Part& p, std::size_t t) { return p.tape < t; });
    for (; part != parts_.end() && part->tape == tape; ++part) {
        const auto& point = points[part->workload][part->index];
        last = std::max({last, point.deleted, point.available});
    }
    return last >= end ? sim::Time::max() : last;
}

void TapeShelf::close(const std::vector<Points>& points, std::size_t copy, sim::Time end,
                      Recorder& recorder) {
    eject();
    std::vector<sim::Time> ends;
    for (std::size_t tape = 0; tape < tapes_.size(); ++tape)
        ends.push_back(gone(tape, points, end));
    std::size_t opens = tapes_.size();  // the tape that the part before lay on
    for (const auto& part : parts_) {
        const auto& point = points[part.workload][part.index];
        const auto& tape = tapes_[part.tape];
        const auto from = std::min(point.uploaded, end);
        const auto to = std::max(from, std::min(ends[part.tape], end));
        const auto ejected = std::clamp(tape.ejected, from, to);
        recorder.in_tape_library(copy, part.workload, part.bytes, from, ejected, ejected < end);
        recorder.stored(copy, part.workload, std::exchange(opens, part.tape) != part.tape ? 1 : 0,
                        part.bytes, ejected, to, to < end);
    }
}

void GatewayCache::wrote(std::size_t copy, std::size_t workload, std::size_t index,
                         std::int64_t bytes, sim::Time now) {
    const auto begin = written_.empty() ? 0 : written_.back().end;
    written_.push_back({copy, workload, index, begin, begin + bytes, now});
}

void GatewayCache::close(std::vector<std::vector<Points>>& points) const {
    std::size_t pushes = 0;  // the write that pushes out what is looked at
    for (const auto& w : written_) {
        while (pushes < written_.size() && written_[pushes].end - w.begin <= bytes_) ++pushes;
        auto& point = points[w.copy][w.workload][w.index];
        if (pushes < written_.size())
            point.cached_until = std::max(written_[pushes].at, point.uploaded);
    }
}

}  // namespace reentry
