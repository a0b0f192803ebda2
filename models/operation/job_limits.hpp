// The limits of one backup or restore job at the place where a copy lies (its TCP part comes from
// the path).
//
// An entry of `count` alike machines, clusters or databases is that many jobs side by side: what
// limits one job (streams, encryption, a product's rebuilding) holds for each of them. What the
// place limits (requests, a drive) holds for all together. Between own sites a job has the streams
// of the scenario's transport; to and from a provider those of its product.
#pragma once

#include "models/operation/case.hpp"

namespace reentry {

// Writing a workload into the place of a copy, or into the gateway that makes tapes of it. What the
// place accepts in requests is shared by all jobs: see World::uploading().
JobLimits backup_limits(const Case& what, std::size_t copy, std::size_t workload);

// One gateway's upload of what lies in its buffer.
JobLimits upload_limits(const Case& what, std::size_t copy);

// So many members between own stores and sites: out of a gateway's cache, or home from where they
// came back.
JobLimits limits_between_stores(const Case& what, std::int64_t members);

// Reading the data of the members that were hit back out of it. Products that rebuild data limit
// the job by the data that comes out, so their rate is divided by the reduction. Requests: see
// World::reading().
JobLimits restore_limits(const Case& what, std::size_t copy, std::size_t workload,
                         std::int64_t hit);

}  // namespace reentry
