/// The training loop, its state, its events and its stopping rules.
@NullMarked
package dev.neurite.train;

import org.jspecify.annotations.NullMarked;
