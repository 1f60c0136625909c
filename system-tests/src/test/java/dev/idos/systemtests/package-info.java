/// The real programs and the real public libraries, together on loopback.
@NullMarked
package dev.idos.systemtests;

import org.jspecify.annotations.NullMarked;
