/// Where the parameters of a network stand in memory, and their values.
@NullMarked
package dev.neurite.parameter;

import org.jspecify.annotations.NullMarked;
