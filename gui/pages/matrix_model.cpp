#include "gui/pages/matrix_model.hpp"

#include "gui/pages/option_table.hpp"
#include "gui/widgets/columns.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace reentry::gui {
namespace {

using study::Row;
using study::Verdict;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

std::string plain_text(const std::string& name, const std::string& fallback) {
    return name.empty() ? fallback : name;
}

// What stands for a value, in order of first appearance.
class Places {
 public:
    std::size_t of(const std::string& id, const std::string& name) {
        const auto [it, is_new] = places_.try_emplace(id, names.size());
        if (is_new) names.push_back(text(name));
        return it->second;
    }
    std::vector<QString> names;

 private:
    std::map<std::string, std::size_t> places_;
};

}  // namespace

study::Estimate recovery_of(const Row& row, std::optional<std::size_t> incident_class) {
    if (!incident_class) return row.overall;
    if (*incident_class >= row.classes.size()) return {};
    return row.classes[*incident_class].recovery;
}

study::Probability rto_of(const Row& row, std::optional<std::size_t> incident_class) {
    if (!incident_class) return row.rto_met;
    if (*incident_class >= row.classes.size()) return {};
    return row.classes[*incident_class].rto_met;
}

MatrixModel::Face MatrixModel::face_of(std::size_t index, const study::Comparison* base,
                                       std::optional<std::size_t> incident_class) const {
    const Row& row = result_->row(index);
    Face face;
    face.row = index;
    face.verdict = row.verdict;
    if (row.verdict == Verdict::not_offered) return face;
    const auto recovery = recovery_of(row, incident_class);
    face.cost = text(report::cost_text(row, row.monthly_cost));
    if (any_breaks(row.findings)) face.cost += QStringLiteral(" ▲");
    face.recovery = text(report::mean_cell(recovery).text);
    face.rto = text(report::probability_cell(rto_of(row, incident_class)).text);
    if (base == nullptr || index >= base->rows.size()) return face;
    const Row& before = base->rows[index];
    face.cost_change =
        text(change_text(row.monthly_cost.to_double(), before.monthly_cost.to_double()));
    face.recovery_change =
        text(change_text(recovery.mean, recovery_of(before, incident_class).mean));
    if (!face.recovery_change.isEmpty()) face.recovery = text(report::seconds_text(recovery.mean));
    return face;
}

void MatrixModel::set_result(ResultPtr result, const ResultPtr& base,
                             std::optional<std::size_t> incident_class) {
    result_ = std::move(result);
    Places strategies, providers;
    std::vector<std::pair<std::size_t, std::size_t>> at;
    const std::size_t count = result_ ? result_->comparison->rows.size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Row& row = result_->row(i);
        at.emplace_back(strategies.of(row.strategy, row.strategy_name),
                        providers.of(row.provider, plain_text(row.provider_name, row.provider)));
    }
    const std::size_t width = providers.names.size();
    std::vector<std::optional<Face>> faces(strategies.names.size() * width);
    const auto* compared = base && base != result_ ? base->comparison.get() : nullptr;
    for (std::size_t i = 0; i < count; ++i)
        faces[at[i].first * width + at[i].second] = face_of(i, compared, incident_class);
    show(std::move(strategies.names), std::move(providers.names), std::move(faces));
}

void MatrixModel::show(std::vector<QString> strategies, std::vector<QString> providers,
                       std::vector<std::optional<Face>> faces) {
    const bool keeps = strategies == strategies_ && providers == providers_;
    if (!keeps) beginResetModel();
    strategies_ = std::move(strategies);
    providers_ = std::move(providers);
    faces_ = std::move(faces);
    if (!keeps)
        endResetModel();
    else if (!faces_.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const MatrixModel::Face* MatrixModel::face(const QModelIndex& index) const {
    if (!index.isValid() || !checkIndex(index)) return nullptr;
    const auto at = static_cast<std::size_t>(index.row()) * providers_.size() +
                    static_cast<std::size_t>(index.column());
    return faces_[at] ? &*faces_[at] : nullptr;
}

QModelIndex MatrixModel::index_of(std::size_t row) const {
    for (std::size_t i = 0; i < faces_.size(); ++i)
        if (faces_[i] && faces_[i]->row == row)
            return index(static_cast<int>(i / providers_.size()),
                         static_cast<int>(i % providers_.size()));
    return {};
}

int MatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(strategies_.size());
}

int MatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(providers_.size());
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const {
    const Face* shown = face(index);
    if (shown == nullptr) return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1 %2").arg(
            QString::fromUtf8(report::verdict_symbol(shown->verdict)), shown->cost);
    if (role != Qt::ToolTipRole) return {};
    const Row& row = result_->row(shown->row);
    return QStringLiteral("<b>%1</b><br>%2 %3<br>%4")
        .arg(text(report::option_name(row)).toHtmlEscaped(),
             QString::fromUtf8(report::verdict_symbol(row.verdict)),
             QString::fromUtf8(report::verdict_name(row.verdict)),
             tip_of(row).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const auto& names = orientation == Qt::Horizontal ? providers_ : strategies_;
    if (section < 0 || static_cast<std::size_t>(section) >= names.size()) return {};
    const QString& name = names[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return name;
    return {};
}

}  // namespace reentry::gui
