/// Loops over `float[]`: matrix products, activations, reductions and parameter updates, each as plain Java and as a
/// Vector API twin that gives the same bits. [dev.neurite.kernels.Kernels#best()] chooses once.
package dev.neurite.kernels;
