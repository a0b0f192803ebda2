#include "report/charts/picture.hpp"

#include "report/atomic_file.hpp"
#include "report/charts/compact_svg.hpp"

#include <QBuffer>
#include <QGraphicsScene>
#include <QPainter>
#include <QSvgGenerator>

namespace reentry::report {
namespace {

// Lays the chart out at its natural size and paints it on a device of any size.
void paint(const Chart& chart, QPainter& painter, const QRectF& target) {
    const QSize size = natural_size(chart);
    QGraphicsScene scene;
    QChart* drawn = draw(chart).release();
    scene.addItem(drawn);  // the scene owns it
    drawn->resize(size);
    scene.setSceneRect(QRectF{{0, 0}, QSizeF{size}});
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, target, scene.sceneRect());
}

}  // namespace

std::string svg_picture(const Figure& figure) {
    const QSize size = natural_size(figure.chart);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(size);
    generator.setViewBox(QRect{{0, 0}, size});
    generator.setTitle(QString::fromStdString(figure.caption));
    generator.setDescription(QString::fromStdString(figure.description));
    QPainter painter(&generator);
    paint(figure.chart, painter, QRectF{{0, 0}, QSizeF{size}});
    painter.end();
    return compact_svg(buffer.data().toStdString());
}

QImage image(const Chart& chart, double scale) {
    const QSize size = (QSizeF{natural_size(chart)} * scale).toSize();
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    paint(chart, painter, QRectF{{0, 0}, QSizeF{size}});
    return picture;
}

void write_pictures(const std::filesystem::path& folder, const Document& document) {
    for (const Figure* figure : figures(document)) {
        write_file(folder / (figure->id + ".svg"), svg_picture(*figure));
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        image(figure->chart).save(&png, "PNG");
        write_file(folder / (figure->id + ".png"), png.data().toStdString());
    }
}

}  // namespace reentry::report
