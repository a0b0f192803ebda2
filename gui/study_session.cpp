#include "gui/study_session.hpp"

#include "models/catalogue/scenario_references.hpp"

#include <utility>

namespace reentry::gui {

StudySession::StudySession(std::shared_ptr<const Catalogue> catalogue, unsigned jobs)
    : runner_(std::move(catalogue), jobs) {
    connect(&runner_, &Runner::finished, this, &StudySession::take);
}

bool StudySession::open(const std::filesystem::path& file) {
    Diagnostics problems;
    files::Overrides overrides;
    if (incidents_ > 0) overrides["effort.incidents"] = std::to_string(incidents_);
    auto read = read_scenario(file, overrides, problems);
    if (!problems.has_errors()) check_references(read, runner_.catalogue(), problems);
    attempted_ = file;
    problems_ = std::move(problems);
    Q_EMIT problems_changed();
    if (problems_.has_errors()) return false;
    file_ = file;
    scenario_ = std::make_shared<const Scenario>(std::move(read.scenario));
    what_if_ = {};
    result_ = base_ = nullptr;
    runner_.forget();
    Q_EMIT opened();
    Q_EMIT what_if_changed();
    run();
    return true;
}

void StudySession::run() {
    if (!scenario_) return;
    runner_.start(scenario_, what_if_.behaviour);
}

void StudySession::set_behaviour(const Behaviour& behaviour) {
    if (!scenario_ || behaviour == what_if_.behaviour) return;
    what_if_.behaviour = behaviour;
    Q_EMIT what_if_changed();
    runner_.start(scenario_, behaviour, preview_incidents);
}

void StudySession::set_prices(const study::PriceFactors& prices) {
    what_if_.prices = prices;
    runner_.set_prices(prices);
    Q_EMIT what_if_changed();
}

void StudySession::reset() {
    set_prices({});
    set_behaviour({});
}

void StudySession::take(const ResultPtr& result) {
    result_ = result;
    if (!result->preview && result->what_if.neutral()) base_ = result;
    Q_EMIT result_changed();
}

}  // namespace reentry::gui
