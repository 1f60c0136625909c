/// What people and programs see of a command: marks, sentences, times, facts.
@NullMarked
package dev.idos.cli.terminal;

import org.jspecify.annotations.NullMarked;
