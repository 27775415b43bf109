package dev.neurite.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The vector shapes in use, fixed when this class is loaded; C2 needs them as constants. Only vector code may touch
/// this class, and only after [KernelProvider] has found the incubator module.
///
/// Loops call the Vector API itself, not methods of ours that shorten it: C2 must inline the API's methods, but leaves
/// out one of ours where it finds the profile of a call too thin, and then every vector becomes an object for ever.
final class Simd {
    static final int BITS = KernelProvider.chosenBits(FloatVector.SPECIES_PREFERRED.vectorBitSize());
    static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));
    static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, VectorShape.forBitSize(BITS));
    static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));
    /// Floats in a vector.
    static final int LENGTH = FLOATS.length();

    private Simd() {}
}
