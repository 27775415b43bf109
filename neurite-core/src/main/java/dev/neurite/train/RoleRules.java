package dev.neurite.train;

import dev.neurite.parameter.Role;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// How training treats parameters by what they are for.
///
/// @param learningRateFactors what the learning rate of a role is multiplied by; 1 for roles that are not there; with
///     0 the parameters stay as they are, and the moments of the optimizer too
/// @param decaying            the roles that weight decay applies to
public record RoleRules(Map<Role, Double> learningRateFactors, Set<Role> decaying) {
    /// Checks both and copies them.
    public RoleRules {
        learningRateFactors.forEach(RoleRules::requireFactor);
        decaying.forEach(RoleRules::requireDecaying);
        learningRateFactors = Map.copyOf(learningRateFactors);
        decaying = Set.copyOf(decaying);
    }

    /// One learning rate for all, weight decay on weights alone: decaying biases and gains pulls units towards
    /// constants and gains nothing (Goodfellow et al. 2016, "Deep learning", section 7.1).
    public static RoleRules standard() {
        Set<Role> decaying = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(Role::decays).forEach(decaying::add);
        return new RoleRules(Map.of(), decaying);
    }

    /// With another factor for one role.
    public RoleRules withLearningRateFactor(Role role, double factor) {
        Map<Role, Double> factors = new EnumMap<>(Role.class);
        factors.putAll(learningRateFactors);
        factors.put(role, factor);
        return new RoleRules(factors, decaying);
    }

    /// With weight decay on exactly these roles.
    public RoleRules withWeightDecayOn(Role... roles) {
        return new RoleRules(learningRateFactors, new HashSet<>(Arrays.asList(roles)));
    }

    /// What the learning rate of `role` is multiplied by.
    public double learningRateFactor(Role role) {
        return learningRateFactors.getOrDefault(role, 1.0);
    }

    /// Whether training moves `role` at all: not with a factor of 0.
    boolean moves(Role role) {
        return role.learns() && learningRateFactor(role) > 0;
    }

    private static void requireFactor(Role role, double factor) {
        if (!(factor >= 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException(
                    "Trainer.learningRateFactor of " + role + " must be finite and not negative, got " + factor);
        }
        if (!role.learns()) {
            throw new IllegalArgumentException("Trainer.learningRateFactor must be of a role that learns, got " + role);
        }
    }

    private static void requireDecaying(Role role) {
        if (!role.learns()) {
            throw new IllegalArgumentException("Trainer.weightDecayOn must be of roles that learn, got " + role);
        }
    }
}
