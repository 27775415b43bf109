/// Elementwise functions and their derivatives.
@NullMarked
package dev.neurite.activation;

import org.jspecify.annotations.NullMarked;
