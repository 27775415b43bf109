/// Tables, what their columns mean, and how rows become the numbers a network reads.
@NullMarked
package dev.neurite.table;

import org.jspecify.annotations.NullMarked;
