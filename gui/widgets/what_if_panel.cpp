#include "gui/widgets/what_if_panel.hpp"

#include "gui/widgets/base_values.hpp"
#include "gui/widgets/theme.hpp"

#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace reentry::gui {
namespace {

constexpr int settle_ms = 100;
constexpr double largest_price = 4;

QLabel* label(const QString& words, const char* name) {
    auto* shown = new QLabel(words);
    shown->setObjectName(QString::fromLatin1(name));
    shown->setWordWrap(true);
    return shown;
}

struct PriceGroup {
    const char* name;
    const char* object;
    double study::PriceFactors::*factor;
};

constexpr PriceGroup price_groups[] = {
    {"Storage", "price_storage", &study::PriceFactors::storage},
    {"Requests", "price_requests", &study::PriceFactors::requests},
    {"Retrieval", "price_retrieval", &study::PriceFactors::retrieval},
    {"Traffic", "price_traffic", &study::PriceFactors::traffic},
    {"Connections", "price_connection", &study::PriceFactors::connection},
    {"On premises", "price_on_premises", &study::PriceFactors::on_premises},
};

}  // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent),
      line_(new QComboBox(this)),
      bandwidth_(new FactorSlider(tr("Bandwidth"), QStringLiteral("bandwidth"))),
      data_(new FactorSlider(tr("Data"), QStringLiteral("data"))),
      retention_(new FactorSlider(tr("Retention"), QStringLiteral("retention"))),
      incidents_(new FactorSlider(tr("Incident rates"), QStringLiteral("incident_rates"))),
      reset_(new QPushButton(tr("Reset all"))) {
    setObjectName(QStringLiteral("what_if"));
    setAutoFillBackground(true);
    QPalette white(palette());
    white.setColor(QPalette::Window, theme::paper);
    setPalette(white);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::gap + 4, theme::margin, theme::margin);
    column->setSpacing(theme::gap);
    add_behaviour(*column);
    column->addSpacing(theme::gap);
    add_prices(*column);
    column->addSpacing(theme::gap);
    column->addWidget(reset_);
    column->addStretch(1);
    settle_.setSingleShot(true);
    settle_.setInterval(settle_ms);
    reset_->setObjectName(QStringLiteral("reset"));
    connect_controls();
    setEnabled(false);
}

void WhatIfPanel::add_behaviour(QVBoxLayout& column) {
    column.addWidget(label(tr("Estate and network"), "heading"));
    column.addWidget(label(tr("Simulates again when let go."), "soft"));
    line_->setObjectName(QStringLiteral("bandwidth_line"));
    line_->setToolTip(tr("The link or connection whose capacity is changed"));
    column.addWidget(line_);
    for (auto* slider : {bandwidth_, data_, retention_, incidents_}) column.addWidget(slider);
}

void WhatIfPanel::add_prices(QVBoxLayout& column) {
    column.addWidget(label(tr("Prices"), "heading"));
    column.addWidget(label(tr("Rates the same usage again, at once."), "soft"));
    for (const auto& group : price_groups) {
        auto* slider =
            new FactorSlider(tr(group.name), QString::fromLatin1(group.object), largest_price);
        slider->set_says(says_price);
        prices_.push_back({group.factor, slider});
        column.addWidget(slider);
    }
}

void WhatIfPanel::connect_controls() {
    for (auto* slider : {bandwidth_, data_, retention_, incidents_})
        connect(slider, &FactorSlider::released, this,
                [this] { Q_EMIT behaviour_changed(behaviour()); });
    connect(line_, &QComboBox::activated, this, [this] {
        say_bandwidth();
        if (bandwidth_->factor() != 1) Q_EMIT behaviour_changed(behaviour());
    });
    for (const auto& price : prices_) {
        connect(price.slider, &FactorSlider::moved, this, [this] {
            if (!settle_.isActive()) settle_.start();
        });
        connect(price.slider, &FactorSlider::released, this, &WhatIfPanel::send_prices);
    }
    connect(&settle_, &QTimer::timeout, this, &WhatIfPanel::send_prices);
    connect(reset_, &QPushButton::clicked, this, &WhatIfPanel::reset_asked);
}

void WhatIfPanel::show_scenario(const Scenario& scenario) {
    lines_ = lines_of(scenario);
    line_->clear();
    line_->addItem(tr("all links and connections"), QString{});
    for (const auto& line : lines_) {
        const QString id = QString::fromStdString(line.id);
        line_->addItem(id, id);
    }
    line_->setEnabled(lines_.size() > 1);
    say_bandwidth();
    data_->set_says(says_data(scenario));
    retention_->set_says(says_retention(scenario));
    incidents_->set_says(says_incidents(scenario));
    setEnabled(true);
    bandwidth_->setEnabled(!lines_.empty());
}

void WhatIfPanel::say_bandwidth() {
    bandwidth_->set_says(says_bandwidth(lines_, behaviour().line));
}

void WhatIfPanel::show_what_if(const WhatIf& what_if) {
    const auto& behaviour = what_if.behaviour;
    bandwidth_->set_factor(behaviour.bandwidth);
    data_->set_factor(behaviour.data);
    retention_->set_factor(behaviour.retention);
    incidents_->set_factor(behaviour.incidents);
    if (!settle_.isActive())
        for (const auto& price : prices_) price.slider->set_factor(what_if.prices.*price.factor);
    reset_->setEnabled(!what_if.neutral());
}

Behaviour WhatIfPanel::behaviour() const {
    Behaviour chosen;
    if (bandwidth_->factor() != 1 || line_->currentIndex() > 0)
        chosen.line = line_->currentData().toString().toStdString();
    chosen.bandwidth = bandwidth_->factor();
    chosen.data = data_->factor();
    chosen.retention = retention_->factor();
    chosen.incidents = incidents_->factor();
    return chosen;
}

study::PriceFactors WhatIfPanel::prices() const {
    study::PriceFactors chosen;
    for (const auto& price : prices_) chosen.*price.factor = price.slider->factor();
    return chosen;
}

void WhatIfPanel::send_prices() {
    settle_.stop();
    Q_EMIT prices_changed(prices());
}

}  // namespace reentry::gui
