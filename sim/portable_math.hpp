// Logarithm, exponential and power from + - * / alone.
//
// IEEE 754 fixes the result of these operations (and of sqrt) to the last bit; it does not fix log,
// exp or pow, which differ between C libraries and even between processors under one library. So
// with -ffp-contract=off these functions give the same bits everywhere
// (docs/decisions/0001-portable-bits.md). Errors are measured against long double references in
// tests/sim/random_portable_math.cpp; the bounds stated here are asserted there.
//
// All follow IEEE 754 in what they do at the edges: NaN in, NaN out; a pole gives an infinity;
// outside the domain the result is NaN.
#pragma once

namespace reentry::sim {

double log(double x);    // natural logarithm, within 0.51 ulp; -inf at 0
double log1p(double x);  // log(1 + x), within 1 ulp, for small x too
double exp(double x);    // within 0.7 ulp where the result is normal
double expm1(double x);  // exp(x) - 1, within 1.5 ulp, for small x too

// x to the power y for x >= 0 (NaN below), within 0.7 ulp where the result is normal.
double pow(double x, double y);

}  // namespace reentry::sim
