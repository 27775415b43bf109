/// Reproducible random numbers from splittable keys.
@NullMarked
package dev.neurite.random;

import org.jspecify.annotations.NullMarked;
