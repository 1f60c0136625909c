/// Argument values as they travel: typed, nullable, re-encoded exactly.
@NullMarked
package dev.idos.protocol.value;

import org.jspecify.annotations.NullMarked;
