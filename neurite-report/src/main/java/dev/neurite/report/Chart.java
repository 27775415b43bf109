package dev.neurite.report;

import java.nio.file.Path;

/// A picture of 900 × 600 pixels with titled axes and a legend, in colours that colour-blind people tell apart.
///
/// It is drawn without a screen. The same chart gives the same bytes on the same machine; fonts differ
/// between machines.
public sealed interface Chart permits LossChart, FunctionChart, DecisionChart {
    /// What stands above the picture.
    String title();

    /// Writes the picture as PNG; the file is there complete or not at all.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be written
    /// @throws ChartException if the machine has no font to write with
    default void writePng(Path file) {
        Picture.of(this).writePng(file);
    }

    /// Writes the picture as SVG; the file is there complete or not at all.
    ///
    /// @throws java.io.UncheckedIOException if it cannot be written
    /// @throws ChartException if the machine has no font to write with
    default void writeSvg(Path file) {
        Picture.of(this).writeSvg(file);
    }
}
