/// The `idos` command.
@NullMarked
package dev.idos.cli;

import org.jspecify.annotations.NullMarked;
