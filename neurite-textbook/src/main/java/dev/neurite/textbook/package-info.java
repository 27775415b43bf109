/// The networks of `dev.neurite.network` in double precision and plain loops, to be read beside the formulas.
///
/// Start with [dev.neurite.textbook.TextbookTraining], which is one step of training in five lines, and follow it
/// down. Everywhere a row is a sample, a matrix is a `double[][]` of rows, and `dX` is the gradient of the loss by X.
@NullMarked
package dev.neurite.textbook;

import org.jspecify.annotations.NullMarked;
