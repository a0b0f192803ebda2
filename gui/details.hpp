// What is looked at closely, worked out off the thread of the window: one recovery again with
// every stage, the bill of one row. Only the newest question of each kind is answered.
#pragma once

#include "gui/result.hpp"
#include "gui/worker.hpp"
#include "models/tariff/bill.hpp"
#include "report/recovery_trace.hpp"

#include <QObject>
#include <QString>

#include <functional>

namespace reentry::gui {

struct IncidentRef {
    std::size_t row = 0, incident_class = 0, number = 0;
    friend bool operator==(const IncidentRef&, const IncidentRef&) = default;
};

struct Replayed {
    IncidentRef which;
    report::RecoveryTrace trace;
};
using ReplayedPtr = std::shared_ptr<const Replayed>;

struct Billed {
    ResultPtr result;
    std::size_t row = 0;
    Bill bill;
};
using BilledPtr = std::shared_ptr<const Billed>;

class Details : public QObject {
    Q_OBJECT

 public:
    using QObject::QObject;
    ~Details() override;

    void replay(ResultPtr result, IncidentRef which);
    // The row must have been simulated.
    void bill(ResultPtr result, std::size_t row);
    void forget();  // asks for nothing any more

    bool busy() const { return replays_ + bills_ > 0; }

 Q_SIGNALS:
    void replayed(const reentry::gui::ReplayedPtr& recovery);
    void billed(const reentry::gui::BilledPtr& bill);
    void failed(const QString& reason);

 private:
    // Works the answer out on the worker; `open` holds the number of the question until then.
    template <class Answer>
    void ask(Worker& worker, std::size_t& open, std::function<Answer()> work,
             void (Details::*answered)(const Answer&));

    std::size_t number_ = 0;               // of the newest question
    std::size_t replays_ = 0, bills_ = 0;  // number of the open question; 0: none
    Worker replaying_, billing_;           // last: their threads end before the rest goes
};

}  // namespace reentry::gui
