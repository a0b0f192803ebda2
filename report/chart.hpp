// What a chart is to show, as plain data: all arithmetic (bins, fronts, sums) is done, nothing is
// drawn yet.
//
// Values are in base units: seconds, and units of the currency. The drawing chooses the unit of an
// axis. report/charts draws these with Qt Charts; nothing else has to know how.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace reentry::report {

// Cost that adds up month by month, one line for each option; or, not added up, that of each month.
struct CostCurve {
    struct Line {
        std::string name;
        std::vector<double> cumulative;  // at the end of each month; or of each month
        bool strong = false;             // the option that the report is about
    };
    std::string title, currency;
    std::vector<std::string> months;  // "2027-01", the same for all lines
    std::vector<Line> lines;
    bool added_up = true;
};

// Cost of each month of one option, in layers that are stacked from the first up; or, added up, all
// that was paid by the end of each month.
struct MonthlyCost {
    struct Layer {
        std::string name;
        std::vector<double> amounts;  // one per month
    };
    std::string title, currency;
    std::vector<std::string> months;
    std::vector<Layer> layers;
    bool added_up = false;
};

// How long recoveries took: a histogram and the share that was back by a time.
struct RecoveryDistribution {
    std::string title;
    std::vector<double> edges;        // of the bins [s], ascending; one more than counts
    std::vector<std::size_t> counts;  // incidents per bin
    std::vector<double>
        times;              // ascending [s]; the empirical distribution steps up at each of them
    std::size_t never = 0;  // incidents that are in no bin: something could not come back
    double p50_s = 0, p95_s = 0;
    double rto_s = 0;       // 0: none is asked
    std::string rto_label;  // "RTO 4 h"
    bool logarithmic = false;
};

// Each option as a point: what it costs against how long a recovery takes.
struct CostRecovery {
    struct Point {
        std::string label;
        std::string group;  // points of one group share a colour: the provider
        double recovery_s = 0, low_s = 0, high_s = 0;  // mean and its interval
        double monthly_cost = 0;
        bool at_least = false;  // prices are missing: it costs this or more
        bool meets = false;
        bool loses = false;     // brings data back more seldom than is asked
        bool on_front = false;  // nothing else of known cost that brings all back beats it in both
    };
    std::string title, currency, recovery_title;
    std::vector<Point> points;
    double objective_s = 0;  // the asked recovery time; 0: none is asked
    std::string objective_label;
    bool logarithmic = false;
};

// One recovery: what each workload went through, from the failure on.
struct Gantt {
    struct Span {
        std::string stage;
        std::uint8_t kind = 0;  // index into stages
        double begin_s = 0, end_s = 0;
        std::string waited_for;  // empty: worked
        bool critical = false;   // on the chain that decided when the last workload was back
    };
    struct Lane {
        std::string name;
        std::vector<Span> spans;
        double back_s = 0;
        bool recovered = true;
    };
    std::string title;
    std::vector<std::string> stages;  // names of the stages that occur, in runbook order
    std::vector<Lane> lanes;          // in order of drawing, from the top
    double rto_s = 0;
    std::string rto_label;
    std::size_t hidden = 0;  // workloads that were back earlier and are not drawn
};

using Chart = std::variant<CostCurve, MonthlyCost, RecoveryDistribution, CostRecovery, Gantt>;

}  // namespace reentry::report
