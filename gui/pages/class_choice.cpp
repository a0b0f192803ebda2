#include "gui/pages/class_choice.hpp"

#include "models/units/format.hpp"

namespace reentry::gui {

ClassChoice::ClassChoice(const QString& name, bool all, Selection& selection, QWidget* parent)
    : QComboBox(parent), selection_(selection), all_(all) {
    setObjectName(name);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(16);
    connect(this, &QComboBox::activated, &selection, [this](int index) {
        if (all_ && index == 0)
            selection_.set_class(std::nullopt);
        else
            selection_.set_class(static_cast<std::size_t>(index - (all_ ? 1 : 0)));
    });
    connect(&selection, &Selection::class_changed, this, &ClassChoice::follow);
}

void ClassChoice::show_classes(const Result* result) {
    clear();
    if (result == nullptr) return;
    if (all_) addItem(tr("all classes, by their rates"));
    for (const auto& incident : result->scenario().incidents) {
        const std::string& name = incident.name.empty() ? incident.id : incident.name;
        addItem(QString::fromStdString(name + ", " + format_per_time(incident.rate)));
    }
    follow();
}

void ClassChoice::follow() {
    const int first = all_ ? 1 : 0;
    const auto chosen = selection_.incident_class();
    setCurrentIndex(chosen ? static_cast<int>(*chosen) + first : 0);
}

}  // namespace reentry::gui
