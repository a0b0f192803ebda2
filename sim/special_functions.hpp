// Special functions for sampling and statistics, built on portable_math.hpp: the same bits
// everywhere. Error bounds are asserted against long double references in
// tests/sim/random_special_functions.cpp.
#pragma once

namespace reentry::sim {

// The gamma function, 0 < x < 171, relative error below 1e-13; its logarithm, x > 0, error below
// 1e-14 * max(1, |result|).
double gamma(double x);
double log_gamma(double x);

// Standard normal distribution: P(X <= x); relative error below 1e-13 for x > -37.
double normal_cdf(double x);
// Its inverse for 0 < p < 1, relative error below 1e-15 (Wichura 1988, algorithm AS 241, PPND16);
// infinite at 0 and 1.
double normal_quantile(double p);

// Regularised incomplete beta function I_x(a, b) for a, b > 0; absolute error below 1e-12 where
// a and b are below 1e4.
double incomplete_beta(double x, double a, double b);

// P(T <= t) of Student's t with `degrees` > 0 degrees of freedom, and its inverse for 0 < p < 1.
double student_cdf(double t, double degrees);
double student_quantile(double p, double degrees);

// P(X <= successes) of a binomial distribution with 0 < p < 1.
double binomial_cdf(double successes, double trials, double p);

}  // namespace reentry::sim
