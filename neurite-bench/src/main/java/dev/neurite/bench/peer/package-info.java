/// Neurite beside other programs that do the same work.
package dev.neurite.bench.peer;
