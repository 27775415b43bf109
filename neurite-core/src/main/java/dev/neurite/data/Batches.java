package dev.neurite.data;

import dev.neurite.op.Workspace;
import dev.neurite.parameter.Rows;
import dev.neurite.program.Program;
import dev.neurite.random.Seed;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The batches of a dataset, epoch after epoch, gathered straight into a workspace.
///
/// The order of an epoch is a function of the seed and the number of the epoch alone. The last batch of an epoch may
/// be smaller; a single row that would be left over joins the batch before it, unless all batches are single rows. Rows
/// of weight 0 take no part. A batch of all rows is gathered once and keeps their order, which would change nothing
/// but the rounding of sums.
public final class Batches {
    private final Dataset data;
    private final int batchSize;
    private final @Nullable Seed shuffle;
    private final int[] rows;
    private final int[] order;
    private final Rows targets;
    private final float @Nullable [] weights;
    private int position;
    /// Who holds the batch of all rows.
    private @Nullable Workspace holder;

    private Batches(Dataset data, int batchSize, @Nullable Seed shuffle) {
        this.data = data;
        this.rows = rowsWithWeight(data);
        this.batchSize = Math.min(batchSize, rows.length);
        this.shuffle = shuffle;
        this.order = IntStream.range(0, rows.length).toArray();
        this.targets = Rows.allocateDense(batchSize(), data.targets());
        this.weights = data.weighted() ? new float[batchSize()] : null;
        start(0);
    }

    private static int[] rowsWithWeight(Dataset data) {
        int[] rows = IntStream.range(0, data.size())
                .filter(row -> data.weight(row) > 0)
                .toArray();
        if (rows.length == 0) {
            throw new IllegalArgumentException("data must have a row of positive weight, got none");
        }
        return rows;
    }

    /// Batches in an order drawn anew for each epoch.
    public static Batches shuffled(Dataset data, int batchSize, Seed seed) {
        return new Batches(data, batchSize, seed);
    }

    /// Batches in the order of the rows.
    public static Batches inOrder(Dataset data, int batchSize) {
        return new Batches(data, batchSize, null);
    }

    /// Batches in one epoch.
    public int perEpoch() {
        return Math.ceilDiv(rows.length, batchSize) - (joinsLastRow() ? 1 : 0);
    }

    /// Rows of the largest batch: the batch size, one more if a single row joins the last one, or all rows of
    /// positive weight if they are fewer.
    public int batchSize() {
        return joinsLastRow() ? batchSize + 1 : batchSize;
    }

    private boolean joinsLastRow() {
        return batchSize > 1 && rows.length % batchSize == 1;
    }

    /// Goes to the start of epoch `epoch`, counted from 0.
    public void start(long epoch) {
        position = 0;
        if (shuffle != null && !isWhole()) {
            shuffle.permute(order, epoch);
        }
    }

    private boolean isWhole() {
        return order.length <= batchSize();
    }

    /// Whether the epoch has another batch.
    public boolean hasNext() {
        return position < order.length;
    }

    /// Gathers the next batch: inputs into the workspace, targets and weights into this object.
    ///
    /// @return number of rows
    public int next(Program program, Workspace workspace) {
        int left = order.length - position;
        int count = joinsLastRow() && left == batchSize + 1 ? left : Math.min(batchSize, left);
        workspace.resize(count);
        if (!workspace.equals(holder)) {
            gather(count, workspace.values(program.input()));
            holder = isWhole() ? workspace : null;
        }
        position += count;
        return count;
    }

    private void gather(int count, Rows inputs) {
        for (int i = 0; i < count; i++) {
            int row = rows[order[position + i]];
            data.copyInputs(row, inputs.data(), inputs.row(i));
            data.copyTargets(row, targets.data(), targets.row(i));
            if (weights != null) {
                weights[i] = data.weight(row);
            }
        }
    }

    /// Targets of the last batch.
    public Rows targets() {
        return targets;
    }

    /// Weights of the last batch, or null when all are 1.
    public float @Nullable [] weights() {
        return weights;
    }

    /// Sum of the weights of the last batch.
    public double weightSum(int rows) {
        if (weights == null) {
            return rows;
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += weights[i];
        }
        return sum;
    }
}
