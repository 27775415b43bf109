/// Examples, their splits and their batches.
@NullMarked
package dev.neurite.data;

import org.jspecify.annotations.NullMarked;
