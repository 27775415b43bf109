/// How parameters follow the gradient, and how fast.
@NullMarked
package dev.neurite.optimize;

import org.jspecify.annotations.NullMarked;
