/// How parameters start.
@NullMarked
package dev.neurite.initialize;

import org.jspecify.annotations.NullMarked;
