/// The steps of a compiled network: forward and backward side by side.
@NullMarked
package dev.neurite.op;

import org.jspecify.annotations.NullMarked;
