/// Reads and writes CSV and TSV.
@NullMarked
package dev.neurite.csv;

import org.jspecify.annotations.NullMarked;
