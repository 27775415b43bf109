package dev.neurite.report;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Charts in the terms of the library that draws them.
final class Plots {
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Color INK = new Color(0x222222);
    private static final RectangleInsets BETWEEN_TICKS = new RectangleInsets(8, 8, 8, 8);
    private static final RectangleInsets AROUND = new RectangleInsets(12, 10, 10, 20);

    private static final Line2D LEGEND_LINE = new Line2D.Double(-18, 0, 18, 0);

    static {
        // Otherwise titles of vertical axes are outlines in an SVG, which nobody can search or select.
        TextUtils.setUseDrawRotatedStringWorkaround(false);
    }

    private Plots() {}

    static JFreeChart of(Chart chart) {
        XYPlot plot = switch (chart) {
            case LossChart losses -> plot(losses.losses(), stepAxis(losses.stepTitle()), lossAxis(losses));
            case FunctionChart functions ->
                plot(functions.curves(), axis(functions.xTitle(), false), axis(functions.yTitle(), false));
            case DecisionChart decisions -> plot(decisions);
        };
        return framed(chart.title(), plot);
    }

    private static JFreeChart framed(String title, XYPlot plot) {
        JFreeChart framed = new JFreeChart(title, Fonts.TITLE, plot, true);
        framed.setBackgroundPaint(Color.WHITE);
        framed.setPadding(AROUND);
        framed.getTitle().setPaint(INK);
        framed.getLegend().setItemFont(Fonts.LEGEND);
        framed.getLegend().setFrame(BlockBorder.NONE);
        framed.getLegend().setItemLabelPadding(new RectangleInsets(2, 4, 2, 16));
        return framed;
    }

    private static XYPlot plot(List<Curve> curves, ValueAxis x, ValueAxis y) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            data.addSeries(series(curves.get(i)));
            show(renderer, i, curves.get(i).isDots());
        }
        return styled(new XYPlot(data, x, y, renderer));
    }

    private static void show(XYLineAndShapeRenderer renderer, int index, boolean dots) {
        renderer.setSeriesPaint(index, Palette.color(index));
        renderer.setSeriesStroke(index, Palette.stroke(index));
        renderer.setSeriesShape(index, Palette.shape(index));
        renderer.setSeriesLinesVisible(index, !dots);
        renderer.setSeriesShapesVisible(index, dots);
        renderer.setLegendLine(LEGEND_LINE);
    }

    private static XYPlot plot(DecisionChart chart) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        NumberAxis x = axis(chart.input(0), false);
        NumberAxis y = axis(chart.input(1), false);
        Regions regions = chart.regions();
        x.setRange(regions.left(), regions.right());
        y.setRange(regions.bottom(), regions.top());
        for (int k = 0; k < chart.classes(); k++) {
            data.addSeries(series(chart.points(k)));
            show(renderer, k, true);
            renderer.addAnnotation(
                    new XYShapeAnnotation(regions.area(k), null, null, Palette.pale(k)), Layer.BACKGROUND);
        }
        for (int k = 0; k < chart.classes(); k++) {
            renderer.addAnnotation(
                    new XYShapeAnnotation(regions.boundary(k), Palette.stroke(0), INK, null), Layer.BACKGROUND);
        }
        XYPlot plot = styled(new XYPlot(data, x, y, renderer));
        plot.setFixedLegendItems(withBoundary(plot.getLegendItems()));
        return plot;
    }

    private static LegendItemCollection withBoundary(LegendItemCollection items) {
        LegendItem boundary =
                new LegendItem("decision boundary", null, null, null, LEGEND_LINE, Palette.stroke(0), INK);
        items.add(boundary);
        return items;
    }

    private static XYPlot styled(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setOutlinePaint(GRID);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static XYSeries series(Curve curve) {
        XYSeries series = new XYSeries(curve.name(), false, true);
        for (int i = 0; i < curve.size(); i++) {
            series.add(curve.x(i), Double.isFinite(curve.y(i)) ? curve.y(i) : Double.NaN);
        }
        return series;
    }

    private static NumberAxis axis(String title, boolean fromZero) {
        NumberAxis axis = new NumberAxis(title);
        axis.setAutoRangeIncludesZero(fromZero);
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        return styled(axis);
    }

    private static NumberAxis stepAxis(String title) {
        NumberAxis axis = axis(title, false);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        return axis;
    }

    private static ValueAxis lossAxis(LossChart chart) {
        return chart.logarithmic() && chart.spansADecade() ? logAxis(chart.lossTitle()) : axis(chart.lossTitle(), true);
    }

    private static LogAxis logAxis(String title) {
        LogAxis axis = new LogAxis(title);
        axis.setBase(10);
        axis.setTickUnit(new NumberTickUnit(1)); // one decade
        axis.setMinorTickCount(9);
        axis.setMinorTickMarksVisible(true);
        axis.setNumberFormatOverride(
                new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return styled(axis);
    }

    private static <A extends ValueAxis> A styled(A axis) {
        axis.setLabelFont(Fonts.AXIS);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(Fonts.TICK);
        axis.setTickLabelPaint(INK);
        axis.setTickLabelInsets(BETWEEN_TICKS);
        return axis;
    }
}
