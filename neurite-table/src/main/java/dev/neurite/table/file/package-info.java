/// Files that are there complete or not at all, for the modules that write them.
@NullMarked
package dev.neurite.table.file;

import org.jspecify.annotations.NullMarked;
