package dev.neurite.cli;

import dev.neurite.optimize.Adadelta;
import dev.neurite.optimize.Adagrad;
import dev.neurite.optimize.Adam;
import dev.neurite.optimize.Adamax;
import dev.neurite.optimize.AmsGrad;
import dev.neurite.optimize.Lion;
import dev.neurite.optimize.NAdam;
import dev.neurite.optimize.Optimizer;
import dev.neurite.optimize.RAdam;
import dev.neurite.optimize.RmsProp;
import dev.neurite.optimize.Rprop;
import dev.neurite.optimize.Sgd;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// The optimizers by the names that the command line has for them.
final class Optimizers {
    /// One of them.
    ///
    /// @param usual with its usual constants
    /// @param decaying with a weight decay, if it has one
    record Choice(Optimizer usual, Optional<DoubleFunction<Optimizer>> decaying) {
        private static Choice of(Optimizer usual, DoubleFunction<Optimizer> decaying) {
            return new Choice(usual, Optional.of(decaying));
        }
    }

    private Optimizers() {}

    /// All of them.
    static Map<String, Choice> byName() {
        Adam adam = Adam.standard();
        Adam adamW = Adam.adamW();
        AmsGrad amsGrad = AmsGrad.standard();
        RmsProp rmsProp = RmsProp.standard();
        RmsProp withMomentum = rmsProp.withMomentum(0.9);
        RmsProp centered = rmsProp.withCentering();
        Sgd momentum = Sgd.plain().withMomentum(0.9);
        Sgd nesterov = momentum.withNesterov();
        Map<String, Choice> all = new LinkedHashMap<>();
        all.put("adam", Choice.of(adam, adam::withWeightDecay));
        all.put("adamw", Choice.of(adamW, adamW::withWeightDecay));
        all.put("amsgrad", Choice.of(amsGrad, amsGrad::withWeightDecay));
        all.put("adamax", Choice.of(Adamax.standard(), Adamax.standard()::withWeightDecay));
        all.put("nadam", Choice.of(NAdam.standard(), NAdam.standard()::withWeightDecay));
        all.put("radam", Choice.of(RAdam.standard(), RAdam.standard()::withWeightDecay));
        all.put("rmsprop", Choice.of(rmsProp, rmsProp::withWeightDecay));
        all.put("rmsprop-momentum", Choice.of(withMomentum, withMomentum::withWeightDecay));
        all.put("rmsprop-centered", Choice.of(centered, centered::withWeightDecay));
        all.put("adagrad", Choice.of(Adagrad.standard(), Adagrad.standard()::withWeightDecay));
        all.put("adadelta", Choice.of(Adadelta.standard(), Adadelta.standard()::withWeightDecay));
        all.put("lion", Choice.of(Lion.standard(), Lion.standard()::withWeightDecay));
        all.put("rprop", new Choice(Rprop.standard(), Optional.empty()));
        all.put("sgd", Choice.of(Sgd.plain(), Sgd.plain()::withWeightDecay));
        all.put("momentum", Choice.of(momentum, momentum::withWeightDecay));
        all.put("nesterov", Choice.of(nesterov, nesterov::withWeightDecay));
        return all;
    }
}
