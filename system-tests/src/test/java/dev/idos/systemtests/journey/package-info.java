/// The Java SDK and the `idos` command against a real node, honest or lying.
@NullMarked
package dev.idos.systemtests.journey;

import org.jspecify.annotations.NullMarked;
