package dev.neurite.textbook;

/// One training: parameters that follow the gradient of a loss, one batch a step.
public final class TextbookTraining {
    private final TextbookNetwork network;
    private final TextbookLoss loss;
    private final TextbookOptimizer optimizer;
    private final double[] parameters;

    /// A training that starts at the given parameters, which it copies.
    public TextbookTraining(TextbookNetwork network, TextbookLoss loss, TextbookOptimizer optimizer, double[] start) {
        this.network = network;
        this.loss = loss;
        this.optimizer = optimizer;
        this.parameters = start.clone();
    }

    /// Takes one step without dropout.
    ///
    /// @return the loss of the batch before the step
    public double step(Batch batch, double learningRate) {
        return step(batch, DropoutMasks.none(), learningRate);
    }

    /// Takes one step.
    ///
    /// @return the loss of the batch before the step
    public double step(Batch batch, DropoutMasks masks, double learningRate) {
        Pass pass = network.forward(parameters, batch.x(), masks);
        double value = loss.value(pass.logits(), batch);
        double[][] dLogits = loss.gradient(pass.logits(), batch);
        double[] gradient = network.backward(parameters, pass, dLogits);
        network.observe(parameters, pass);
        network.addPenalties(parameters, gradient);
        optimizer.step(parameters, gradient, learningRate);
        network.constrain(parameters);
        return value;
    }

    /// A copy of the parameters as they are now.
    public double[] parameters() {
        return parameters.clone();
    }
}
