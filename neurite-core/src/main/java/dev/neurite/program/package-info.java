/// Networks compiled into straight-line programs over preallocated arrays.
@NullMarked
package dev.neurite.program;

import org.jspecify.annotations.NullMarked;
