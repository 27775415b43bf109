/// Programs to learn from: each trains a network from beginning to end and draws what it learned.
@NullMarked
package dev.neurite.examples;

import org.jspecify.annotations.NullMarked;
