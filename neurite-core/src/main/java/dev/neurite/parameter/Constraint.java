package dev.neurite.parameter;

/// What is imposed after each step on the norm of the weights of each unit, a column of the weight matrix.
///
/// @param kind  which constraint
/// @param limit largest norm, positive; 1 for the unit norm
public record Constraint(Kind kind, double limit) {
    /// No constraint.
    public static final Constraint NONE = new Constraint(Kind.NONE, 1);

    /// Which constraint.
    public enum Kind {
        /// None.
        NONE,
        /// The norm is at most the limit.
        MAXIMUM,
        /// The norm is the limit.
        FIXED
    }

    /// Checks the limit.
    public Constraint {
        if (!(limit > 0 && Double.isFinite(limit))) {
            throw new IllegalArgumentException("maxNorm must be finite and positive, got " + limit);
        }
    }

    /// A norm of at most `limit`; larger ones are scaled down to it. Srivastava et al. 2014, "Dropout",
    /// section 5.1.
    public static Constraint maxNorm(double limit) {
        return new Constraint(Kind.MAXIMUM, limit);
    }

    /// A norm of 1; only a column of zeros stays as it is.
    public static Constraint unitNorm() {
        return new Constraint(Kind.FIXED, 1);
    }

    /// As it is written in code: `maxNorm(2.0)`.
    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "none";
            case MAXIMUM -> "maxNorm(" + limit + ")";
            case FIXED -> "unitNorm()";
        };
    }

    /// What a column of the given norm is multiplied by.
    public double factor(double norm) {
        return switch (kind) {
            case NONE -> 1;
            case MAXIMUM -> norm > limit ? limit / norm : 1;
            case FIXED -> norm > 0 ? limit / norm : 1;
        };
    }
}
