package dev.neurite.kernels;

/// The loops that are compiled, and so warmed up, one by one; and a small piece of work for each.
enum Loop {
    ADD,
    RELU,
    LEAKY_RELU,
    ELU,
    SELU,
    GELU,
    SILU,
    SOFTPLUS,
    TANH,
    SIGMOID,
    EXP,
    LOG,
    ERF,
    RELU_GRADIENT,
    LEAKY_RELU_GRADIENT,
    ELU_GRADIENT,
    SELU_GRADIENT,
    GELU_GRADIENT,
    SILU_GRADIENT,
    SOFTPLUS_GRADIENT,
    TANH_GRADIENT,
    SIGMOID_GRADIENT,
    COLUMN_SUMS,
    DROPOUT,
    SGD,
    ADAM,
    SUM_OF_SQUARES,
    ALL_FINITE,
    SCALE,
    PACKED_PRODUCT,
    DIRECT_PRODUCT,
    ROW_PRODUCT;

    /// More than any exercise touches.
    private static final int SIZE = 2048;
    private static final float[] X = new float[SIZE];
    private static final float[] Y = new float[SIZE];
    private static final float[] FIRST = new float[SIZE];
    private static final float[] SECOND = new float[SIZE];
    private static final Matrix SQUARE = Matrix.of(X, 0, 32, 32, 32);
    private static final Matrix NARROW = Matrix.of(X, 0, 4, 17, 32);
    private static final Matrix WIDE = Matrix.of(X, 0, 4, 401, 416);
    private static final AdamStep STEP = new AdamStep(0.9, 0.999, 1e-8, 1e-3, 0, false, 0.1, 0.001);

    static {
        for (int i = 0; i < SIZE; i++) {
            X[i] = (i % 37 - 18) / 8f;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker") // how warm a loop is changes once
    private final WarmUp warmUp = new WarmUp(this);

    /// Whether the vector form of this loop is at full speed; `work` is what the caller is about to do, in
    /// elements.
    boolean isWarm(long work) {
        return warmUp.ready(work);
    }

    /// Runs this loop over about n elements of scratch arrays; for one thread at a time.
    void exercise(Kernels kernels, int n) {
        switch (this) {
            case ADD -> kernels.add(Y, 0, X, 0, n);
            case RELU -> kernels.relu(X, 0, Y, 0, n);
            case LEAKY_RELU -> kernels.leakyRelu(X, 0, Y, 0, n, 0.5f);
            case ELU -> kernels.elu(X, 0, Y, 0, n, 0.5f);
            case SELU -> kernels.selu(X, 0, Y, 0, n);
            case GELU -> kernels.gelu(X, 0, Y, 0, n);
            case SILU -> kernels.silu(X, 0, Y, 0, n);
            case SOFTPLUS -> kernels.softplus(X, 0, Y, 0, n);
            case TANH -> kernels.tanh(X, 0, Y, 0, n);
            case SIGMOID -> kernels.sigmoid(X, 0, Y, 0, n);
            case EXP -> kernels.exp(X, 0, Y, 0, n);
            case LOG -> kernels.log(X, 0, Y, 0, n);
            case ERF -> kernels.erf(X, 0, Y, 0, n);
            case RELU_GRADIENT -> kernels.reluGradient(X, 0, Y, 0, n);
            case LEAKY_RELU_GRADIENT -> kernels.leakyReluGradient(X, 0, Y, 0, n, 0.5f);
            case ELU_GRADIENT -> kernels.eluGradient(X, 0, Y, 0, n, 0.5f);
            case SELU_GRADIENT -> kernels.seluGradient(X, 0, Y, 0, n);
            case GELU_GRADIENT -> kernels.geluGradient(X, 0, Y, 0, n);
            case SILU_GRADIENT -> kernels.siluGradient(X, 0, Y, 0, n);
            case SOFTPLUS_GRADIENT -> kernels.softplusGradient(X, 0, Y, 0, n);
            case TANH_GRADIENT -> kernels.tanhGradient(X, 0, Y, 0, n);
            case SIGMOID_GRADIENT -> kernels.sigmoidGradient(X, 0, Y, 0, n);
            case COLUMN_SUMS -> kernels.columnSums(4, n < WIDE.columns() ? NARROW : WIDE, Y, 0);
            case DROPOUT -> kernels.dropout(X, 0, Y, 0, n, 1, 2, 3, 1 << 22, 1.5f);
            case SGD -> sgd(kernels, n);
            case ADAM -> kernels.adam(Y, X, FIRST, SECOND, 0, n, STEP);
            case SUM_OF_SQUARES -> kernels.sumOfSquares(X, 0, n);
            case ALL_FINITE -> kernels.allFinite(X, 0, n);
            case SCALE -> kernels.scale(Y, 0, n, 1f);
            case PACKED_PRODUCT -> packedProduct(kernels, n / 16);
            case DIRECT_PRODUCT -> directProduct(Tiles.of(kernels), n / 16);
            case ROW_PRODUCT -> rowProduct(Tiles.of(kernels), n / 16);
        }
    }

    private static void sgd(Kernels kernels, int n) {
        kernels.sgd(Y, X, FIRST, 0, n, 1e-3f, 0f, 0f, false, 0f, false);
        kernels.sgd(Y, X, FIRST, 0, n, 1e-3f, 0.9f, 0f, false, 0f, false);
        kernels.sgd(Y, X, FIRST, 0, n, 1e-3f, 0.9f, 0f, true, 0f, false);
    }

    /// One tile, packed in all four ways, both from 0 and accumulating.
    private static void packedProduct(Kernels kernels, int depth) {
        if (kernels instanceof ScalarKernels) {
            product(ScalarTiles.INSTANCE, 8, 32, 2 * depth);
            return;
        }
        Tiles tiles = VectorTiles.INSTANCE;
        tiles.packAcrossRows(SQUARE, 0, tiles.rows(), 0, depth, tiles.rows(), FIRST);
        tiles.packAlongRows(SQUARE, 0, tiles.columns(), 0, depth, tiles.columns(), SECOND);
        tiles.packed(depth, FIRST, 0, SECOND, 0, Y, 0, tiles.columns(), false);
        tiles.packAlongRows(SQUARE, 0, tiles.rows(), 0, depth, tiles.rows(), FIRST);
        tiles.packAcrossRows(SQUARE, 0, tiles.columns(), 0, depth, tiles.columns(), SECOND);
        tiles.packed(depth, FIRST, 0, SECOND, 0, Y, 0, tiles.columns(), true);
    }

    private static void directProduct(Tiles tiles, int depth) {
        product(tiles, 9, 32, depth);
        product(tiles, 9, 16, depth);
        tiles.packAcrossRows(SQUARE, 0, 31, 0, depth, 32, SECOND);
    }

    private static void rowProduct(Tiles tiles, int depth) {
        product(tiles, 1, 64, depth);
        product(tiles, 1, 16, depth);
    }

    private static void product(Tiles tiles, int rows, int columns, int depth) {
        tiles.direct(rows, columns, depth, X, 0, 32, 1, X, 0, columns, Y, 0, columns);
    }
}
