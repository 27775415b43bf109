/// Model files: a trained network with its preprocessing as one ONNX file.
@NullMarked
package dev.neurite.onnx;

import org.jspecify.annotations.NullMarked;
