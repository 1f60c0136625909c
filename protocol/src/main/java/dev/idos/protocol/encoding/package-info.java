/// The primitives of the binary encoding (`kwil-protocol.md` §3.2): one reader that refuses what is
/// not exact, one writer that cannot make anything else.
@NullMarked
package dev.idos.protocol.encoding;

import org.jspecify.annotations.NullMarked;
