package dev.neurite.op;

import dev.neurite.kernels.Gemm;
import dev.neurite.kernels.Kernels;
import dev.neurite.kernels.Matrix;
import dev.neurite.kernels.Team;
import dev.neurite.parameter.Layout;
import dev.neurite.parameter.Rows;
import dev.neurite.parameter.Slot;
import dev.neurite.random.Seed;
import java.util.List;

/// All scratch memory of one caller of a program: the values and deltas of every region, sized once.
///
/// A workspace is bound to an array of parameters and, for training, one of gradients. It belongs to one thread at
/// a time.
public final class Workspace {
    private final int maxRows;
    private final Rows[] values;
    private final Rows[] deltas;
    private final Matrix[] valueMatrices;
    private final Matrix[] deltaMatrices;
    private final ParameterViews parameters;
    private final ParameterViews gradients;
    private final double[] sums;
    private final Gemm gemm;
    private int rows;
    private long step;
    private Seed seed = Seed.DEFAULT;

    /// Memory for `maxRows` rows of `regions`.
    ///
    /// @param regions    the regions of a program
    /// @param layout     the parameters of the program
    /// @param parameters array of the parameters; read
    /// @param gradients  array of the gradients, written by backward; of length 0 for prediction alone
    /// @param team       threads that share large multiplications
    @SuppressWarnings("exports") // who has no access to Team calls Program.workspace
    public Workspace(
            List<Region> regions, int maxRows, Layout layout, float[] parameters, float[] gradients, Team team) {
        this(
                regions,
                maxRows,
                ParameterViews.of(layout, parameters),
                gradients.length > 0 ? ParameterViews.of(layout, gradients) : ParameterViews.NONE,
                team);
    }

    /// Memory for predictions of `maxRows` rows.
    ///
    /// @param regions    the regions of a program
    /// @param parameters the parameters of the program
    /// @param team       threads that share large multiplications
    @SuppressWarnings("exports") // who has no access to Team calls Program.workspace
    public Workspace(List<Region> regions, int maxRows, ParameterViews parameters, Team team) {
        this(regions, maxRows, parameters, ParameterViews.NONE, team);
    }

    private Workspace(
            List<Region> regions, int maxRows, ParameterViews parameters, ParameterViews gradients, Team team) {
        this.maxRows = maxRows;
        this.parameters = parameters;
        this.gradients = gradients;
        boolean training = gradients != ParameterViews.NONE;
        int length = regions.getLast().end();
        float[] valueArray = new float[length];
        float[] deltaArray = new float[training ? length : 0];
        this.values = rowsOf(regions, valueArray);
        this.deltas = training ? rowsOf(regions, deltaArray) : new Rows[0];
        this.valueMatrices = matrices(regions, valueArray);
        this.deltaMatrices = training ? matrices(regions, deltaArray) : new Matrix[0];
        this.sums = new double[2 * widest(regions)];
        this.gemm = new Gemm(Kernels.best(), team);
    }

    /// Bytes of the values, deltas and sums of `regions` in training; besides, the products pack blocks of at
    /// most 4.6 MB a thread.
    public static long trainingBytes(List<Region> regions) {
        return 2L * Float.BYTES * regions.getLast().end() + 2L * Double.BYTES * widest(regions);
    }

    /// Sets the number of rows of the next pass.
    ///
    /// @throws IllegalArgumentException if there is no room for so many
    public void resize(int newRows) {
        if (newRows < 1 || newRows > maxRows) {
            throw new IllegalArgumentException("rows must be in 1 ... " + maxRows + ", got " + newRows);
        }
        rows = newRows;
    }

    /// Names the training step, on which random ops base their draws.
    public void at(Seed newSeed, long newStep) {
        seed = newSeed;
        step = newStep;
    }

    /// Number of rows of the current pass.
    public int rows() {
        return rows;
    }

    /// Largest number of rows of a pass.
    public int maxRows() {
        return maxRows;
    }

    /// Number of the training step.
    public long step() {
        return step;
    }

    /// Key of all random draws of the training.
    public Seed seed() {
        return seed;
    }

    /// The values of a region.
    public Rows values(Region region) {
        return values[region.index()];
    }

    /// The deltas of a region: gradient of the loss by its values.
    public Rows deltas(Region region) {
        return deltas[region.index()];
    }

    /// The numbers of a parameter.
    public Rows parameter(Slot slot) {
        return parameters.rows(slot);
    }

    /// The gradient of the loss by a parameter.
    public Rows gradient(Slot slot) {
        return gradients.rows(slot);
    }

    /// Scratch for sums in double precision: two numbers for each column of the widest region. What an op leaves
    /// there is lost to the next.
    public double[] sums() {
        return sums;
    }

    Matrix valueMatrix(Region region) {
        return valueMatrices[region.index()];
    }

    Matrix deltaMatrix(Region region) {
        return deltaMatrices[region.index()];
    }

    Matrix parameterMatrix(Slot slot) {
        return parameters.matrix(slot);
    }

    Matrix gradientMatrix(Slot slot) {
        return gradients.matrix(slot);
    }

    Gemm gemm() {
        return gemm;
    }

    private static Rows[] rowsOf(List<Region> regions, float[] data) {
        return regions.stream()
                .map(region -> Rows.compact(data, region.offset(), region.columns()))
                .toArray(Rows[]::new);
    }

    private static int widest(List<Region> regions) {
        return regions.stream().mapToInt(Region::columns).max().orElse(0);
    }

    private static Matrix[] matrices(List<Region> regions, float[] data) {
        return regions.stream()
                .map(region -> Matrix.of(data, region.offset(), region.rows(), region.columns(), region.stride()))
                .toArray(Matrix[]::new);
    }
}
