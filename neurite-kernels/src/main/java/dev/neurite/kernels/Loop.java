package dev.neurite.kernels;

/// The loops that are compiled, and so warmed up, one by one.
enum Loop {
    ADD,
    RELU,
    LEAKY_RELU,
    ELU,
    SELU,
    GELU,
    SILU,
    GELU_TANH,
    MISH,
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
    GELU_TANH_GRADIENT,
    MISH_GRADIENT,
    SOFTPLUS_GRADIENT,
    LOG_SIGMOID_GRADIENT,
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
    NARROW_PRODUCT,
    ROW_PRODUCT;

    @SuppressWarnings("ImmutableEnumChecker") // how warm a loop is changes once
    private final WarmUp warmUp = new WarmUp(name(), () -> Exercise.of(this));

    /// Whether the vector form of this loop is at full speed; `work` is what the caller is about to do,
    /// in elements.
    boolean isWarm(long work) {
        return warmUp.ready(work);
    }
}
