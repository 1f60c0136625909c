/// The methods of the wire (`wire.md` §1), one file each. A method reads its parameters, asks a
/// room that knows, and says what came of it.
@NullMarked
package dev.idos.node.rpc.method;

import org.jspecify.annotations.NullMarked;
