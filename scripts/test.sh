#!/usr/bin/env bash
# Installs what is needed, builds with g++ and with clang, runs all tests, and closes with "N passed, N failed".
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root" || exit 1
scripts/setup.sh || exit 1

passed=0
failed=0

# run_tests PRESET: runs every test program of a build and adds up its doctest cases.
run_tests() {
    local program line
    for program in "build/$1"/tests/test_*; do
        [ -x "$program" ] && [ -f "$program" ] || continue  # not the logs
        echo "== $1 $(basename "$program")"
        QT_QPA_PLATFORM=offscreen "$program" 2>&1 | tee "$program.log"
        line=$(grep -a 'test cases:' "$program.log" | tail -1)
        if [[ $line =~ \|\ +([0-9]+)\ passed\ \|\ +([0-9]+)\ failed ]]; then
            passed=$((passed + BASH_REMATCH[1]))
            failed=$((failed + BASH_REMATCH[2]))
        else
            echo "$program did not finish its tests"
            failed=$((failed + 1))
        fi
    done
}

# g++ builds everything; clang, a second opinion on the same results, the kernel, models and study.
build() { cmake --preset "$1" "${@:2}" && cmake --build --preset "$1" ${targets:+--target $targets}; }
targets=""
build release -DREENTRY_WERROR="${CI:+ON}" -DREENTRY_BENCHMARKS=OFF || exit 1
run_tests release
targets="test_sim test_models test_study"
build clang -DREENTRY_QT=OFF || exit 1
run_tests clang

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
