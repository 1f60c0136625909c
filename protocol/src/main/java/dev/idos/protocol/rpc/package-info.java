/// JSON-RPC as clients of idOS speak it: names, error codes and the shapes of requests and answers
/// (`kwil-protocol.md` §1, §2, `wire.md` §1–3). Node and SDK share it, so they cannot disagree.
@NullMarked
package dev.idos.protocol.rpc;

import org.jspecify.annotations.NullMarked;
