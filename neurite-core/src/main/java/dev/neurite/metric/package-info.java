/// How good predictions are.
@NullMarked
package dev.neurite.metric;

import org.jspecify.annotations.NullMarked;
