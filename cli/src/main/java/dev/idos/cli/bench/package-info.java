/// Measures a node from outside, and beside each figure the limit it could reach at best.
@NullMarked
package dev.idos.cli.bench;

import org.jspecify.annotations.NullMarked;
