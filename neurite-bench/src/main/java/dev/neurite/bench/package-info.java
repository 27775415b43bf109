/// How fast this machine runs the kernels.
package dev.neurite.bench;
