/// What training makes small, with its gradient by the logits.
@NullMarked
package dev.neurite.loss;

import org.jspecify.annotations.NullMarked;
