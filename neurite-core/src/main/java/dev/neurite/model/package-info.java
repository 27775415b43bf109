/// Trained networks, immutable and safe to share, and prediction.
@NullMarked
package dev.neurite.model;

import org.jspecify.annotations.NullMarked;
