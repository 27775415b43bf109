package dev.neurite.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vector shapes in use, fixed when this class is loaded; C2 needs them as constants. Only vector code may touch
/// this class, and only after [KernelProvider] has found the incubator module.
final class Simd {
    static final int BITS = KernelProvider.chosenBits(FloatVector.SPECIES_PREFERRED.vectorBitSize());
    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, VectorShape.forBitSize(BITS));
    static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));
    /// Floats in a vector.
    static final int LENGTH = FLOATS.length();

    private Simd() {}

    static FloatVector load(float[] x, int offset) {
        return FloatVector.fromArray(FLOATS, x, offset);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(FLOATS, value);
    }

    static IntVector all(int value) {
        return IntVector.broadcast(INTS, value);
    }

    static DoubleVector zeros() {
        return DoubleVector.zero(DOUBLES);
    }
}
