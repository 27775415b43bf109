/// Networks as values: layers and their sizes.
@NullMarked
package dev.neurite.network;

import org.jspecify.annotations.NullMarked;
