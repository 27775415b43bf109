package dev.neurite.textbook;

import dev.neurite.network.Layer;
import dev.neurite.network.Network;
import dev.neurite.network.Residual;
import dev.neurite.op.Op;
import dev.neurite.program.Program;
import dev.neurite.random.InverseNormal;
import dev.neurite.random.Seed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The masks of the fast engine, drawn again from their definition.
///
/// The numbers of a layer are counted row by row, each row of three or more padded to a multiple of 16: row r, column
/// j has number `c = r·stride + j`. It is kept iff `hash(c) >>> 8 ≥ rate·2²⁴`, rounded. With the two halves k₀ and k₁
/// of a 64-bit key of seed, layer and step, `hash(c) = mix(mix(c ⊕ k₀) ⊕ k₁)`, where mix is `lowbias32` (Wellons 2018,
/// "Prospecting for hash functions"). No draw depends on another, so nothing depends on the order of drawing.
final class EngineMasks implements DropoutMasks {
    private static final int ROW_ALIGNMENT = 16;
    /// Rows of fewer numbers follow each other without padding.
    private static final int PADDED = 3;
    private static final double DRAWS = 1 << 24;

    /// For each layer the number of the region that it writes, by which the engine tells dropout layers apart.
    private final int[] regions;

    private final Seed seed;
    private final long step;

    private EngineMasks(int[] regions, Seed seed, long step) {
        this.regions = regions;
        this.seed = seed;
        this.step = step;
    }

    static EngineMasks of(Network network, Seed seed, long step) {
        Map<String, Integer> written = new HashMap<>();
        for (Op op : Program.forTraining(network, 1).ops()) {
            written.put(op.name(), op.output().index());
        }
        List<Integer> regions = new ArrayList<>();
        addRegions(network.layers(), "", written, regions);
        return new EngineMasks(regions.stream().mapToInt(index -> index).toArray(), seed, step);
    }

    /// Layers without ops, such as dropout of rate 0, draw nothing; theirs is region 0.
    private static void addRegions(
            List<Layer> layers, String prefix, Map<String, Integer> written, List<Integer> regions) {
        for (int l = 0; l < layers.size(); l++) {
            String name = prefix + "layer " + (l + 1) + " (" + layers.get(l).name() + ")";
            regions.add(written.getOrDefault(name, 0));
            if (layers.get(l) instanceof Residual residual) {
                addRegions(residual.layers(), name + ", ", written, regions);
            }
        }
    }

    /// Number i, counted row by row, is the quantile of a uniform number with 53 random bits.
    @Override
    public double[][] normals(int layer, int rows, int columns) {
        long key = Seed.mixed(seed.value(), regions[layer], step);
        double[][] normals = new double[rows][columns];
        for (int i = 0; i < rows * columns; i++) {
            double uniform = ((Seed.mixed(key, i, 0) >>> 11) + 0.5) * 0x1.0p-53;
            normals[i / columns][i % columns] = InverseNormal.of(uniform);
        }
        return normals;
    }

    @Override
    public double[][] mask(int layer, double rate, int rows, int columns) {
        long key = Seed.mixed(seed.value(), regions[layer], step);
        int stride = columns < PADDED ? columns : Math.ceilDiv(columns, ROW_ALIGNMENT) * ROW_ALIGNMENT;
        double threshold = Math.rint(rate * DRAWS);
        double[][] mask = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                int draw = hash(key, r * stride + j) >>> 8;
                mask[r][j] = draw >= threshold ? 1 / (1 - rate) : 0;
            }
        }
        return mask;
    }

    private static int hash(long key, int counter) {
        int low = (int) key;
        int high = (int) (key >>> 32);
        return mix(mix(counter ^ low) ^ high);
    }

    private static int mix(int x) {
        x ^= x >>> 16;
        x *= 0x7feb352d;
        x ^= x >>> 15;
        x *= 0x846ca68b;
        x ^= x >>> 16;
        return x;
    }
}
