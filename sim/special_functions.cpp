#include "sim/special_functions.hpp"

#include "sim/portable_math.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace reentry::sim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double inverse_sqrt_two_pi = 0x1.9884533d43651p-2;

// c[0] + c[1] x + c[2] x^2 ...
double polynomial(double x, std::span<const double> c) {
    double sum = 0;
    for (std::size_t i = c.size(); i-- > 0;) sum = sum * x + c[i];
    return sum;
}

double normal_density(double x) { return inverse_sqrt_two_pi * exp(-0.5 * x * x); }

// P(X > x) for x >= 2.5: Laplace's continued fraction, density / (x + 1/(x + 2/(x + 3/...))).
double normal_tail(double x) {
    double fraction = x;
    for (int n = 160; n >= 1; --n) fraction = x + n / fraction;
    // exp(-x^2/2) with the rounding error of the square given back
    const double coarse = std::floor(x * 16) / 16;
    const double density = exp(-0.5 * coarse * coarse) * exp(-0.5 * (x - coarse) * (x + coarse));
    return inverse_sqrt_two_pi * density / fraction;
}

// P(0 < X < x) for |x| < 2.5: density * (x + x^3/3 + x^5/(3*5) + ...).
double normal_middle(double x) {
    double term = x, sum = x;
    for (int n = 3; std::fabs(term) > 1e-17 * std::fabs(sum); n += 2) {
        term *= x * x / n;
        sum += term;
    }
    return normal_density(x) * sum;
}

// Coefficients of Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution",
// Applied Statistics 37 (1988) 477-484: numerator and denominator in the middle, in the tails, and
// far out.
constexpr std::array middle_above{3.3871328727963666080e0,  1.3314166789178437745e+2,
                                  1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                  4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                  3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr std::array middle_below{1.0,
                                  4.2313330701600911252e+1,
                                  6.8718700749205790830e+2,
                                  5.3941960214247511077e+3,
                                  2.1213794301586595867e+4,
                                  3.9307895800092710610e+4,
                                  2.8729085735721942674e+4,
                                  5.2264952788528545610e+3};
constexpr std::array tail_above{1.42343711074968357734e0,  4.63033784615654529590e0,
                                5.76949722146069140550e0,  3.64784832476320460504e0,
                                1.27045825245236838258e0,  2.41780725177450611770e-1,
                                2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array tail_below{1.0,
                                2.05319162663775882187e0,
                                1.67638483018380384940e0,
                                6.89767334985100004550e-1,
                                1.48103976427480074590e-1,
                                1.51986665636164571966e-2,
                                5.47593808499534494600e-4,
                                1.05075007164441684324e-9};
constexpr std::array far_above{6.65790464350110377720e0,  5.46378491116411436990e0,
                               1.78482653991729133580e0,  2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array far_below{1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131145613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

// The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8) by Lentz'
// method.
double beta_fraction(double x, double a, double b) {
    constexpr double tiny = 1e-300;
    const auto kept_off_zero = [](double v) { return std::fabs(v) < tiny ? tiny : v; };
    double c = 1, d = 1 / kept_off_zero(1 - (a + b) * x / (a + 1)), value = d;
    for (int m = 1; m < 20'000; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / kept_off_zero(1 + even * d);
        c = kept_off_zero(1 + even / c);
        value *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / kept_off_zero(1 + odd * d);
        c = kept_off_zero(1 + odd / c);
        value *= d * c;
        if (std::fabs(d * c - 1) < 1e-16) break;
    }
    return value;
}

// P(T > t) for t >= 0. Both forms keep their relative precision where they are used.
double student_tail(double t, double degrees) {
    const double square = t * t;
    if (square < degrees)
        return 0.5 - 0.5 * incomplete_beta(square / (degrees + square), 0.5, degrees / 2);
    return 0.5 * incomplete_beta(degrees / (degrees + square), degrees / 2, 0.5);
}

}  // namespace

// Stirling's series, after shifting x above 12 by the recurrence gamma(x + 1) = x gamma(x).
double log_gamma(double x) {
    if (!(x > 0)) return x == 0 ? infinity : not_a_number;
    if (x == 1 || x == 2) return 0;
    double product = 1;
    for (; x < 12; x += 1) product *= x;
    constexpr std::array terms{1.0 / 12,    -1.0 / 360,       1.0 / 1'260, -1.0 / 1'680,
                               1.0 / 1'188, -691.0 / 360'360, 1.0 / 156,   -3'617.0 / 122'400};
    constexpr double half_log_two_pi = 0x1.d67f1c864beb5p-1;
    const double series = polynomial(1 / (x * x), terms) / x;
    return (x - 0.5) * log(x) - x + half_log_two_pi + series - log(product);
}

double gamma(double x) {
    if (!(x > 0) || x > 171.7) return x > 0 ? infinity : not_a_number;
    double factor = 1;
    for (; x > 2; x -= 1) factor *= x - 1;
    return factor * exp(log_gamma(x));
}

double normal_cdf(double x) {
    if (x != x) return x;
    if (x <= -2.5) return x < -39 ? 0 : normal_tail(-x);
    if (x >= 2.5) return x > 39 ? 1 : 1 - normal_tail(x);
    return 0.5 + normal_middle(x);
}

double normal_quantile(double p) {
    if (!(p > 0 && p < 1)) return p == 0 ? -infinity : p == 1 ? infinity : not_a_number;
    const double q = p - 0.5;
    if (std::fabs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(r, middle_above) / polynomial(r, middle_below);
    }
    const double r = std::sqrt(-log(q < 0 ? p : 1 - p));
    const double size = r <= 5 ? polynomial(r - 1.6, tail_above) / polynomial(r - 1.6, tail_below)
                               : polynomial(r - 5, far_above) / polynomial(r - 5, far_below);
    return q < 0 ? -size : size;
}

double incomplete_beta(double x, double a, double b) {
    if (!(a > 0 && b > 0) || x != x) return not_a_number;
    if (x <= 0) return 0;
    if (x >= 1) return 1;
    const double front =
        exp(a * log(x) + b * log1p(-x) + log_gamma(a + b) - log_gamma(a) - log_gamma(b));
    if (x < (a + 1) / (a + b + 2)) return front * beta_fraction(x, a, b) / a;
    return 1 - front * beta_fraction(1 - x, b, a) / b;
}

double student_cdf(double t, double degrees) {
    return t > 0 ? 1 - student_tail(t, degrees) : student_tail(-t, degrees);
}

// Bisection on the tail: 200 halvings at most, and the result does not depend on a starting guess.
double student_quantile(double p, double degrees) {
    if (!(p > 0 && p < 1) || !(degrees > 0)) return not_a_number;
    if (p == 0.5) return 0;
    if (degrees > 1e7) return normal_quantile(p);
    const double tail = p < 0.5 ? p : 1 - p;
    double low = 0, high = 1;
    for (; student_tail(high, degrees) > tail && high < 1e300; high *= 2) low = high;
    for (int i = 0; i < 200; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) break;
        (student_tail(middle, degrees) > tail ? low : high) = middle;
    }
    return p < 0.5 ? -high : high;
}

double binomial_cdf(double successes, double trials, double p) {
    if (successes < 0) return 0;
    if (successes >= trials) return 1;
    return incomplete_beta(1 - p, trials - successes, successes + 1);
}

}  // namespace reentry::sim
