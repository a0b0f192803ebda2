#!/usr/bin/env bash
# Simulates the operations centre: installs what is missing, builds what is needed, prints the
# comparison and writes the report. Arguments go to `reentry run`, for example another scenario.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh
build=build/release
if [ ! -f "$build/build.ninja" ]; then
    cmake --preset release -DREENTRY_TESTS=OFF -DREENTRY_BENCHMARKS=OFF >/dev/null
fi
echo "building (the first time takes some minutes)" >&2
if ! cmake --build "$build" --target reentry >"$build/run.log" 2>&1; then
    cat "$build/run.log" >&2
    exit 3
fi
if [ $# -eq 0 ]; then
    set -- scenarios/esoc.toml
fi
exec "$build/cli/reentry" run "$@"
