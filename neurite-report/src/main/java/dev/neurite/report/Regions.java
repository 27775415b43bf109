package dev.neurite.report;

import dev.neurite.model.Predictor;
import java.awt.geom.Path2D;

/// Where in the plane a model predicts which class: shapes in the units of the inputs.
///
/// The model is asked on a grid. The lead of a class is its prediction less the largest of the others; in each cell of
/// the grid the lead is taken as linear along the edges, so that the class has the polygon in which it leads
/// ("marching squares").
final class Regions {
    private static final int CELLS = 150;

    private final double left;
    private final double right;
    private final double bottom;
    private final double top;
    private final float[][] predicted;

    private Regions(double left, double right, double bottom, double top, float[][] predicted) {
        this.left = left;
        this.right = right;
        this.bottom = bottom;
        this.top = top;
        this.predicted = predicted;
    }

    static Regions of(Predictor predictor, double left, double right, double bottom, double top) {
        float[][] inputs = new float[(CELLS + 1) * (CELLS + 1)][];
        for (int j = 0; j <= CELLS; j++) {
            for (int i = 0; i <= CELLS; i++) {
                inputs[j * (CELLS + 1) + i] = new float[] {(float) at(left, right, i), (float) at(bottom, top, j)};
            }
        }
        return new Regions(left, right, bottom, top, predictor.predict(inputs));
    }

    private static double at(double from, double to, double cell) {
        return from + (to - from) * cell / CELLS;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    double top() {
        return top;
    }

    /// The area in which class `k` leads.
    Path2D area(int k) {
        Path2D area = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int j = 0; j < CELLS; j++) {
            int i = 0;
            while (i < CELLS) {
                int whole = wholeCells(i, j, k);
                if (whole > 0) {
                    rectangle(area, i, i + whole, j);
                    i += whole;
                } else {
                    polygon(area, lead(i, j, k), i, j);
                    i++;
                }
            }
        }
        return area;
    }

    /// How many cells from (i, j) on to the right are led by class k as a whole; one shape for all of them.
    private int wholeCells(int i, int j, int k) {
        int end = i;
        while (end < CELLS && isWhole(lead(end, j, k))) {
            end++;
        }
        return end - i;
    }

    private static boolean isWhole(double[] lead) {
        return lead[0] >= 0 && lead[1] >= 0 && lead[2] >= 0 && lead[3] >= 0;
    }

    private void rectangle(Path2D path, int from, int to, int j) {
        path.moveTo(at(left, right, from), at(bottom, top, j));
        path.lineTo(at(left, right, to), at(bottom, top, j));
        path.lineTo(at(left, right, to), at(bottom, top, j + 1));
        path.lineTo(at(left, right, from), at(bottom, top, j + 1));
        path.closePath();
    }

    /// The part of a cell where the lead is not negative.
    private void polygon(Path2D path, double[] lead, int i, int j) {
        boolean begun = false;
        for (int corner = 0; corner < 4; corner++) {
            double here = lead[corner];
            double next = lead[(corner + 1) % 4];
            if (here >= 0) {
                point(path, begun, i, j, corner, 0);
                begun = true;
            }
            if (here >= 0 != next >= 0) {
                point(path, begun, i, j, corner, here / (here - next));
                begun = true;
            }
        }
        if (begun) {
            path.closePath();
        }
    }

    /// The line on which class `k` neither leads nor trails.
    Path2D boundary(int k) {
        Path2D line = new Path2D.Double();
        for (int j = 0; j < CELLS; j++) {
            for (int i = 0; i < CELLS; i++) {
                double[] lead = lead(i, j, k);
                boolean begun = false;
                for (int corner = 0; corner < 4; corner++) {
                    double here = lead[corner];
                    double next = lead[(corner + 1) % 4];
                    if (here >= 0 != next >= 0) {
                        point(line, begun, i, j, corner, here / (here - next));
                        begun = !begun; // each piece of the line has two ends
                    }
                }
            }
        }
        return line;
    }

    /// Goes to the point that is `share` of the way from one corner of a cell to the next.
    private void point(Path2D path, boolean begun, int i, int j, int corner, double share) {
        double along = corner == 0 ? share : corner == 1 ? 1 : corner == 2 ? 1 - share : 0;
        double up = corner == 0 ? 0 : corner == 1 ? share : corner == 2 ? 1 : 1 - share;
        double x = at(left, right, i + along);
        double y = at(bottom, top, j + up);
        if (begun) {
            path.lineTo(x, y);
        } else {
            path.moveTo(x, y);
        }
    }

    /// The lead of class k at the corners of a cell, against the clock from the lower left.
    private double[] lead(int i, int j, int k) {
        return new double[] {leadAt(i, j, k), leadAt(i + 1, j, k), leadAt(i + 1, j + 1, k), leadAt(i, j + 1, k)};
    }

    private double leadAt(int i, int j, int k) {
        float[] prediction = predicted[j * (CELLS + 1) + i];
        double others = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < prediction.length; other++) {
            if (other != k) {
                others = Math.max(others, prediction[other]);
            }
        }
        return prediction[k] - others;
    }
}
