/// JSON-RPC as clients of idOS speak it (`kwil-protocol.md` §1): the envelope, the table of
/// methods, and what an answer looks like. Nothing malformed gets past this room.
@NullMarked
package dev.idos.node.rpc;

import org.jspecify.annotations.NullMarked;
