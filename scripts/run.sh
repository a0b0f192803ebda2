#!/usr/bin/env bash
# Simulates the operations centre: installs what is missing, builds what is needed, prints the
# comparison, writes the report to out/esoc/ and says where. Other arguments go to `reentry run`.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
build="$root/build/release"

"$root/scripts/setup.sh"
mkdir -p "$build"
if ! {
    { [ -f "$build/build.ninja" ] || (cd "$root" && cmake --preset release); } &&
        cmake --build "$build" --target reentry
} >"$build/run.log" 2>&1; then
    tail -n 50 "$build/run.log" >&2
    exit 3
fi
if [ $# -eq 0 ]; then
    set -- "$root/scenarios/esoc.toml" -o "$root/out/esoc"
fi
exec "$build/cli/reentry" run "$@"
