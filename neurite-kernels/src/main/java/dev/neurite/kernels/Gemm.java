package dev.neurite.kernels;

import org.jspecify.annotations.Nullable;

/// Products of matrices: `C = A·B`, `Aᵀ·B` and `A·Bᵀ`, blocked for the caches and spread over a [Team].
///
/// Each element starts at +0 and does `acc = fma(a[i][p], b[p][j], acc)` for p ascending; then the bias is added, then
/// the activation applied. Blocking, threads and SIMD width change no bit of it.
///
/// The padding of C's rows gets `f(0 + padding of the bias)`, or NaN where A has NaN or infinity, up to the next
/// multiple of 16 columns. C must not
/// overlap A, B or the bias. An instance belongs to one caller at a time and allocates only when a product is larger
/// than all before.
public final class Gemm {
    /// Below this many multiply-adds a hand-over to other threads costs more than it saves.
    private static final long PARALLEL_WORK = 1 << 20;

    private final Kernels kernels;
    private final Team team;
    private final GemmWorker[] workers;
    private final Team.Task task = this::part;
    private final Product product = new Product();

    /// A multiplier that uses these kernels and, for large products, this team.
    public Gemm(Kernels kernels, Team team) {
        this.team = team;
        this.kernels = kernels;
        workers = new GemmWorker[team.size()];
        for (int i = 0; i < workers.length; i++) {
            workers[i] = new GemmWorker();
        }
    }

    /// `C = A·B + bias`, and `activated = activation(C)`; the matrices may be larger than the product.
    ///
    /// @param m rows of A and C
    /// @param n columns of B and C
    /// @param k columns of A, rows of B
    /// @param bias one row of n numbers, or null for none
    /// @param activation applied to blocks of C while they are in cache, or null for none
    /// @param activated where the activation's output goes: m × n, may be `c`; null exactly when `activation` is
    /// @throws IllegalArgumentException when a matrix is smaller than the product says
    public void multiply(
            int m,
            int n,
            int k,
            Matrix a,
            Matrix b,
            Matrix c,
            @Nullable Matrix bias,
            @Nullable SliceFunction activation,
            @Nullable Matrix activated) {
        requireHolds("a", a, m, k);
        requireHolds("b", b, k, n);
        requireHolds("c", c, m, n);
        product.set(m, n, k, a, false, b, false, c);
        if (bias != null) {
            requireHolds("bias", bias, 1, n);
            if (bias.isCompact() && !c.isCompact()) {
                throw new IllegalArgumentException("Gemm.bias must be padded where c is, got " + bias);
            }
            product.bias = bias;
        }
        if ((activation == null) != (activated == null)) {
            throw new IllegalArgumentException("Gemm.activated must be given exactly when an activation is");
        }
        if (activated != null) {
            requireHolds("activated", activated, m, n);
            product.activation = activation;
            product.activated = activated;
        }
        run();
    }

    /// `C = Aᵀ·B` with A of k × m and B of k × n: the gradient of a weight, `Xᵀ·δ`.
    public void multiplyTransposedA(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        requireHolds("a", a, k, m);
        requireHolds("b", b, k, n);
        requireHolds("c", c, m, n);
        product.set(m, n, k, a, true, b, false, c);
        run();
    }

    /// `C = A·Bᵀ` with A of m × k and B of n × k: the deltas of a layer's input, `δ·Wᵀ`.
    public void multiplyTransposedB(int m, int n, int k, Matrix a, Matrix b, Matrix c) {
        requireHolds("a", a, m, k);
        requireHolds("b", b, n, k);
        requireHolds("c", c, m, n);
        product.set(m, n, k, a, false, b, true, c);
        run();
    }

    private static void requireHolds(String name, Matrix matrix, int rows, int columns) {
        if (rows < 0 || columns < 0 || matrix.rows() < rows || matrix.columns() < columns) {
            throw new IllegalArgumentException(
                    "Gemm." + name + " must hold " + rows + "×" + columns + ", got " + matrix);
        }
    }

    private void run() {
        product.prepare(kernels instanceof WarmingKernels ? WarmingKernels.tiles(product) : Tiles.of(kernels));
        int parts = product.work() < PARALLEL_WORK ? 1 : workers.length;
        for (int i = 0; i < parts; i++) {
            workers[i].reserve(product);
        }
        team.run(parts, task);
    }

    /// Computes one part of C: a range of its rows or of its columns, whichever are more, in whole tiles.
    private void part(int part, int parts) {
        GemmWorker worker = workers[part];
        int rows = product.m;
        int columns = product.paddedColumns();
        if (rows >= columns) {
            // vectors run along the rows of C when it is narrow
            int tile = product.isNarrow() ? Matrix.ALIGNMENT : product.tiles.rows();
            int from = share(rows, tile, part, parts);
            worker.compute(product, from, share(rows, tile, part + 1, parts), 0, columns);
        } else {
            int tile = Math.max(product.tiles.columns(), Matrix.ALIGNMENT);
            int from = share(columns, tile, part, parts);
            worker.compute(product, 0, rows, from, share(columns, tile, part + 1, parts));
        }
    }

    /// The first index of a part when `size` is dealt out in whole tiles.
    private static int share(int size, int tile, int part, int parts) {
        long tiles = Math.ceilDiv(size, tile);
        return (int) Math.min(size, tiles * part / parts * tile);
    }
}
