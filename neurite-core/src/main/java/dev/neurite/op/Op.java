package dev.neurite.op;

/// One step of a compiled network.
///
/// An op knows the regions that it reads and the one that it writes; all numbers are in the [Workspace]. Ops are
/// immutable and shared by all workspaces of a program.
public interface Op {
    /// The layer and the work, for listings and messages, such as `layer 1 (Dense)`.
    String name();

    /// The region that this op writes.
    Region output();

    /// Computes the output values of the current rows from values and parameters.
    void forward(Workspace workspace);

    /// Computes, from the deltas of the output, the gradients of the parameters (assigned, not added) and the
    /// deltas of the input. May change the deltas of the output.
    void backward(Workspace workspace);
}
