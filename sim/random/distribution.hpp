// Probability distributions as plain values, without units.
//
// Every sample is the quantile function at one uniform draw (inverse transform), so that a sample
// takes exactly one draw whatever the distribution: strategies with common random numbers stay in
// step, and a larger draw always gives a larger sample. All arithmetic is portable
// (sim/portable_math.hpp).
#pragma once

#include "sim/random/stream.hpp"

#include <utility>
#include <variant>
#include <vector>

namespace reentry::sim {

// A bin of an empirical distribution: uniform between its ends, or a point where they are equal.
struct Bin {
    double from;
    double to;
    double weight;
    friend bool operator==(const Bin&, const Bin&) = default;
};

// The forms; each gives mean(), quantile(p) for 0 < p < 1, and cdf(x) = P(X <= x).
namespace form {

struct Constant {
    double value;
    double mean() const { return value; }
    double quantile(double) const { return value; }
    double cdf(double x) const { return x < value ? 0 : 1; }
    friend bool operator==(const Constant&, const Constant&) = default;
};

struct Uniform {
    double low, high;
    double mean() const { return low + (high - low) / 2; }
    double quantile(double p) const { return low + (high - low) * p; }
    double cdf(double x) const;
    friend bool operator==(const Uniform&, const Uniform&) = default;
};

struct Triangular {
    double low, mode, high;
    double mean() const { return (low + mode + high) / 3; }
    double quantile(double p) const;
    double cdf(double x) const;
    friend bool operator==(const Triangular&, const Triangular&) = default;
};

struct Exponential {
    double scale;  // the mean
    double mean() const { return scale; }
    double quantile(double p) const;
    double cdf(double x) const;
    friend bool operator==(const Exponential&, const Exponential&) = default;
};

struct Lognormal {
    double median, sigma;  // sigma of the logarithm
    double mean() const;
    double quantile(double p) const;
    double cdf(double x) const;
    friend bool operator==(const Lognormal&, const Lognormal&) = default;
};

struct Weibull {
    double shape, scale;
    double mean() const;
    double quantile(double p) const;
    double cdf(double x) const;
    friend bool operator==(const Weibull&, const Weibull&) = default;
};

struct Empirical {
    std::vector<Bin> bins;           // in rising order, without overlap
    std::vector<double> cumulative;  // P(X <= bins[i].to); the last is 1
    double mean() const;
    double quantile(double p) const;
    double cdf(double x) const;
    friend bool operator==(const Empirical&, const Empirical&) = default;
};

}  // namespace form

// Parameters out of range are broken contracts; readers of files check them before.
class Distribution {
 public:
    Distribution() : Distribution(form::Constant{0}) {}

    static Distribution constant(double value) { return {form::Constant{value}}; }
    static Distribution uniform(double low, double high);                  // low <= high
    static Distribution triangular(double low, double mode, double high);  // rising, low < high
    static Distribution exponential(double mean);                          // mean > 0
    static Distribution lognormal(double median, double sigma);            // median > 0, sigma >= 0
    static Distribution lognormal_median_p90(double median, double p90);   // 0 < median <= p90
    // Mean and 90 % quantile; 0 < p90 <= 2.27 mean. Of two solutions the narrower one.
    static Distribution lognormal_mean_p90(double mean, double p90);
    static Distribution weibull(double shape, double scale);  // both > 0
    static Distribution empirical(std::vector<Bin> bins);     // rising, weights >= 0, not all zero

    // Takes exactly one draw, also where the value is constant.
    double sample(Stream& stream) const { return quantile(stream.uniform()); }
    // The sample of a given draw.
    double sample_at(const Stream& stream, std::uint64_t draw) const {
        return quantile(stream.uniform_at(draw));
    }

    double mean() const;
    double quantile(double p) const;  // 0 < p < 1
    double cdf(double x) const;

    bool is_constant() const { return std::holds_alternative<form::Constant>(form_); }

    using Form = std::variant<form::Constant, form::Uniform, form::Triangular, form::Exponential,
                              form::Lognormal, form::Weibull, form::Empirical>;
    const Form& form() const { return form_; }
    friend bool operator==(const Distribution&, const Distribution&) = default;

 private:
    // Builds the form in place (g++ 12 warns of moved variants under its sanitizers).
    template <class OneForm>
    Distribution(OneForm form) : form_(std::in_place_type<OneForm>, std::move(form)) {}
    Form form_;
};

}  // namespace reentry::sim
